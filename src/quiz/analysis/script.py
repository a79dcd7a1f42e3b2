"""What one learner of a class did: each answer with what it is worth."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.model.answer import Answer
from quiz.model.quiz import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An answer that was marked."""

    answer: Answer
    """The answer, to the question as its quiz has it."""
    fraction: float
    """The share of the question's points that it earned, from 0 to 1."""
    certainty: int | None = None
    """How sure the learner said to be, from 1 to 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What one learner handed in, marked."""

    learner: str
    """The learner's name or code; one script for each learner and form."""
    form: Form | None = None
    """Which form of the quiz was asked."""
    marked: Mapping[str, Marked | None]
    """By the id of each question that was asked, the answer; None where it was left empty."""
