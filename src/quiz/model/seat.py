"""A learner's place in a class, and what is answered from there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quiz.model.answer import Answer

LONGEST_OWN_NAME = 20
"""Characters of a name that a learner typed: more do not fit on a phone and in a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A learner's place in a class."""

    id: int
    """Its number in the class, from 1: no learner is told it."""
    name: str
    """The learner's name; empty once it was forgotten."""
    code: str
    """What takes it up on another device: only the learner is shown it."""
    joined: datetime
    """When it was taken, with a time zone."""
    hidden: bool = False
    """Whether the teacher hid its name."""
    extra_seconds: int = 0
    """How much longer than for the others each question is open."""

    @property
    def shown(self) -> str:
        """The name as others may read it."""
        return self.name if self.name and not self.hidden else self.unnamed

    @property
    def unnamed(self) -> str:
        """What stands for a name that is hidden or was forgotten."""
        return f"Learner {self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """An answer from a seat."""

    seat: int
    """The id of the seat."""
    position: int
    """The place of the question in the order of the class, from 0."""
    round: int
    """1; in a vote after a talk 2."""
    answer: Answer
    """The answer, by the indices of the quiz file."""
    at: datetime
    """When it was given, or last changed, with a time zone."""
    certainty: int | None = None
    """How sure the learner said to be, from 1 to 3."""
    changes: int = 0
    """How often the learner had changed it before."""


Votes = Mapping[tuple[int, int], Vote]
"""The answers from one seat, by the place of the question and the round."""
