"""The figures of the scores of a class: how high, how far apart, how much of it is chance."""

from collections.abc import Sequence
from math import fsum, sqrt
from statistics import fmean, median

from quiz.analysis import interval
from quiz.analysis.figure import FEWEST, Blank, Figure, figure
from quiz.analysis.interval import Interval
from quiz.analysis.item_statistics import (
    consistency,
    covariances_without,
    deviation,
    error_ratio,
    kurtosis,
    skewness,
    squared_error,
    standard_error,
)
from quiz.analysis.matrix import Matrix


def score_figures(shares: Sequence[float], made: Matrix) -> dict[str, Figure]:
    """Return the figures of a form by their names: of all scores, and of those that compare."""
    return {**_describing(shares), **_comparing(made)}


def _describing(shares: Sequence[float]) -> dict[str, Figure]:
    names = "mean", "median", "deviation", "skewness", "kurtosis"
    if not shares:
        return dict.fromkeys(names, Figure(0, blank=Blank.NOT_SCORED))
    count = len(shares)
    made = (
        figure(count, fmean(shares), interval=interval.of_mean(shares), needs=1),
        figure(count, median(shares), needs=1),
        figure(count, deviation(shares, 1), needs=2),
        figure(count, skewness(shares), needs=3),
        figure(count, kurtosis(shares), needs=4),
    )
    return dict(zip(names, made, strict=True))


def _comparing(made: Matrix) -> dict[str, Figure]:
    columns = tuple(made.columns.values())
    alpha = consistency(columns, made.totals)
    about = interval.of_consistency(alpha or 0, made.learners, len(columns))
    ratio = None if alpha is None else error_ratio(alpha)
    error = None if ratio is None else standard_error(ratio, deviation(made.totals, made.possible))
    enough = made.learners >= FEWEST
    around = None if error is None or not enough else _about_error(error, made)
    return {
        "consistency": made.figure(alpha, interval=about),
        "error_ratio": made.figure(ratio, interval=interval.of_error_ratio(about)),
        "standard_error": made.figure(error, interval=around),
    }


def _about_error(error: float, made: Matrix) -> Interval:
    parts = [covariances_without(x, x) for x in made.columns.values()]
    wholes = covariances_without(made.totals, made.totals)
    without = [
        sqrt(squared_error(fsum(each), whole, len(parts))) / made.possible
        for *each, whole in zip(*parts, wholes, strict=True)
    ]
    return interval.jackknife(error, without)
