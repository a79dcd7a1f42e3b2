"""What one learner handed in and earned, and who belongs to the upper and the lower third."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quiz.analysis.item_statistics import DIGITS, total
from quiz.analysis.marked_answer import MarkedAnswer, Outcome, outcome
from quiz.engine.certainty import certainty_points
from quiz.model.question import Question
from quiz.model.quiz import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSubmission:
    """What one learner handed in, marked."""

    learner: str
    """The learner's name or code; one of them for each form."""
    form: Form | None = None
    """Which form of the quiz was asked."""
    assignment: str | None = None
    """The id of the assignment, where it is known."""
    looks: int = 0
    """How often the passage was opened before an answer."""
    answers: Mapping[str, MarkedAnswer | None]
    """By the id of each question that was asked, the answer; None where it was left empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """What one learner earned in one form. Questions that earn no points are not counted."""

    submission: MarkedSubmission
    """What the learner handed in."""
    points: float
    """The points earned."""
    possible: int
    """The points that full answers to what was asked would have earned."""
    right: int
    """How many answers were fully right."""
    partly: int
    """How many were right in part."""
    wrong: int
    """How many earned nothing."""
    empty: int
    """How many questions were left empty."""
    regraded: int
    """How many of the answers are worth something else than by the key, by the teacher."""
    certainty_points: float | None
    """What certainty-based marking gives; None where no certainty was said."""

    @property
    def name(self) -> str:
        """The learner's name or code."""
        return self.submission.learner

    @property
    def asked(self) -> int:
        """How many scored questions were asked."""
        return self.right + self.partly + self.wrong + self.empty

    @property
    def share(self) -> float | None:
        """The share of the points, from 0 to 1; None where there were none to earn."""
        return round(self.points / self.possible, DIGITS) if self.possible else None


def learner(submission: MarkedSubmission, scored: Mapping[str, Question]) -> Learner:
    """Return what a learner earned of the scored questions."""
    marked = [(scored[name], one) for name, one in submission.answers.items() if name in scored]
    given = [(question, one) for question, one in marked if one]
    went = Counter(outcome(one) for _, one in marked)
    sure = [
        certainty_points(one.judged_certainty, one.fraction)
        for _, one in given
        if one.judged_certainty
    ]
    return Learner(
        submission=submission,
        points=total([question.points * one.fraction for question, one in given]),
        possible=sum(question.points for question, _ in marked),
        right=went[Outcome.RIGHT],
        partly=went[Outcome.PARTLY],
        wrong=went[Outcome.WRONG],
        empty=went[Outcome.EMPTY],
        regraded=sum(one.regraded for _, one in given),
        certainty_points=total(sure) if sure else None,
    )


class Third(StrEnum):
    """A part of the class by its scores."""

    UPPER = "upper"
    LOWER = "lower"


def thirds(learners: Sequence[Learner]) -> tuple[Third | None, ...]:
    """Return for each learner whether they belong to the upper or the lower third.

    Learners with equal scores are kept together, so a third may hold more than a third. Where that
    would put one learner into both, or there are fewer than three, nobody belongs to any.
    """
    shares = sorted(one.share for one in learners if one.share is not None)
    size = len(shares) // 3
    if not size or shares[size - 1] >= shares[-size]:
        return (None,) * len(learners)
    return tuple(_third(one.share, shares[size - 1], shares[-size]) for one in learners)


def _third(share: float | None, low: float, high: float) -> Third | None:
    if share is None or low < share < high:
        return None
    return Third.UPPER if share >= high else Third.LOWER
