"""The learners who were asked the same questions, and how these compare with each other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quiz.analysis.figure import Blank, Figure, figure
from quiz.analysis.interval import Interval, of_correlation
from quiz.analysis.item_statistics import (
    DIGITS,
    Points,
    covariance,
    discrimination,
    efficiency,
    others,
    weights,
)
from quiz.analysis.learner import Learner, MarkedSubmission
from quiz.model.question import Question


@dataclass(frozen=True, slots=True)
class Matrix:
    """Points of every learner in it to every question in it."""

    columns: Mapping[str, tuple[float, ...]]
    """By the id of the question, the points of each learner."""
    totals: tuple[float, ...]
    """The points of each learner in all."""
    possible: int
    """What full answers would have earned."""
    everyone: bool
    """Whether all learners are in it."""

    @property
    def learners(self) -> int:
        """How many learners are in it."""
        return len(self.totals)

    def figure(
        self,
        value: float | None,
        blank: Blank = Blank.ALL_SAME,
        interval: Interval | None = None,
    ) -> Figure:
        """Return a figure about its learners, or why there is none."""
        if len(self.columns) < 2:
            value, blank = None, Blank.ONE_QUESTION
        made = figure(self.learners, value, blank, interval)
        if made.blank is Blank.FEW and not self.everyone:
            return Figure(made.learners, blank=Blank.FEW_ALIKE)
        return made


def matrix(learners: Sequence[Learner], scored: Mapping[str, Question]) -> Matrix:
    """Return the points of those who were asked the questions that most were asked.

    Where learners were asked questions by lot, hardly two were asked the same; where one of a
    class had an older version of the quiz, all others are in it.
    """
    asked = [frozenset(scored.keys() & one.submission.answers.keys()) for one in learners]
    sets = Counter(asked)
    common = max(sets, key=lambda ids: (sets[ids], len(ids), sorted(ids)), default=frozenset[str]())
    rows = [one for one, ids in zip(learners, asked, strict=True) if ids == common]
    return Matrix(
        columns={
            name: tuple(_points(one.submission, question) for one in rows)
            for name, question in scored.items()
            if name in common
        },
        totals=tuple(one.points for one in rows),
        possible=sum(scored[name].points for name in common),
        everyone=len(rows) == len(learners),
    )


def _points(submission: MarkedSubmission, question: Question) -> float:
    marked = submission.answers[question.id]
    return round(question.points * marked.fraction, DIGITS) if marked else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The figures of a question that compare it with the others."""

    discrimination: Figure
    """100 times the correlation with the other questions."""
    efficiency: Figure
    """The discrimination as a percentage of the highest possible one."""
    weight: Figure
    """How many percent of what tells learners apart comes from it."""


def comparisons(made: Matrix) -> dict[str, Comparison]:
    """Return how each question of a matrix compares with the others, by its id."""
    weighed = weights(tuple(made.columns.values()), made.totals)
    return {
        name: _comparison(made, x, weight)
        for (name, x), weight in zip(made.columns.items(), weighed, strict=True)
    }


def no_comparison(question: Question, made: Matrix) -> Comparison:
    """Return the same figures of a question that is not in the matrix, all blank."""
    blank = Blank.FEW_ALIKE if question.scored else Blank.NOT_SCORED
    none = Figure(made.learners, blank=blank)
    return Comparison(discrimination=none, efficiency=none, weight=none)


def _comparison(made: Matrix, x: Points, weight: float | None) -> Comparison:
    o = others(x, made.totals)
    found = discrimination(x, o)
    is_negative = covariance(x, made.totals) < 0
    return Comparison(
        discrimination=made.figure(found, interval=of_correlation(found or 0, made.learners)),
        efficiency=made.figure(efficiency(x, o)),
        weight=made.figure(weight, Blank.NEGATIVE if is_negative else Blank.ALL_SAME),
    )
