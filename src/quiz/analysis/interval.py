"""95 % intervals about figures, by formulas: the same class always gives the same one."""

from collections.abc import Sequence
from math import atanh, exp, log, sqrt, tanh
from statistics import fmean

from quiz.analysis.item_statistics import error_ratio, variance
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


def of_efficiency(about: Interval | None, highest: float) -> Interval | None:
    """Return the interval about a correlation as a percentage of the highest possible one.

    It is that of the correlation, divided by the same: what the points allow at best is given.
    """
    if about is None or not highest:
        return None
    return about[0] / highest, min(100.0, about[1] / highest)


def of_error_ratio(of_consistency: Interval | None) -> Interval | None:
    """Return the interval about an error ratio, which falls as the consistency rises."""
    return of_consistency and (error_ratio(of_consistency[1]), error_ratio(of_consistency[0]))


def of_mean(values: Sequence[float], least: float = 0) -> Interval | None:
    """Return the interval about the mean of two values or more, none of them below least or over 1.

    Source: Student (1908), t sqrt(var / n) on both sides.
    """
    if len(values) < 2:
        return None
    middle = fmean(values)
    half = t(len(values) - 1) * sqrt(variance(values) / len(values))
    return max(least, middle - half), min(1.0, middle + half)


def jackknife(value: float, without: Sequence[float]) -> Interval:
    """Return the interval about a figure of which it is known what it is without each learner.

    Source: Tukey (1958), t sqrt((n - 1) / n sum of squares). It holds for the figures it is used
    of: over classes by lot 92 to 96 % of the intervals hold the figure of a class without end.
    """
    count = len(without)
    half = t(count - 1) * (count - 1) * sqrt(variance(without) / count)
    return max(0.0, value - half), value + half


_T = (12.7062, 4.3027, 3.1824, 2.7764)
"""Student's t for 1 to 4 degrees of freedom, for which the expansion is too rough."""


def t(freedom: int) -> float:
    """Return between which values 95 % of Student's t lie, for so many degrees of freedom.

    Source: the expansion in powers of 1/n of Abramowitz & Stegun (1964), 26.7.5.
    """
    if freedom <= len(_T):
        return _T[freedom - 1]
    z, n = Z, freedom
    return (
        z
        + (z**3 + z) / (4 * n)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * n**4)
    )
