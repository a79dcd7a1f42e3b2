"""An attempt: a session, what it is for, and what the history knows of it."""

import os
from dataclasses import dataclass
from typing import Literal

from quiz.engine.session import Session
from quiz.store.purpose import Purpose

Form = Literal["pre", "post"]
"""Questions to ask before teaching, and others to ask after it."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A session, and what the history knows of it."""

    key: str
    """Its name in the history."""
    session: Session
    """The questions and the answers so far."""
    purpose: Purpose
    """What it is for."""
    seed: int
    """What the order was drawn from."""
    certainty: bool
    """Whether the learner is asked how sure they are."""
    form: Form | None
    """Which form of the quiz is asked."""
    new: bool = False
    """Whether the history has still to hear that it was begun."""
    saved: bool = False
    """Whether all of it is in the history on disk."""
    notice: str | None = None
    """What changed in the quiz since it was begun, in words."""
    assignment: str | None = None
    """The id of the assignment that it takes, in an exercise."""
    learner: str | None = None
    """The learner's name or code, in an exercise."""

    @property
    def practice(self) -> bool:
        """Whether it goes through what was missed: that counts for nothing."""
        return self.purpose is Purpose.AGAIN

    @property
    def exercise(self) -> bool:
        """Whether it is one for a class."""
        return self.purpose is Purpose.EXERCISE

    @property
    def review(self) -> bool:
        """Whether it goes through what is due: what is not answered just stays due."""
        return self.purpose is Purpose.REVIEW


def new_id() -> str:
    """Return an id that no other attempt or assignment has: 16 hex digits."""
    return os.urandom(8).hex()
