"""The learners who were asked the same questions, and how these compare with each other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quiz.analysis import interval
from quiz.analysis.figure import FEWEST, Blank, Figure, figure
from quiz.analysis.interval import Interval
from quiz.analysis.item_statistics import (
    DIGITS,
    Points,
    covariance,
    covariances_without,
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
    worth: Mapping[str, int]
    """By the id of the question, what a full answer would have earned."""
    everyone: bool
    """Whether all learners are in it."""

    @property
    def learners(self) -> int:
        """How many learners are in it."""
        return len(self.totals)

    @property
    def possible(self) -> int:
        """What full answers would have earned in all."""
        return sum(self.worth.values())

    def figure(
        self,
        value: float | None,
        blank: Blank = Blank.ALL_SAME,
        interval: Interval | None = None,
    ) -> Figure:
        """Return a figure that compares its questions, or why there is none."""
        if len(self.columns) < 2:
            value, blank = None, Blank.ONE_QUESTION
        return self._of_alike(figure(self.learners, value, blank, interval))

    def intended_weight(self, name: str) -> Figure:
        """Return how many percent of the points to be earned are those of a question.

        Source: Moodle, "Intended question weight". Of learners who were asked questions by lot it
        is no more than what one of them was asked.
        """
        share = 100 * self.worth[name] / self.possible
        needs = 1 if self.everyone else FEWEST
        return self._of_alike(figure(self.learners, share, needs=needs))

    def _of_alike(self, made: Figure) -> Figure:
        few = made.blank is Blank.FEW and not self.everyone
        return replace(made, blank=Blank.FEW_ALIKE) if few else made


def matrix(learners: Sequence[Learner], scored: Mapping[str, Question]) -> Matrix:
    """Return the points of those who were asked the questions that most were asked.

    Where learners were asked questions by lot, hardly two were asked the same; where one of a
    class had an older version of the quiz, all others are in it.
    """
    asked = [frozenset(scored.keys() & one.submission.answers.keys()) for one in learners]
    sets = Counter(asked)
    common = max(sets, key=lambda ids: (sets[ids], len(ids), sorted(ids)), default=frozenset[str]())
    rows = [one for one, ids in zip(learners, asked, strict=True) if ids == common]
    questions = [question for name, question in scored.items() if name in common]
    return Matrix(
        columns={
            question.id: tuple(_points(one.submission, question) for one in rows)
            for question in questions
        },
        totals=tuple(one.points for one in rows),
        worth={question.id: question.points for question in questions},
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
    intended_weight: Figure
    """How many percent of the points to be earned are those of the question."""
    weight: Figure
    """How many percent of what tells learners apart comes from it."""


def comparisons(made: Matrix) -> dict[str, Comparison]:
    """Return how each question of a matrix compares with the others, by its id."""
    weighed = zip(made.columns, _weights(made), strict=True)
    return {name: _comparison(made, name, weight) for name, weight in weighed}


def no_comparison(made: Matrix, *, scored: bool) -> Comparison:
    """Return the same figures of a question that is not in the matrix, all blank."""
    few = made.learners < FEWEST
    apart = Blank.FEW_ALIKE if few else Blank.ASKED_APART
    none = Figure(made.learners, blank=apart if scored else Blank.NOT_SCORED, needs=FEWEST)
    return Comparison(discrimination=none, efficiency=none, intended_weight=none, weight=none)


def _comparison(made: Matrix, name: str, weight: Figure) -> Comparison:
    x = made.columns[name]
    o = others(x, made.totals)
    found, of_highest = discrimination(x, o), efficiency(x, o)
    highest = (discrimination(sorted(x), sorted(o)) or 0) / 100
    about = interval.of_correlation(found or 0, made.learners)
    return Comparison(
        discrimination=made.figure(found, interval=about),
        efficiency=made.figure(of_highest, interval=interval.of_efficiency(about, highest)),
        intended_weight=made.intended_weight(name),
        weight=weight,
    )


def _weights(made: Matrix) -> Sequence[Figure]:
    covariances = [covariance(x, made.totals) for x in made.columns.values()]
    found = zip(covariances, weights(covariances), _weights_without(made), strict=True)
    return [
        made.figure(
            weight,
            Blank.NEGATIVE if each < 0 else Blank.ALL_SAME,
            interval.jackknife(weight, without) if without and weight is not None else None,
        )
        for each, weight, without in found
    ]


def _weights_without(made: Matrix) -> Sequence[Points]:
    """Return what each question weighs without each learner in turn."""
    if made.learners < FEWEST:
        return [()] * len(made.columns)
    columns = (covariances_without(x, made.totals) for x in made.columns.values())
    rows = [weights(row) for row in zip(*columns, strict=True)]
    return [[each or 0.0 for each in column] for column in zip(*rows, strict=True)]
