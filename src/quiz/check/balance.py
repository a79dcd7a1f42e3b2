"""What the quiz asks how much about, and which questions give each other away."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from quiz.check.context import ItemContext, QuizContext
from quiz.check.finding import Level, Violation, listed
from quiz.check.rule import rule
from quiz.engine.kinds.field import Amount
from quiz.model.labels import Difficulty, Skill
from quiz.model.question import KINDS, Question
from quiz.model.words import carries, content_stems, stem, words


def counts(context: QuizContext) -> dict[str, dict[str, int]]:
    """Return the number of scored questions by topic, skill, kind and difficulty."""
    questions = [question for question in context.quiz.questions if question.scored]
    difficulties = [*Difficulty, "unknown"]
    return {
        "topic": _count(context.quiz.topics, (question.topic for question in questions)),
        "skill": _count(Skill, (question.skill or "" for question in questions)),
        "kind": _count(KINDS, (each.kind for each in context.quiz.questions)),
        "difficulty": _count(difficulties, (each.difficulty or "unknown" for each in questions)),
    }


def _count(names: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counted = Counter(map(str, found))
    return {str(name): counted[str(name)] for name in names}


def groups(questions: Iterable[Question]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the questions of each group."""
    found = defaultdict(list)
    for question in questions:
        if question.group is not None:
            found[question.group].append(question.id)
    return {group: tuple(ids) for group, ids in found.items()}


_FURTHEST = 1
_SWAPPED = 2


@rule("forms-not-parallel", Level.WARNING)
def forms_not_parallel(context: QuizContext) -> Iterator[Violation]:
    """The questions before and after teaching differ in number, topics, difficulty or skills.

    ## Why it matters

    A gain from the first form to the second then says nothing about learning; and a skill that only
    one form asks for can show none.

    Source: Content of `forms`: parallel forms that share no question

    ## How to mend it

    Move questions until each topic, difficulty and skill has about as many in both forms.

    Weak:

    ```yaml
    forms: {pre: [a, b], post: [c]}
    ```

    Better:

    ```yaml
    forms: {pre: [a, b], post: [c, d]}
    ```

    ## Known traps

    One question in ten that has another topic, difficulty or skill in the other form is left alone,
    and one in any form. Kinds are not compared.
    """
    forms = context.quiz.forms
    if forms is None:
        return
    known = context.quiz.by_id
    pre, post = (
        [known[each] for each in form if each in known] for form in (forms.pre, forms.post)
    )
    compared = ("topic", "difficulty", "skill")
    differences = [text for what in compared for text in _differences(what, pre, post)]
    if len(pre) != len(post):
        differences.insert(0, f"{len(pre)} before and {len(post)} after")
    if differences:
        yield Violation(("forms",), f"The two forms are not parallel: {'; '.join(differences)}.")


def _differences(what: str, pre: list[Question], post: list[Question]) -> Iterator[str]:
    before = Counter(str(getattr(question, what) or "unknown") for question in pre)
    after = Counter(str(getattr(question, what) or "unknown") for question in post)
    off = {name: abs(before[name] - after[name]) for name in sorted(before | after)}
    many = sum(off.values()) > max(_SWAPPED, (len(pre) + len(post)) / 10)
    for name, difference in off.items():
        if difference > _FURTHEST or (many and difference):
            yield f"{what} {name}: {before[name]} before and {after[name]} after"


_SEVERAL = 2
_TOPICAL = 40


@rule("answers-another", Level.WARNING, english=True)
def answers_another(context: QuizContext) -> Iterator[Violation]:
    """The words of a question hold the right answer of another one.

    ## Why it matters

    Whoever meets both reads the answer of the one in the other.

    Source: NBME Item-Writing Guide; Haladyna et al. (2002), guideline 4 (independent items)

    ## How to mend it

    Say it in other words, or give both the same `group`: then one sitting asks only one.

    Weak:

    ```yaml
    questions:
    - {id: brand, kind: short, ask: "Under which brand name is it sold?", accept: [Spravato]}
    - {id: whom, kind: short, ask: "For which illness is Spravato meant?", accept: [depression]}
    ```

    Better:

    ```yaml
    questions:
    - {id: brand, group: spravato, kind: short, ask: "Which brand name?", accept: [Spravato]}
    - {id: whom, group: spravato, kind: short, ask: "What is Spravato for?", accept: [depression]}
    ```

    ## Known traps

    Right options count from two words that carry meaning, or one figure or name, typed answers from
    one word. A word that the quiz is about, or that stands in over 40 questions, gives nothing
    away. Wrong options of another question are not looked at.
    """
    asked = {item.question.id: _all_stems(item) for item in context.items}
    standing: dict[str, set[str]] = defaultdict(set)
    for id_, text in asked.items():
        for word in text.split():
            standing[word].add(id_)
    groups = {question.id: question.group for question in context.quiz.questions}
    gives_away: dict[str, set[str]] = defaultdict(set)
    for item in context.items:
        own, group = item.question.id, item.question.group
        for key in _keys(item):
            for id_ in _holding(key, standing, asked):
                if id_ != own and (group is None or groups[id_] != group):
                    gives_away[id_].add(own)
    for item in context.items:
        if item.question.id in gives_away:
            names = listed(sorted(gives_away[item.question.id]))
            yield Violation(item.at("ask"), f"The question tells the answer of {names}.")


def _all_stems(item: ItemContext) -> str:
    return " . ".join(["", *(" ".join(content_stems(text)) for _, text in item.asks), ""])


def _keys(item: ItemContext) -> Iterator[list[str]]:
    """Yield the right answers that are distinct enough to be recognised, as stems."""
    for field in item.fields:
        if isinstance(field, Amount):
            digits = str(int(field.answer) if field.answer == int(field.answer) else field.answer)
            if len(digits) > _SEVERAL:
                yield [digits]
        else:
            yield from _distinct(item.context, field.key, least=1)
    for option in item.options:
        if option.correct:
            yield from _distinct(item.context, option.text, least=_SEVERAL)


def _distinct(context: QuizContext, text: str, *, least: int) -> Iterator[list[str]]:
    carrying = [word for word in words(text) if carries(word)]
    distinct = [word for word in carrying if stem(word) not in context.topic_words]
    figures = any(word.isdecimal() and len(word) > _SEVERAL for word in distinct)
    named = len(carrying) == 1 and carrying[0] in context.names and distinct
    if len(distinct) >= least or figures or named:
        yield content_stems(text)


def _holding(
    key: list[str], standing: Mapping[str, set[str]], asked: Mapping[str, str]
) -> list[str]:
    """Return the ids of the questions whose words hold the words of the key, side by side."""
    rarest = min((standing.get(word, set()) for word in key), key=len)
    if len(rarest) > _TOPICAL:
        return []
    phrase = f" {' '.join(key)} "
    return [id_ for id_ in rarest if phrase in asked[id_]]
