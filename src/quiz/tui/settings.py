"""How a learner wants to take a quiz."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.quiz import Form


@dataclass(frozen=True, slots=True)
class Settings:
    """How a learner wants to take a quiz."""

    mode: Mode
    """When answers are explained."""
    wanted: QuestionFilter
    """Which questions."""
    certainty: bool
    """Whether it is asked how sure they are."""
    form: Form | None = None
    """Which form of the quiz."""
    resume: bool = False
    """Whether to go on where the last attempt stood."""
