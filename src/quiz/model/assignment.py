"""What a teacher hands out: a quiz, or its questions without the key, and how to take it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Form, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentSettings:
    """How a class is to take a quiz."""

    mode: Literal["practice", "test"] = "test"
    """When answers are explained; without the key they never are."""
    count: int | None = None
    """How many of the questions each learner is asked; left out for all."""
    seed: int | None = None
    """The seed of the order, the same for all; left out for another one for each learner."""
    form: Form | None = None
    """Which form of the quiz it is."""
    certainty: bool = False
    """Whether learners are asked how sure they are."""
    instructions: str | None = None
    """What the teacher says before the first question."""
    until: datetime | None = None
    """Until when to hand in, with a time zone."""
    folder: str | None = None
    """Where to hand in: a folder inside that of the file; left out for beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A quiz as it is handed out to a class."""

    id: str
    """16 hex digits, new for each handing out."""
    quiz: str
    """The id of the quiz."""
    version: int
    """The version of the quiz."""
    fingerprint: str
    """16 hex digits that change when what the quiz asks changes; those of the whole quiz."""
    title: str
    """The title of the quiz."""
    language: str
    """The language of the quiz."""
    passage: Passage
    """The text that the questions are about."""
    terms: AssignmentSettings
    """How to take it."""
    questions: tuple[PublicQuestion, ...]
    """The questions without their key, each under its content id."""
    glossary: tuple[Term, ...] = ()
    """Hard words that are explained, but for those whose meaning may answer a question."""
    source: str | None = None
    """The quiz file as its author wrote it, where the key was to go along."""

    @property
    def asks(self) -> int:
        """How many questions each learner is asked."""
        return min(self.terms.count or len(self.questions), len(self.questions))

    @property
    def with_answers(self) -> bool:
        """Whether the key goes along."""
        return self.source is not None

    def late(self, now: datetime) -> bool:
        """Return whether it was to be handed in by now."""
        return self.terms.until is not None and self.terms.until < now
