"""What the command line asks a front end for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.assignment import Assignment
from quiz.model.quiz import Form, Quiz
from quiz.model.returned import Returned

if TYPE_CHECKING:  # statistics and classes take their time, and only a teacher asks for them
    from quiz.analysis.class_report import ClassReport
    from quiz.analysis.regrading import GradeOver
    from quiz.service.live_class import LiveClass


Squares = tuple[tuple[bool, ...], ...]
"""A QR code row by row: whether each square is dark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosted:
    """A class that is served from here, for a teacher to lead."""

    room: LiveClass
    """The class."""
    address: str
    """What learners open."""
    teacher: str
    """What the teacher opens to lead from another device; nobody else may know it."""
    code: Squares
    """The QR code of the address to join."""
    teacher_code: Squares
    """The QR code of the teacher's address."""
    serve: Callable[[Callable[[], None]], Awaitable[None]]
    """Serves it until cancelled, or until it can't; calls what it is given once it answers."""
    others: tuple[str, ...] = ()
    """Other addresses of this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the learner asks for on the command line; None where it is not said."""

    screen: Literal["home", "play", "review", "class", "host"] = "home"
    """Where to open."""
    quiz: Quiz | None = None
    """The quiz to take; None where the learner is to choose."""
    assignment: Assignment | None = None
    """The exercise to take in its place, as a teacher handed it out."""
    returned: Returned | None = None
    """A result that a teacher returned, to look at in its place."""
    learner: str | None = None
    """Who takes the exercise; None where that is to be asked."""
    wanted: QuestionFilter = field(default_factory=QuestionFilter)
    """Which questions to ask."""
    seed: int | None = None
    """The seed of the order and the shuffle; None for a new one each time."""
    mode: Mode | None = None
    """When to explain."""
    certainty: bool | None = None
    """Whether to ask how sure the learner is."""
    form: Form | None = None
    """Which form of the quiz to ask."""
    skip_passage: bool = False
    """Whether to go to the first question without the passage."""
    resume: bool | None = None
    """Whether to go on with an unfinished attempt."""
    report: ClassReport | None = None
    """What a class understood, for a teacher."""
    grade_over: GradeOver | None = None
    """What grades its answers over; None where that can't be."""
    hosted: Hosted | None = None
    """A class to lead, for a teacher."""
