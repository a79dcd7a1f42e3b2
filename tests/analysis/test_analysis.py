"""The formulas: against an example that was worked by hand, and against another way to them."""

import statistics
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.analysis import analysis

X = ((1, 1, 0, 0), (1, 0, 1, 0), (1, 1, 1, 0))
T = (3, 2, 2, 0)
O = (2, 1, 2, 0)  # noqa: E741  the name that the formula has


def test_example_by_hand() -> None:
    # var T = 19/12; var x = 1/3, 1/3, 1/4; cov(x1, o) = 1/6, var o = 11/12;
    # cov(sorted x1, sorted o) = 1/2; cov(x, T) = 1/2, 1/2, 7/12
    assert analysis.facility(X[2], 1) == 0.75
    assert analysis.deviation(T, 3) == pytest.approx(sqrt(19 / 12) / 3)
    assert analysis.others(X[0], T) == O
    assert analysis.discrimination(X[0], O) == pytest.approx(100 / sqrt(11))
    assert analysis.efficiency(X[0], O) == pytest.approx(100 / 3)
    parts = (sqrt(1 / 2), sqrt(1 / 2), sqrt(7 / 12))
    assert analysis.weights(X, T) == pytest.approx([100 * part / sum(parts) for part in parts])
    assert analysis.consistency(X, T) == pytest.approx(100 * 12 / 19)
    assert analysis.error_ratio(100 * 12 / 19) == pytest.approx(100 * sqrt(7 / 19))
    assert analysis.standard_error(100 * sqrt(7 / 19), 0.4) == pytest.approx(0.4 * sqrt(7 / 19))


def test_two_questions_by_hand() -> None:
    # var x = 1/3, 1/4; var T = 11/12
    assert analysis.consistency(((1, 1, 0, 0), (1, 0, 0, 0)), (2, 1, 0, 0)) == pytest.approx(
        100 * 8 / 11
    )


def test_points_of_a_question_count_as_they_are() -> None:
    assert analysis.facility((0, 1, 2, 3), 3) == 0.5
    assert analysis.deviation((0, 3), 3) == pytest.approx(sqrt(4.5) / 3)


def test_what_does_not_vary_has_no_figure() -> None:
    assert analysis.discrimination((1, 1, 1), (0, 1, 2)) is None
    assert analysis.discrimination((0, 1, 1), (2, 2, 2)) is None
    assert analysis.efficiency((1, 1, 1), (0, 1, 2)) is None
    assert analysis.consistency(((1, 1), (0, 0)), (1, 1)) is None
    assert analysis.consistency(((1, 0),), (1, 0)) is None  # one question
    assert analysis.weights(((1, 1), (0, 0)), (1, 1)) == (None, None)
    assert analysis.deviation((1,), 1) == 0


def test_a_question_against_the_grain_has_no_weight() -> None:
    against, along = analysis.weights(((1, 0, 0), (0, 2, 2)), (1, 2, 2))
    assert against is None
    assert along == pytest.approx(100)


def test_a_worst_question_and_a_best_one() -> None:
    assert analysis.discrimination((0, 0, 1, 1), (4, 4, 0, 0)) == pytest.approx(-100)
    assert analysis.efficiency((0, 0, 1, 1), (1, 2, 3, 4)) == pytest.approx(100)


def test_chance_alone_has_an_error_ratio_over_100() -> None:
    assert analysis.error_ratio(-44) == pytest.approx(120)


CLASSES = st.integers(2, 6).flatmap(
    lambda questions: st.lists(
        st.tuples(*[st.sampled_from([0.0, 1 / 3, 0.5, 1.0, 2.0])] * questions),
        min_size=2,
        max_size=25,
    )
)


@given(CLASSES)
def test_agrees_with_another_way(rows: list[tuple[float, ...]]) -> None:
    columns = list(zip(*rows, strict=True))
    totals = [round(sum(row), 9) for row in rows]
    for x in columns:
        o = analysis.others(x, totals)
        try:
            correlation = 100 * statistics.correlation(x, o)
        except statistics.StatisticsError:
            assert analysis.discrimination(x, o) is None
        else:
            assert analysis.discrimination(x, o) == pytest.approx(correlation, abs=1e-5)
            best = statistics.covariance(sorted(x), sorted(o))
            efficiency = 100 * statistics.covariance(x, o) / best
            assert analysis.efficiency(x, o) == pytest.approx(efficiency, abs=1e-5)
    # alpha from the mean variance and the mean covariance of two questions
    k = len(columns)
    variances = statistics.fmean(statistics.variance(x) for x in columns)
    pairs = [statistics.covariance(x, y) for x in columns for y in columns if x is not y]
    between = sum(pairs) / (k * (k - 1))
    alpha = analysis.consistency(columns, totals)
    if alpha is not None:
        other = 100 * k * between / (variances + (k - 1) * between)
        assert alpha == pytest.approx(other, rel=1e-6, abs=1e-4)


@given(CLASSES, st.randoms(use_true_random=False))
def test_the_order_of_learners_does_not_matter(rows: list[tuple[float, ...]], rng: object) -> None:
    turned = sorted(rows, key=lambda _: rng.random())  # type: ignore[attr-defined]

    def figures(rows: list[tuple[float, ...]]) -> list[object]:
        columns = list(zip(*rows, strict=True))
        totals = [round(sum(row), 9) for row in rows]
        each = [
            (analysis.discrimination(x, o), analysis.efficiency(x, o))
            for x in columns
            for o in [analysis.others(x, totals)]
        ]
        return [each, analysis.weights(columns, totals), analysis.consistency(columns, totals)]

    assert figures(rows) == figures(turned)
