"""How a class is to take a quiz in browsers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quiz.model.quiz import Form


class Pace(StrEnum):
    """Who moves from question to question."""

    TEACHER = "teacher"
    """The teacher, for all."""
    OWN = "own"
    """Each learner, in any order."""


class Explanations(StrEnum):
    """When answers are explained where learners go at their own pace."""

    AT_ONCE = "at once"
    """After each answer, which then counts and can't be changed."""
    AT_END = "at the end"
    """When the class is over."""
    WHEN_SHOWN = "when shown"
    """When the teacher shows them."""


class Names(StrEnum):
    """Where the names of learners come from."""

    MADE = "made"
    """Two words, drawn by chance."""
    OWN = "own"
    """The learners type them."""
    ROSTER = "roster"
    """The learners type one that is on a list of the class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassSettings:
    """What a teacher chooses before a class."""

    pace: Pace = Pace.TEACHER
    """Who moves from question to question."""
    explanations: Explanations = Explanations.AT_END
    """When answers are explained at the learners' own pace."""
    names: Names = Names.MADE
    """Where the names of learners come from."""
    certainty: bool = False
    """Whether learners are asked how sure they are."""
    form: Form | None = None
    """Which form of the quiz is asked."""
    seconds: int | None = None
    """How long a question is open at the teacher's pace; None until the teacher closes it."""
    until: datetime | None = None
    """When the class ends by itself, with a time zone; None where the teacher ends it."""
    seats: int = 1_000
    """How many learners can join."""
    keep_names: bool = False
    """Whether names are kept until they are forgotten, and not for 14 days."""
