"""The figures of Moodle's quiz statistics, walked as Moodle walks them, in exact fractions.

It is the other way to the figures: sums of differences to averages, collected mark by mark, as
`question/classes/statistics/questions/calculator.php` and
`mod/quiz/report/statistics/classes/calculator.php` of Moodle do, and nothing of this program.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

Marks = Sequence[Fraction]


@dataclass(frozen=True, slots=True)
class Question:
    """What Moodle says of one question; None where it says nothing."""

    facility: float
    sd: float | None
    intended_weight: float
    effective_weight: float | None
    discrimination: float | None
    efficiency: float | None


@dataclass(frozen=True, slots=True)
class Quiz:
    """What Moodle says of a quiz."""

    average: float
    median: float
    sd: float | None
    skewness: float | None
    kurtosis: float | None
    cic: float | None
    error_ratio: float | None
    standard_error: float | None
    questions: tuple[Question, ...]


def statistics(rows: Sequence[Marks], most: Sequence[int]) -> Quiz:
    """Return the figures of learners with a mark for each question; grades are shares of all."""
    count, whole = len(rows), sum(most)
    grades = [sum(row, Fraction()) for row in rows]
    average = sum(grades, Fraction()) / count
    powers = [sum(((grade - average) ** n for grade in grades), Fraction()) for n in (2, 3, 4)]
    variances, questions = _questions(rows, most, grades)
    sd = skewness = kurtosis = cic = ratio = error = None
    if count > 1:
        sd = sqrt(powers[0] / (count - 1))
    if count > 2 and powers[0]:
        m2, m3, m4 = (power / count for power in powers)
        k2 = count * m2 / (count - 1)
        k3 = count**2 * m3 / ((count - 1) * (count - 2))
        skewness = float(k3) / float(k2) ** 1.5
        if count > 3:
            k4 = count**2 * ((count + 1) * m4 - 3 * (count - 1) * m2 * m2)
            k4 /= (count - 1) * (count - 2) * (count - 3)
            kurtosis = float(k4 / k2**2)
        if len(most) > 1:
            cic = 100 * Fraction(len(most), len(most) - 1) * (1 - sum(variances) / k2)
            ratio = 100 * sqrt(1 - cic / 100)
            error = ratio * (sd or 0) / 100 / whole
    return Quiz(
        average=float(average / whole),
        median=float(_median(grades) / whole),
        sd=None if sd is None else sd / whole,
        skewness=skewness,
        kurtosis=kurtosis,
        cic=None if cic is None else float(cic),
        error_ratio=ratio,
        standard_error=error,
        questions=questions,
    )


def _median(grades: Marks) -> Fraction:
    ordered, half = sorted(grades), len(grades) // 2
    middle = ordered[half : half + 1] if len(grades) % 2 else ordered[half - 1 : half + 1]
    return sum(middle, Fraction()) / len(middle)


def _questions(
    rows: Sequence[Marks], most: Sequence[int], grades: Marks
) -> tuple[list[Fraction], tuple[Question, ...]]:
    """Return the variance of each question's marks, and what is said of each."""
    count, degrees = len(rows), max(len(rows) - 1, 1)
    average = sum(grades, Fraction()) / count
    variances, overall, found = [], [], []
    for number in range(len(most)):
        marks = [row[number] for row in rows]
        others = [grade - mark for grade, mark in zip(grades, marks, strict=True)]
        mean, other_mean = sum(marks, Fraction()) / count, sum(others, Fraction()) / count
        away = [mark - mean for mark in marks]
        other_away = [other - other_mean for other in others]
        best = zip(sorted(away), sorted(other_away), strict=True)
        variance = sum((x * x for x in away), Fraction()) / degrees
        other_variance = sum((y * y for y in other_away), Fraction()) / degrees
        covariance = sum((x * y for x, y in zip(away, other_away, strict=True)), Fraction())
        covariance, highest = covariance / degrees, sum((x * y for x, y in best), Fraction())
        with_all = zip(away, grades, strict=True)
        overall.append(sum((x * (grade - average) for x, grade in with_all), Fraction()) / degrees)
        variances.append(variance)
        spread = sqrt(variance * other_variance)
        found.append(
            (
                float(mean / most[number]),
                sqrt(variance) / most[number] if count > 1 else None,
                100 * covariance / spread if spread else None,
                float(100 * covariance * degrees / highest) if highest else None,
            )
        )
    roots = sum(sqrt(each) for each in overall if each >= 0)
    return variances, tuple(
        Question(
            facility=facility,
            sd=sd,
            intended_weight=100 * worth / sum(most),
            effective_weight=100 * sqrt(each) / roots if roots and each >= 0 else None,
            discrimination=discrimination,
            efficiency=efficiency,
        )
        for (facility, sd, discrimination, efficiency), worth, each in zip(
            found, most, overall, strict=True
        )
    )
