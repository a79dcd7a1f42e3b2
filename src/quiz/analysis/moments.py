"""Means and covariances that do not depend on the order of the learners."""

from collections.abc import Sequence
from math import fsum

DIGITS = 9
"""Points that differ only after so many decimals are the same: the rest is noise of adding."""


def mean(values: Sequence[float]) -> float:
    """Return the mean of one value or more."""
    return fsum(values) / len(values)


def covariance(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return the sample covariance of one value or more; exactly 0 where one does not vary."""
    if min(xs) == max(xs) or min(ys) == max(ys):
        return 0.0
    middle_x, middle_y = mean(xs), mean(ys)
    products = ((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return fsum(products) / (len(xs) - 1)


def variance(values: Sequence[float]) -> float:
    """Return the sample variance of one value or more; exactly 0 where they are the same."""
    return covariance(values, values)


def total(values: Sequence[float]) -> float:
    """Return the sum, rounded so that equal sums of points are equal numbers."""
    return round(fsum(values), DIGITS)
