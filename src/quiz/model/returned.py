"""What a teacher gives back to one learner: the result, with the key to what was asked."""

from dataclasses import dataclass

from quiz.model.answer import Answer
from quiz.model.quiz import Form, Quiz

WHOLE = 1_000
"""All the points of a question, in thousandths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedAnswer:
    """One question that was asked, and what was answered."""

    question: str
    """The id of the question."""
    answer: Answer | None
    """The answer; None where it was left empty."""
    certainty: int | None = None
    """How sure the learner said to be, from 1 to 3."""
    given: int | None = None
    """What the teacher gave in the place of the key, in thousandths of the points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """The result of one learner, with the key."""

    assignment: str | None = None
    """The id of the assignment."""
    learner: str
    """The learner's name or code."""
    form: Form | None = None
    """Which form of the quiz was asked."""
    looks: int = 0
    """How often the passage was opened before an answer."""
    quiz: Quiz
    """The quiz, as far as this learner was asked it."""
    answers: tuple[ReturnedAnswer, ...]
    """Its questions in the order in which they were asked."""
