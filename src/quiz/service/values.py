"""What a desk tells of quizzes and of the past."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from quiz.model.problem import Problem
from quiz.model.quiz import Quiz
from quiz.store.past import Exercise, PastAnswer, PastAttempt, Summary, Unfinished

__all__ = [
    "Due",
    "Exercise",
    "Kept",
    "PastAnswer",
    "PastAttempt",
    "Shelved",
    "Summary",
    "Unfinished",
]


@dataclass(frozen=True, slots=True)
class Shelved:
    """A quiz on the shelf, as home lists it."""

    name: str
    """What it is called on the command line."""
    path: Path
    """Its file."""
    quiz: Quiz | None
    """The quiz; None where the file can't be read."""
    problems: tuple[Problem, ...] = ()
    """Why the file can't be read."""
    summary: Summary = field(default_factory=Summary)
    """The last and the best score."""
    due: int = 0
    """How many of its questions are due today."""
    unfinished: Unfinished | None = None
    """The attempt that can be taken up again."""


@dataclass(frozen=True, slots=True)
class Due:
    """What is due of a quiz."""

    quiz: Quiz
    """The quiz as it is now."""
    questions: tuple[str, ...]
    """The ids of the questions due today, the longest due first."""
    next: date | None
    """The next day, after today, on which one is due."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a quiz, whether or not its file is still there."""

    id: str
    """Its id."""
    title: str
    """Its title when it was last taken."""
    quiz: Quiz | None
    """The quiz as it is now; None where its file is gone or can't be read."""
    attempts: tuple[PastAttempt, ...]
    """The attempts that count, the oldest first."""
