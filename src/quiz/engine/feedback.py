"""What a learner is told after an answer: the same words in every front end."""

from dataclasses import dataclass
from enum import StrEnum

from quiz.engine.kinds import KINDS
from quiz.engine.kinds.base import Reason
from quiz.engine.session import Response
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Quiz


class Verdict(StrEnum):
    """The first words of an explanation."""

    RIGHT = "Right"
    PARTLY = "Partly right"
    WRONG = "Not quite"
    NONE = "Not answered"
    DONE = "Done"
    ANSWERED = "Answered"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a learner is told after an answer."""

    verdict: Verdict
    """Right, partly right, not quite, not answered, or done."""
    reasons: tuple[Reason, ...]
    """Every possible answer that there is something to say of, in the order of the file."""
    tally: str | None = None
    """What the points of an answer are made of, where its marks alone don't say it."""


def feedback(question: Question, response: Response | None, quiz: Quiz) -> Feedback:
    """Return what to tell of an answer, or of a question that was left without one."""
    kind, answer = KINDS[question.kind], response.answer if response else None
    grade = response.grade if response else None
    return Feedback(
        verdict=verdict(question, response),
        reasons=tuple(kind.reasons(question, answer, quiz)),
        tally=kind.tally(question, grade) if grade and not grade.right else None,
    )


def verdict(question: Question | PublicQuestion, response: Response | None) -> Verdict:
    """Return the first words to say of an answer; without its key only that there is one."""
    if response is None:
        return Verdict.NONE
    if isinstance(question, PublicQuestion) or response.grade is None:
        return Verdict.ANSWERED
    if not question.scored:
        return Verdict.DONE
    return of_fraction(response.grade.fraction)


def of_fraction(fraction: float) -> Verdict:
    """Return the verdict on an answer that earned a fraction of its points."""
    if fraction == 1:
        return Verdict.RIGHT
    return Verdict.PARTLY if fraction > 0 else Verdict.WRONG
