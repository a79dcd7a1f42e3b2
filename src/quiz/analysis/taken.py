"""What learners answered, and how many took each answer: of all, and of both ends of the class."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from quiz.analysis.learner import Third
from quiz.engine.grading import holders
from quiz.engine.typed import equals_number, matches
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.normalize import normalize
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Picking,
    Question,
    Rejected,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.quiz import Quiz


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One possible answer, and how many took it."""

    text: str | None
    """The answer in words; None where a gap or a pair was left open."""
    right: bool | None
    """Whether it is right; None where nothing is right or wrong."""
    count: int
    """How many took it."""
    upper: int
    """How many of the upper third."""
    lower: int
    """How many of the lower third."""
    why: str | None = None
    """Why it is right or wrong, in the author's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answers to a question, or to a part of it."""

    part: str
    """Which part: a gap, or what was to be paired; empty for the whole question."""
    rows: tuple[Taken, ...]
    """The options in the order of the file; what was typed, put in order or found in the passage,
    the most frequent first."""


Given = Sequence[tuple[Answer, Third | None]]
"""Answers, each with the third that its learner belongs to."""


def tables(question: Question, given: Given, quiz: Quiz) -> tuple[Table, ...]:
    """Return who took which answer; empty answers are not among them."""
    match question:
        case Choice() | Choices() | Statement():
            return (Table(part="", rows=_options(question, given)),)
        case Number() | Short():
            return (Table(part="", rows=_typed(question, given)),)
        case Cloze():
            return _gaps(question, given)
        case Order():
            return _orders(question, given)
        case Match():
            return _pairs(question, given)
        case Locate():
            return (Table(part="", rows=_sentences(question, given, quiz)),)
        case TeachBack():
            return _points(question, given)


class _Count:
    """How many took each answer, by what it is known by."""

    def __init__(self, given: Given, keys: Callable[[Answer], Iterable[Hashable]]) -> None:
        self._by_third: dict[Third | None, Counter[Hashable]] = {
            third: Counter() for third in (None, *Third)
        }
        for answer, third in given:
            self._by_third[third].update(keys(answer))

    def taken(
        self, key: Hashable, text: str | None, right: bool | None, why: str | None = None
    ) -> Taken:
        """Return the row of an answer."""
        upper, lower = self._by_third[Third.UPPER][key], self._by_third[Third.LOWER][key]
        count = self._by_third[None][key] + upper + lower
        return Taken(text=text, right=right, count=count, upper=upper, lower=lower, why=why)

    @property
    def keys(self) -> set[Hashable]:
        """What was taken by anyone."""
        return {key for counter in self._by_third.values() for key in counter}


def _frequent(rows: Iterable[Taken]) -> tuple[Taken, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.count, row.text is None, row.text or "")))


def _options(question: Picking, given: Given) -> tuple[Taken, ...]:
    count = _Count(given, lambda answer: answer.options if isinstance(answer, ChoiceAnswer) else ())
    return tuple(
        count.taken(index, option.text, option.correct, option.why)
        for index, option in enumerate(question.options)
    )


def _typed(question: Number | Short, given: Given) -> tuple[Taken, ...]:
    return _texts(given, 0, partial(_is_right, question), question.reject)


def _is_right(question: Number | Short, text: str) -> bool:
    if isinstance(question, Number):
        return equals_number(text, question.answer, question.tolerance, question.unit)
    return matches(text, question.accept)


def _gaps(question: Cloze, given: Given) -> tuple[Table, ...]:
    made = []
    for place, gap in enumerate(question.gaps):
        rejected = (*gap.reject, *question.words)
        rows = _texts(given, place, partial(matches, accepted=gap.accept), rejected)
        part = f"Gap {place + 1}" if len(question.gaps) > 1 else ""
        made.append(Table(part=part, rows=rows))
    return tuple(made)


def _texts(
    given: Given, place: int, right: Callable[[str], bool], rejected: Sequence[Rejected]
) -> tuple[Taken, ...]:
    """Return what was typed in a field; what counts as the same text is one answer."""
    spellings: dict[str, Counter[str]] = {}
    for answer, _ in given:
        if isinstance(answer, TypedAnswer):
            text = " ".join(answer.texts[place].split())
            spellings.setdefault(normalize(text), Counter())[text] += 1
    shown = {
        key: min(found, key=lambda text: (-found[text], text)) for key, found in spellings.items()
    }
    count = _Count(
        given,
        lambda answer: [normalize(answer.texts[place])] if isinstance(answer, TypedAnswer) else [],
    )
    whys = {normalize(reject.text): reject.why for reject in reversed(rejected)}
    return _frequent(
        count.taken(key, text or None, right(text), whys.get(key)) for key, text in shown.items()
    )


def _orders(question: Order, given: Given) -> tuple[Table, ...]:
    """Return the orders that were given, and how many put each item into its place."""
    right = tuple(range(len(question.items)))
    count = _Count(given, lambda answer: [answer.items] if isinstance(answer, OrderAnswer) else [])
    orders = {right, *(answer.items for answer, _ in given if isinstance(answer, OrderAnswer))}
    rows = _frequent(
        count.taken(order, " → ".join(question.items[index] for index in order), order == right)
        for order in orders
    )
    in_place = _Count(given, _in_place)
    items = tuple(in_place.taken(index, item, True) for index, item in enumerate(question.items))
    return Table(part="", rows=rows), Table(part="In its place", rows=items)


def _in_place(answer: Answer) -> Iterable[int]:
    items = answer.items if isinstance(answer, OrderAnswer) else ()
    return [item for place, item in enumerate(items) if place == item]


def _pairs(question: Match, given: Given) -> tuple[Table, ...]:
    made = []
    for left, pair in enumerate(question.pairs):
        count = _Count(given, partial(_right_of, left))
        rows = [
            count.taken(index, right, index == left, _why_paired(question, left, index))
            for index, right in enumerate(question.rights)
        ]
        left_open = count.taken(None, None, False)
        made.append(Table(part=pair.left, rows=(*rows, *[left_open] * bool(left_open.count))))
    return tuple(made)


def _right_of(left: int, answer: Answer) -> Iterable[int | None]:
    return [answer.rights[left]] if isinstance(answer, MatchAnswer) else []


def _why_paired(question: Match, left: int, right: int) -> str | None:
    if right == len(question.pairs):
        return question.spare.why
    return question.pairs[left].why if left == right else None


def _sentences(question: Locate, given: Given, quiz: Quiz) -> tuple[Taken, ...]:
    passage, language = quiz.passage, quiz.language
    spans = passage.sentences(language)
    right = holders(question, passage, language)
    whys: Mapping[int, str] = {
        index: tempting.why
        for tempting in question.reject
        for index in passage.sentences_of(tempting.quote, language)
    }
    count = _Count(
        given, lambda answer: [answer.sentence] if isinstance(answer, LocateAnswer) else []
    )
    picked = {answer.sentence for answer, _ in given if isinstance(answer, LocateAnswer)}
    return _frequent(
        count.taken(index, passage.text[slice(*spans[index])], index in right, whys.get(index))
        for index in picked | set(right)
    )


def _points(question: TeachBack, given: Given) -> tuple[Table, ...]:
    """Return how many ticked each point of the checklist; nothing where nobody ticked any."""
    count = _Count(
        given, lambda answer: answer.ticked if isinstance(answer, TeachBackAnswer) else ()
    )
    rows = tuple(count.taken(index, point, None) for index, point in enumerate(question.checklist))
    return (Table(part="", rows=rows),) if any(row.count for row in rows) else ()
