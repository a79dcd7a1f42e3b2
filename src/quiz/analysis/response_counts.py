"""What learners answered, and how many took each answer: of all, and of both ends of the class."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from quiz.analysis.learner import Third
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.engine.kinds import KINDS
from quiz.engine.kinds.base import Part, Possible
from quiz.model.answer import Answer
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.regrading import Credit

_RIGHT = {Credit.FULL: True, Credit.HALF: None, Credit.NONE: False}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseCount:
    """One possible answer, and how many took it."""

    text: str | None
    """The answer in words; None where a blank or a pair was left open."""
    right: bool | None
    """Whether it is right; None where it is half right, or nothing is right or wrong."""
    count: int
    """How many took it."""
    upper: int
    """How many of the upper third."""
    lower: int
    """How many of the lower third."""
    why: str | None = None
    """Why it is right or wrong, in the author's words."""
    quote: str | None = None
    """The words of the passage that it was taken from, where they are known."""
    credit: Credit | None = None
    """What the teacher gave for it; None where the key decides."""
    learners: tuple[str, ...] = ()
    """Who gave it, where it is in the learners' own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answers to a question, or to a part of it."""

    part: str
    """Which part: a blank, or what was to be paired; empty for the whole question."""
    rows: tuple[ResponseCount, ...]
    """The options in the order of the file; what was typed, put in order or found in the passage,
    the most frequent first."""
    typed: bool = False
    """Whether the answers are in the learners' own words."""


Given = Sequence[tuple[MarkedAnswer, Third | None, str]]
"""Answers, each with the third that its learner belongs to, and the learner's name."""


def tables(question: Question, given: Given, quiz: Quiz) -> tuple[Table, ...]:
    """Return who took which answer; empty answers are not among them."""
    parts = KINDS[question.kind].counted(question, [marked.answer for marked, *_ in given], quiz)
    return tuple(
        Table(part=part.name, rows=tuple(_rows(part, place, given)), typed=part.typed)
        for place, part in enumerate(parts)
    )


def _rows(part: Part[Answer], place: int, given: Given) -> Sequence[ResponseCount]:
    counts: dict[Third | None, Counter[Hashable]] = {third: Counter() for third in (None, *Third)}
    given_for: dict[Hashable, Credit | None] = {}
    learners: dict[Hashable, tuple[str, ...]] = {}
    for marked, third, learner in given:
        keys = [*part.keys(marked.answer)]
        counts[third].update(keys)
        for key in keys if part.typed else ():
            learners[key] = (*learners.get(key, ()), learner)
        given_for |= dict.fromkeys(keys, next(iter(marked.credits[place : place + 1]), None))
    rows = [
        _count(row, counts, given_for.get(row.key), learners.get(row.key, ())) for row in part.rows
    ]
    if part.frequent_first:
        rows.sort(key=lambda row: (-row.count, row.text is None, row.text or ""))
    return rows


def _count(
    row: Possible,
    counts: dict[Third | None, Counter[Hashable]],
    credit: Credit | None,
    learners: tuple[str, ...],
) -> ResponseCount:
    upper, lower = counts[Third.UPPER][row.key], counts[Third.LOWER][row.key]
    return ResponseCount(
        text=row.text,
        right=_RIGHT[credit] if credit else row.right,
        count=counts[None][row.key] + upper + lower,
        upper=upper,
        lower=lower,
        why=row.why,
        quote=row.quote,
        credit=credit,
        learners=learners,
    )
