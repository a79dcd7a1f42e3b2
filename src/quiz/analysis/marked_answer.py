"""An answer with what it is worth, and how a question went."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quiz.analysis.item_statistics import DIGITS
from quiz.engine.certainty import Certainty
from quiz.model.answer import Answer
from quiz.model.regrading import Credit


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedAnswer:
    """An answer that was marked."""

    answer: Answer
    """The answer, to the question as its quiz has it."""
    fraction: float
    """The share of the question's points that it earned, from 0 to 1."""
    certainty: int | None = None
    """How sure the learner said to be, from 1 to 3."""
    misspelled: bool = False
    """Whether nothing but the spelling keeps it from being right."""
    at: datetime | None = None
    """When it was given, or last changed; None where that is not known."""
    changes: int = 0
    """How often the learner had changed it before."""
    credits: tuple[Credit | None, ...] = ()
    """For each part what the teacher gave for it; None where the key decides. Empty where the key
    decides all."""
    regraded: bool = False
    """Whether that is worth something else than by the key."""

    @property
    def judged_certainty(self) -> Certainty | None:
        """How sure the learner said to be; None where only the spelling failed."""
        spared = self.misspelled and not self.fraction
        return Certainty(self.certainty) if self.certainty and not spared else None


class Outcome(StrEnum):
    """How a question went for a learner."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    EMPTY = "empty"
    NOT_ASKED = "not asked"


def outcome(marked: MarkedAnswer | None) -> Outcome:
    """Return how a question went that a learner was asked; None is an empty answer."""
    if marked is None:
        return Outcome.EMPTY
    fraction = round(marked.fraction, DIGITS)
    if fraction == 1:
        return Outcome.RIGHT
    return Outcome.PARTLY if fraction > 0 else Outcome.WRONG
