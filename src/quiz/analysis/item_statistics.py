"""The figures of a test and of its questions, each a formula over points.

They are those of Moodle's quiz statistics (Moodle documentation, "Quiz statistics calculations"),
with sample variances. x are the points of one question, T the points in all and o = T - x the
points of the other questions, one of each for every learner and in the same order. None is given
back where a formula would divide by zero.
"""

from collections.abc import Iterable, Sequence
from math import fsum, sqrt
from statistics import fmean

Points = Sequence[float]
"""What learners earned, one number each."""
DIGITS = 9
"""Points that differ only after so many decimals are the same: the rest is noise of adding."""
_NOISE = 1e-7
"""So small a part of the highest covariance that two ranges allow is noise of rounded points."""


def covariance(xs: Points, ys: Points) -> float:
    """Return the sample covariance of one value or more; exactly 0 where only noise is left."""
    highest = (max(xs) - min(xs)) * (max(ys) - min(ys))
    if not highest:
        return 0.0
    middle_x, middle_y = fmean(xs), fmean(ys)
    products = ((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    found = fsum(products) / (len(xs) - 1)
    return found if abs(found) > _NOISE * highest else 0.0


def variance(values: Points) -> float:
    """Return the sample variance of one value or more; exactly 0 where they are the same."""
    return covariance(values, values)


def covariances_without(xs: Points, ys: Points) -> tuple[float, ...]:
    """Return the sample covariance of three values or more without each pair of them in turn."""
    count, middle_x, middle_y = len(xs), fmean(xs), fmean(ys)
    products = [(x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)]
    whole = fsum(products)
    return tuple((whole - count / (count - 1) * each) / (count - 2) for each in products)


def total(values: Iterable[float]) -> float:
    """Return the sum, rounded so that equal sums of points are equal numbers."""
    return round(fsum(values), DIGITS)


def facility(x: Points, most: float) -> float:
    """Return mean(x) / most, from 0 to 1: the share of a question's points that the class earned.

    Source: Moodle, "Facility index".
    """
    return fmean(x) / most


def deviation(x: Points, most: float) -> float:
    """Return the standard deviation sqrt(var x) / most, as a share of the points to be earned.

    Source: Moodle, "Standard deviation" of a question, and of the quiz grades.
    """
    return sqrt(variance(x)) / most


def skewness(values: Points) -> float | None:
    """Return k3 / k2^(3/2) of 3 values or more: 0 where both sides of the mean are alike.

    k2 and k3 are the unbiased cumulants. Source: Moodle, "Skewness".
    """
    count, spread = len(values), variance(values)
    if count < 3 or not spread:
        return None
    k3 = count * _powers(values, 3) / ((count - 1) * (count - 2))
    return k3 / (spread * sqrt(spread))


def kurtosis(values: Points) -> float | None:
    """Return k4 / k2^2 of 4 values or more: 0 where they spread as a normal distribution does.

    k2 and k4 are the unbiased cumulants. Source: Moodle, "Kurtosis".
    """
    count, spread = len(values), variance(values)
    if count < 4 or not spread:
        return None
    k4 = count * (count + 1) * _powers(values, 4) - 3 * (count - 1) * _powers(values, 2) ** 2
    k4 /= (count - 1) * (count - 2) * (count - 3)
    return k4 / spread**2


def _powers(values: Points, power: int) -> float:
    """Return the sum of the powers of what lies between the values and their mean."""
    middle = fmean(values)
    return fsum((value - middle) ** power for value in values)


def discrimination(x: Points, o: Points) -> float | None:
    """Return 100 cov(x, o) / sqrt(var x var o), from -100 to 100.

    Source: Moodle, "Discrimination index": the correlation of a question with the other questions.
    """
    spread = variance(x) * variance(o)
    return _bounded(100 * covariance(x, o) / sqrt(spread)) if spread else None


def efficiency(x: Points, o: Points) -> float | None:
    """Return 100 cov(x, o) / cov(sorted x, sorted o), at most 100.

    Source: Moodle, "Discriminative efficiency": the discrimination as a share of the highest that
    the points of the question and of the others allow.
    """
    highest = covariance(sorted(x), sorted(o))
    return min(100.0, 100 * covariance(x, o) / highest) if highest else None


def weights(covariances: Points) -> tuple[float | None, ...]:
    """Return 100 sqrt(cov(x, T)) / sum of the same over all questions, one for each question.

    A question with a negative covariance has none, and adds nothing to the sum. Source: Moodle,
    "Effective weight": how much of what tells learners apart comes from the question.
    """
    whole = fsum(sqrt(each) for each in covariances if each > 0)
    return tuple(100 * sqrt(each) / whole if whole and each >= 0 else None for each in covariances)


def consistency(columns: Sequence[Points], totals: Points) -> float | None:
    """Return 100 P / (P - 1) (1 - sum of var x / var T) for P questions, at most 100.

    Source: Moodle, "Coefficient of internal consistency", which is Cronbach's alpha (Cronbach
    1951).
    """
    count, spread = len(columns), variance(totals)
    if count < 2 or not spread:
        return None
    return 100 * count / (count - 1) * (1 - fsum(map(variance, columns)) / spread)


def error_ratio(consistency: float) -> float:
    """Return 100 sqrt(1 - consistency / 100): how much of the spread of scores is chance.

    Source: Moodle, "Error ratio".
    """
    return 100 * sqrt(max(0.0, 1 - consistency / 100))


def standard_error(error_ratio: float, deviation: float) -> float:
    """Return error ratio x SD / 100, in the unit of the standard deviation.

    Source: Moodle, "Standard error".
    """
    return error_ratio * deviation / 100


def squared_error(variances: float, of_totals: float, questions: int) -> float:
    """Return the square of the standard error, from the sum of var x, var T, and P.

    It is var T (1 - consistency / 100), and has a value where that has none.
    """
    return max(0.0, (questions * variances - of_totals) / (questions - 1))


def others(x: Points, totals: Points) -> tuple[float, ...]:
    """Return o = T - x."""
    return tuple(total((whole, -part)) for whole, part in zip(totals, x, strict=True))


def _bounded(value: float) -> float:
    """Return the value between -100 and 100, where rounding has put it beyond."""
    return max(-100.0, min(100.0, value))
