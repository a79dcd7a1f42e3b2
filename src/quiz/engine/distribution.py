"""What was answered in a class, and how often."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quiz.engine.kinds import KINDS
from quiz.engine.kinds.base import Part, Possible
from quiz.engine.lesson import Lesson
from quiz.model.answer import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One possible answer, and how many gave it."""

    text: str | None
    """The answer in words; None where a blank or a pair was left open."""
    count: int
    """How many gave it."""
    right: bool | None
    """Whether it is right; None where nothing is right or wrong."""
    why: str | None
    """Why it is right or wrong, in the author's words."""
    place: int | None = None
    """Its place among the parts as they are shown, where it is an option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """What was answered to a question, or to a part of it."""

    part: str
    """Which part: a blank, or what was to be paired; empty for the whole question."""
    rows: tuple[Drawn, ...]
    """The possible answers: options as they are shown; what was typed, the most frequent first."""
    typed: bool
    """Whether the answers are in the learners' own words."""


def distribution(
    lesson: Lesson, position: int, answers: Sequence[Answer]
) -> tuple[Distribution, ...]:
    """Return how many gave which answer to the question at a place."""
    question = lesson.question(position)
    kind = KINDS[question.kind]
    order = lesson.asked[position].option_order if kind.options(question) else ()
    places: dict[Hashable, int] = {index: place for place, index in enumerate(order)}
    return tuple(
        Distribution(part=part.name, rows=_rows(part, answers, places), typed=part.typed)
        for part in kind.counted(question, answers, lesson.quiz)
    )


def in_public(found: Iterable[Distribution]) -> tuple[Distribution, ...]:
    """Return what was answered without the learners' own words: of those, what the author knows."""
    return tuple(_known(one) if one.typed else one for one in found)


def _known(one: Distribution) -> Distribution:
    known = [row for row in one.rows if row.right or row.why]
    others = sum(row.count for row in one.rows) - sum(row.count for row in known)
    other = Drawn(text="Other answers", count=others, right=None, why=None)
    return Distribution(part=one.part, rows=(*known, other) if others else (*known,), typed=True)


def _rows(
    part: Part[Answer], answers: Iterable[Answer], places: Mapping[Hashable, int]
) -> tuple[Drawn, ...]:
    counts = Counter(key for answer in answers for key in part.keys(answer))
    rows = [_drawn(row, counts, places) for row in part.rows]
    if part.frequent_first:
        rows.sort(key=lambda row: (-row.count, row.text is None, row.text or ""))
    else:
        rows.sort(key=lambda row: -1 if row.place is None else row.place)
    return tuple(rows)


def _drawn(row: Possible, counts: Counter[Hashable], places: Mapping[Hashable, int]) -> Drawn:
    return Drawn(
        text=row.text,
        count=counts[row.key],
        right=row.right,
        why=row.why,
        place=places.get(row.key),
    )
