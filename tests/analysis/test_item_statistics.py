"""The formulas: against an example that was worked by hand, and against another way to them."""

import statistics
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.analysis.item_statistics import (
    consistency,
    covariance,
    deviation,
    discrimination,
    efficiency,
    error_ratio,
    facility,
    kurtosis,
    others,
    skewness,
    squared_error,
    standard_error,
    weights,
)

X = ((1, 1, 0, 0), (1, 0, 1, 0), (1, 1, 1, 0))
T = (3, 2, 2, 0)
O = (2, 1, 2, 0)  # noqa: E741  the name that the formula has


def test_example_by_hand() -> None:
    # var T = 19/12; var x = 1/3, 1/3, 1/4; cov(x1, o) = 1/6, var o = 11/12;
    # cov(sorted x1, sorted o) = 1/2; cov(x, T) = 1/2, 1/2, 7/12
    assert facility(X[2], 1) == 0.75
    assert deviation(T, 3) == pytest.approx(sqrt(19 / 12) / 3)
    assert others(X[0], T) == O
    assert discrimination(X[0], O) == pytest.approx(100 / sqrt(11))
    assert efficiency(X[0], O) == pytest.approx(100 / 3)
    parts = (sqrt(1 / 2), sqrt(1 / 2), sqrt(7 / 12))
    assert weights([covariance(x, T) for x in X]) == pytest.approx(
        [100 * part / sum(parts) for part in parts]
    )
    assert consistency(X, T) == pytest.approx(100 * 12 / 19)
    assert error_ratio(100 * 12 / 19) == pytest.approx(100 * sqrt(7 / 19))
    assert standard_error(100 * sqrt(7 / 19), 0.4) == pytest.approx(0.4 * sqrt(7 / 19))
    assert squared_error(11 / 12, 19 / 12, 3) == pytest.approx(19 / 12 * 7 / 19)


SHAPES = [
    # by hand: of 0 0 0 4 the mean is 1, k2 = 4, k3 = 16, k4 = (20 x 84 - 9 x 144) / 6 = 64
    ((0, 0, 0, 4), 2, 4),
    ((4, 4, 4, 0), -2, 4),
    ((0, 1, 2, 3), 0, -1.2),
    # scipy.stats.skew and kurtosis with bias=False
    ((3, 7, 7, 9, 10, 10), -1.188863, 1.278925),
    ((0.46, 0.5, 0.71, 0.83, 0.92, 0.96), -0.371349, -2.000659),
]


@pytest.mark.parametrize(("values", "skew", "flat"), SHAPES)
def test_the_shape_of_scores(values: tuple[float, ...], skew: float, flat: float) -> None:
    assert skewness(values) == pytest.approx(skew, abs=1e-5)
    assert kurtosis(values) == pytest.approx(flat, abs=1e-5)
    assert skewness(values[:2]) is kurtosis(values[:3]) is None


def test_two_questions_by_hand() -> None:
    # var x = 1/3, 1/4; var T = 11/12
    assert consistency(((1, 1, 0, 0), (1, 0, 0, 0)), (2, 1, 0, 0)) == pytest.approx(100 * 8 / 11)


def test_points_of_a_question_count_as_they_are() -> None:
    assert facility((0, 1, 2, 3), 3) == 0.5
    assert deviation((0, 3), 3) == pytest.approx(sqrt(4.5) / 3)


def test_what_does_not_vary_has_no_figure() -> None:
    assert discrimination((1, 1, 1), (0, 1, 2)) is None
    assert discrimination((0, 1, 1), (2, 2, 2)) is None
    assert efficiency((1, 1, 1), (0, 1, 2)) is None
    assert consistency(((1, 1), (0, 0)), (1, 1)) is None
    assert consistency(((1, 0),), (1, 0)) is None  # one question
    assert weights((0, 0)) == (None, None)
    assert skewness((1, 1, 1)) is kurtosis((1, 1, 1, 1)) is None
    assert deviation((1,), 1) == 0


def test_a_question_against_the_grain_has_no_weight() -> None:
    against, along = weights((-1 / 3, 2 / 3))
    assert against is None
    assert along == pytest.approx(100)


def test_a_worst_question_and_a_best_one() -> None:
    assert discrimination((0, 0, 1, 1), (4, 4, 0, 0)) == pytest.approx(-100)
    assert efficiency((0, 0, 1, 1), (1, 2, 3, 4)) == pytest.approx(100)


def test_chance_alone_has_an_error_ratio_over_100() -> None:
    assert error_ratio(-44) == pytest.approx(120)


@pytest.mark.parametrize(
    ("x", "totals"),
    [
        ((0, 1 / 3, 2 / 3), (2 / 3, 4 / 3, 2 / 3)),
        ((0.1, 0.2, 0.3), (1.1, 0.7, 1.1)),
        ((1 / 3, 2 / 3, 0, 1), (4 / 3, 4 / 3, 5 / 3, 5 / 3)),
        ((0, 1 / 3, 2 / 3) * 40, (50 / 3, 64 / 3, 50 / 3) * 40),
    ],
)
def test_a_question_that_goes_with_nothing_does_not_go_against_the_others(
    x: tuple[float, ...], totals: tuple[float, ...]
) -> None:
    x = tuple(round(one, 9) for one in x)
    totals = tuple(round(one, 9) for one in totals)
    assert covariance(x, totals) == 0
    assert discrimination(x, totals) == 0
    assert weights((covariance(x, totals), covariance(totals, totals)))[0] == 0


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
        o = others(x, totals)
        try:
            correlation = 100 * statistics.correlation(x, o)
        except statistics.StatisticsError:
            assert discrimination(x, o) is None
        else:
            assert discrimination(x, o) == pytest.approx(correlation, abs=1e-5)
            best = statistics.covariance(sorted(x), sorted(o))
            expected = 100 * statistics.covariance(x, o) / best
            assert efficiency(x, o) == pytest.approx(expected, abs=1e-5)
    # alpha from the mean variance and the mean covariance of two questions
    k = len(columns)
    variances = statistics.fmean(statistics.variance(x) for x in columns)
    pairs = [statistics.covariance(x, y) for x in columns for y in columns if x is not y]
    between = sum(pairs) / (k * (k - 1))
    alpha = consistency(columns, totals)
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
            (discrimination(x, o), efficiency(x, o)) for x in columns for o in [others(x, totals)]
        ]
        return [
            each,
            weights([covariance(x, totals) for x in columns]),
            consistency(columns, totals),
        ]

    assert figures(rows) == figures(turned)
