"""What an author forgot to say, or said and never used."""

import re
from collections.abc import Iterator

from quiz.check.balance import groups
from quiz.check.finding import Level, Mark
from quiz.check.rule import each, rule
from quiz.check.sheet import Item, Sheet
from quiz.check.words import words
from quiz.model.problem import Path
from quiz.model.question import Note
from quiz.model.quiz import Status


@rule("unused-topic", Level.WARNING)
def unused_topic(sheet: Sheet) -> Iterator[Mark]:
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
    used = {question.topic for question in sheet.quiz.questions}
    for topic in sheet.quiz.topics:
        if topic not in used:
            yield Mark(("topics", topic), "No question has this topic.")


@rule("unused-term", Level.WARNING)
def unused_term(sheet: Sheet) -> Iterator[Mark]:
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
    unused = {n: _as_term(term) for n, term in enumerate(sheet.quiz.terms)}
    for text in sheet.texts:
        if not unused:
            return
        plain = f" {' '.join(words(text))} "
        unused = {n: term for n, term in unused.items() if not term.search(plain)}
    for index in unused:
        yield Mark(("terms", index), f"“{sheet.quiz.terms[index]}” stands nowhere in the quiz.")


def _as_term(term: str) -> re.Pattern[str]:
    """Return what finds a term, its plural or its possessive between words with spaces."""
    joined = r"[ \-]".join(re.escape(word) for word in words(term))
    return re.compile(rf"[ \-]{joined}(?:e?s|['’]s|s['’])?[ \-]")


@rule("no-difficulty", Level.WARNING)
@each
def no_difficulty(item: Item) -> Iterator[Mark]:
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

    A teach-back is asked too.
    """
    if item.question.difficulty is None:
        yield Mark(item.at(), "The question does not say how hard it is.")


@rule("no-tag", Level.WARNING)
@each
def no_tag(item: Item) -> Iterator[Mark]:
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

    Only options are looked at, not typed answers that are rejected.
    """
    for index, option in enumerate(item.options):
        if not option.correct and option.tag is None:
            message = "The wrong option has no tag."
            yield Mark(item.at("options", index), message)


_MONTHS = 24
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


@rule("old-note", Level.WARNING)
def old_note(sheet: Sheet) -> Iterator[Mark]:
    """A dated note was last checked more than two years ago, or will be only in the future.

    ## Why it matters

    A note is there for what changes. What was true then may mislead today.

    Source: Content of the quiz: imprecise claims carry a dated note

    ## How to mend it

    Look its source up again, correct the note, and set `as_of` to this month.

    Weak:

    ```yaml
    note: {text: It is sold in 60 countries., as_of: 2001-01, source: The maker's report}
    ```

    Better:

    ```yaml
    note: {text: It is sold in 60 countries., as_of: 2026-11, source: The maker's report}
    ```

    ## Known traps

    A note of exactly two years ago is left alone, and so are years in its text.
    """
    for path, note in _notes(sheet):
        found = _MONTH.match(note.as_of)
        if found:
            age = (sheet.today.year - int(found[1])) * 12 + sheet.today.month - int(found[2])
            if age > _MONTHS:
                yield Mark((*path, "as_of"), f"The note was last checked in {found[0]}.")
            elif age < 0:
                yield Mark((*path, "as_of"), f"The note can't have been checked in {found[0]} yet.")


def _notes(sheet: Sheet) -> Iterator[tuple[Path, Note]]:
    for index, note in enumerate(sheet.quiz.know):
        yield ("know", index), note
    for item in sheet.items:
        if item.question.note:
            yield item.at("note"), item.question.note


@rule("claim-not-asked", Level.WARNING)
def claim_not_asked(sheet: Sheet) -> Iterator[Mark]:
    """No question asks about a claim, and nothing says why; or one asks, though it is said why not.

    ## Why it matters

    A fact that was worth listing was forgotten.

    Source: Content of the quiz: every claim is asked, or listed with a reason

    ## How to mend it

    Either name the claim under a question's `claims`, or say under `unasked` why not.

    Weak:

    ```yaml
    claims: {C04: {says: It was first an anesthetic, status: ok}}
    ```

    Better:

    ```yaml
    claims: {C04: {says: It was first an anesthetic, status: ok, unasked: Too easy}}
    ```

    ## Known traps

    Whether the question really asks about the claim is not looked at.
    """
    asked = {claim for question in sheet.quiz.questions for claim in question.claims}
    for name, claim in sheet.quiz.claims.items():
        if name not in asked and not claim.unasked:
            yield Mark(("claims", name), "No question asks about this claim.")
        elif name in asked and claim.unasked:
            message = "A question asks about this claim, and here a reason stands why not."
            yield Mark(("claims", name, "unasked"), message)


@rule("claim-without-note", Level.WARNING)
@each
def claim_without_note(item: Item) -> Iterator[Mark]:
    """A question asks about a claim that is imprecise or dated, and has no note.

    ## Why it matters

    The answer is right by the article alone. The learner should hear what is known today.

    Source: Content of the quiz: imprecise claims carry a dated note

    ## How to mend it

    Add a `note` with what other sources say, its month and where to look it up.

    Weak:

    ```yaml
    claims: {C15: {says: It is for severe depression, status: imprecise}}
    questions:
    - {id: a, claims: [C15]}
    ```

    Better:

    ```yaml
    claims: {C15: {says: It is for severe depression, status: imprecise}}
    questions:
    - {id: a, claims: [C15], note: {text: The label says more., as_of: 2026-11, source: The label}}
    ```

    ## Known traps

    Whether the note speaks of that claim is not looked at. A teach-back needs none.
    """
    question, claims = item.question, item.sheet.quiz.claims
    if question.note or question.kind == "teach-back":
        return
    for index, name in enumerate(question.claims):
        claim = claims.get(name)
        if claim and claim.status in {Status.IMPRECISE, Status.DATED}:
            message = f"The claim {name} is {claim.status}, and the question has no note."
            yield Mark(item.at("claims", index), message)


@rule("lone-group", Level.WARNING)
def lone_group(sheet: Sheet) -> Iterator[Mark]:
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
    sizes = {group: len(ids) for group, ids in groups(sheet.quiz.questions).items()}
    for item in sheet.items:
        group = item.question.group
        if group is not None and sizes[group] == 1:
            yield Mark(item.at("group"), f"No other question is in the group {group}.")
