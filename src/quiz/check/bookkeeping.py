"""What an author forgot to say, or said and never used."""

import re
from collections.abc import Iterator
from itertools import chain

from quiz.check.balance import groups
from quiz.check.context import ItemContext, QuizContext
from quiz.check.finding import Level, Violation, listed
from quiz.check.rule import each, rule
from quiz.engine.terms import gives_away
from quiz.model.quiz import Term
from quiz.model.words import words


@rule("unused-topic", Level.WARNING)
def unused_topic(context: QuizContext) -> Iterator[Violation]:
    """No question has this topic.

    ## Why it matters

    The result by topic shows an empty row, or a question has the wrong topic.

    Source: Format of a quiz file

    ## How to mend it

    Write a question on it, or take the topic out.

    Weak:

    ```yaml
    topics: {uses: Uses of ketamine, risks: Risks}
    ```

    Better:

    ```yaml
    topics: {uses: Uses of ketamine}
    ```

    ## Known traps

    None is known.
    """
    used = {question.topic for question in context.quiz.questions}
    for topic in context.quiz.topics:
        if topic not in used:
            yield Violation(("topics", topic), "No question has this topic.")


@rule("unused-term", Level.WARNING)
def unused_term(context: QuizContext) -> Iterator[Violation]:
    """A listed term stands neither in the passage nor in a question.

    ## Why it matters

    Listed terms make the measure of plain language milder, and so should be few.

    Source: Format of a quiz file

    ## How to mend it

    Take the term out of `terms`.

    Weak:

    ```yaml
    terms: [ketamine, serotonin]
    ```

    Better:

    ```yaml
    terms: [ketamine]
    ```

    ## Known traps

    A plural or possessive counts as the term, and so does a word that it is joined to by a hyphen.
    Sources are not looked at.
    """
    unused = {n: _as_term(term) for n, term in enumerate(context.quiz.familiar)}
    own = (text for path, text in context.prose if path[0] != "terms")
    for text in chain(own, (text for item in context.items for _, text in item.prose)):
        if not unused:
            return
        plain = f" {' '.join(words(text))} "
        unused = {n: term for n, term in unused.items() if not term.search(plain)}
    for index in unused:
        yield Violation(
            ("terms", index), f"“{context.quiz.familiar[index]}” stands nowhere in the quiz."
        )


def _as_term(term: str) -> re.Pattern[str]:
    """Return what finds a term, its plural or its possessive between words with spaces."""
    joined = r"[ \-]".join(re.escape(word) for word in words(term))
    return re.compile(rf"[ \-]{joined}(?:e?s|['’]s|s['’])?[ \-]")


@rule("telling-definition", Level.NOTE)
def telling_definition(context: QuizContext) -> Iterator[Violation]:
    """What a term is said to mean may answer a question.

    ## Why it matters

    Looking up a word is free. So the quiz holds such a meaning back until the question is answered,
    and in a test until it is handed in: the word stays unexplained for longer than it need be.

    Source: Format of a quiz file

    ## How to mend it

    Say what the word means in other words than the question and its options.

    Weak:

    ```yaml
    terms:
      - term: glutamate
        means: What brain cells use to send messages.
        source: A dictionary of medicine
    questions:
      - kind: short
        ask: What do brain cells use to send messages?
        accept: [glutamate]
    ```

    Better:

    ```yaml
    terms:
      - term: glutamate
        means: A substance in the body that is also found in food.
        source: A dictionary of medicine
    questions:
      - kind: short
        ask: What do brain cells use to send messages?
        accept: [glutamate]
    ```

    ## Known traps

    Only words are compared, and what is right plays no role: a definition is found when two words
    of meaning stand in it and in the question, or half of those of an option.
    """
    for index, term in enumerate(context.quiz.terms):
        if not isinstance(term, Term):
            continue
        answered = [
            item.question.id
            for item in context.items
            if gives_away(term, item.kind.public(item.question))
        ]
        if answered:
            message = f"It may answer {listed(answered)}, and is held back until then."
            yield Violation(("terms", index, "means"), message)


@rule("no-difficulty", Level.NOTE)
@each
def no_difficulty(item: ItemContext) -> Iterator[Violation]:
    """A question does not say how hard its author thinks it is.

    ## Why it matters

    Sittings and forms can't be balanced, and the guess can't be held against the results.

    Source: Format of a quiz file

    ## How to mend it

    Add `difficulty: easy`, `medium` or `hard`.

    Weak:

    ```yaml
    difficulty: null
    ```

    Better:

    ```yaml
    difficulty: easy
    ```

    ## Known traps

    A teach-back is asked too. Nothing has to be done about it, so all are said in one line.
    """
    if item.question.difficulty is None:
        yield Violation(item.at(), "The question does not say how hard it is.")


@rule("no-tag", Level.NOTE)
@each
def no_tag(item: ItemContext) -> Iterator[Violation]:
    """A wrong option does not say why readers take it.

    ## Why it matters

    The tags tell a teacher whether a class misread, mixed up or made up.

    Source: STARC (Berzak et al. 2020): misread, elsewhere, unsupported

    ## How to mend it

    Add `tag: misread`, `elsewhere` or `unsupported` to the option.

    Weak:

    ```yaml
    kind: choice
    ask: What was ketamine first used as?
    options:
    - {text: An anesthetic, correct: true}
    - {text: A vitamin, tag: null}
    ```

    Better:

    ```yaml
    kind: choice
    ask: What was ketamine first used as?
    options:
    - {text: An anesthetic, correct: true}
    - {text: A vitamin, tag: unsupported}
    ```

    ## Known traps

    Only options are looked at, not typed answers that are rejected. Nothing has to be done about
    it, so all are said in one line.
    """
    for index, option in enumerate(item.options):
        if not option.correct and option.tag is None:
            message = "The wrong option has no tag."
            yield Violation(item.at("options", index), message)


@rule("lone-group", Level.WARNING)
def lone_group(context: QuizContext) -> Iterator[Violation]:
    """A group has one question only.

    ## Why it matters

    A group keeps questions apart; of one there is nothing to keep apart. Often it is a slip in the
    name of the group.

    Source: Format of a quiz file

    ## How to mend it

    Correct the name of the group, or take it out.

    Weak:

    ```yaml
    group: spravato-year
    ```

    Better:

    ```yaml
    group: null
    ```

    ## Known traps

    None is known.
    """
    sizes = {group: len(ids) for group, ids in groups(context.quiz.questions).items()}
    for item in context.items:
        group = item.question.group
        if group is not None and sizes[group] == 1:
            yield Violation(item.at("group"), f"No other question is in the group {group}.")
