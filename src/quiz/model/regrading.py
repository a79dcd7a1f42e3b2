"""What a teacher gives for an answer that the key did not foresee."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST = 5_000
"""Answers that a teacher may grade over in one class."""


class Credit(StrEnum):
    """What an answer is worth by the teacher."""

    FULL = "full"
    HALF = "half"
    NONE = "none"

    @property
    def share(self) -> float:
        """The share of the points, from 0 to 1."""
        return {Credit.FULL: 1.0, Credit.HALF: 0.5, Credit.NONE: 0.0}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrade:
    """What a teacher gives all who gave one answer."""

    quiz: str
    """The id of the quiz."""
    question: str
    """The content id of the question, as in a result file."""
    blank: int = 1
    """Which blank, from 1."""
    answer: str
    """The answer, as most of them wrote it."""
    points: Credit
    """What it is worth."""
    at: datetime
    """When that was decided, with a time zone."""
