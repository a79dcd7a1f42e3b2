"""95 % intervals about figures, by formulas: the same class always gives the same one."""

from collections.abc import Sequence
from math import atanh, exp, log, sqrt, tanh
from statistics import fmean

from quiz.analysis.item_statistics import variance
from quiz.model.proportion import Z

Interval = tuple[float, float]
"""The lower and the upper end."""


def of_correlation(percent: float, learners: int) -> Interval | None:
    """Return the interval about 100 times a correlation; None where it is perfect.

    Source: Fisher (1921), by the transformation z = atanh r with a standard error of
    1 / sqrt(n - 3). It is an approximation where the points are only right or wrong.
    """
    if learners < 4 or abs(percent) >= 100:
        return None
    z, half = atanh(percent / 100), Z / sqrt(learners - 3)
    return 100 * tanh(z - half), 100 * tanh(z + half)


def of_consistency(percent: float, learners: int, questions: int) -> Interval | None:
    """Return the interval about 100 times Cronbach's alpha; None where it is 1.

    Source: Bonett (2002), by ln(1 - alpha) with the variance 2k / ((k - 1)(n - 2)).
    """
    if learners < 3 or questions < 2 or percent >= 100:
        return None
    half = Z * sqrt(2 * questions / ((questions - 1) * (learners - 2)))
    middle = log(1 - percent / 100)
    return 100 * (1 - exp(middle + half)), 100 * (1 - exp(middle - half))


def of_mean(values: Sequence[float]) -> Interval | None:
    """Return the interval about the mean of two values or more.

    Source: Student (1908), t sqrt(var / n) on both sides.
    """
    if len(values) < 2:
        return None
    middle = fmean(values)
    half = t(len(values) - 1) * sqrt(variance(values) / len(values))
    return middle - half, middle + half


def t(freedom: int) -> float:
    """Return between which values 95 % of Student's t lie, for 29 degrees of freedom or more.

    Source: the expansion in powers of 1/n of Abramowitz & Stegun (1964), 26.7.5.
    """
    z, n = Z, freedom
    return (
        z
        + (z**3 + z) / (4 * n)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
    )
