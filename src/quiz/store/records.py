"""What is kept, as plain records: a row of a table each, and all of an attempt a line of JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.result import Result
from quiz.model.answer import Answer
from quiz.store.purpose import Purpose


@dataclass(frozen=True, slots=True)
class PlannedQuestion:
    """A question as an attempt asks it."""

    question: str
    content_id: str
    """The fingerprint of its text and key."""
    option_order: tuple[int, ...]
    scored: bool
    """Whether it earns points at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRecord:
    """An answer that was given, and what it earned."""

    attempt: str
    quiz: str
    version: int
    question: str
    content_id: str
    purpose: Purpose
    answer: Answer
    fraction: float
    """The share of the points that it earned."""
    parts: tuple[bool, ...]
    """Whether each part of it is right."""
    scored: bool
    certainty: int | None
    """How sure the learner said to be, from 1 to 3."""
    at: datetime
    """When it was given; in a test, when it was last changed."""
    meant: bool = False
    """Whether it was wrong, and meant as the right answer."""
    changes: int = 0
    """How often the learner had changed it before, in a test."""
    number: int = 0
    """Answers are numbered in the order in which they were saved, whatever the clock said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionRecord:
    """What is to be handed in of an exercise, and where it went."""

    attempt: str
    stem: str
    """What its result file is called, without its ending."""
    text: str
    """What its result file holds."""
    folder: Path
    """The folder into which it goes."""
    placed: Path | None = None
    """Its result file; None while it waits."""
    placed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRecord:
    """An attempt with all that was answered in it."""

    id: str
    quiz: str
    version: int
    title: str
    """The quiz's title then."""
    path: Path | None
    """The file that the quiz was read from."""
    purpose: Purpose
    mode: str
    form: str | None
    certainty: bool
    """Whether the learner is asked how sure they are."""
    seed: int
    begun: datetime
    plan: tuple[PlannedQuestion, ...]
    """Its questions, in the order in which they are asked."""
    position: int
    flagged: tuple[int, ...]
    passage_views: int
    ended: datetime | None = None
    """When it was finished or left; None while it can be taken up again."""
    result: Result | None = None
    """What it came to; None where it wasn't finished."""
    assignment: str | None = None
    learner: str = ""
    responses: tuple[ResponseRecord, ...] = ()
    submission: SubmissionRecord | None = None
    second_goes: Mapping[str, SecondGo] = field(default_factory=dict)
    """Why an answer got a second go, by the ids of the questions: none gets two."""

    @property
    def asked(self) -> int:
        """How many questions it asks."""
        return len(self.plan)

    @property
    def answered(self) -> int:
        """How many of them have an answer."""
        there = {(one.question, one.content_id) for one in self.plan}
        return sum((one.question, one.content_id) in there for one in self.responses)
