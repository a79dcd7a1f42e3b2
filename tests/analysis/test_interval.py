"""The intervals: against published or independently computed ends."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.analysis import interval
from quiz.model.proportion import wilson

SHARES = [
    # scipy.stats.binomtest(k, n).proportion_ci(method="wilson")
    (20, 40, 0.351995, 0.648005),
    (0, 30, 0.0, 0.113513),
    (30, 30, 0.886487, 1.0),
    (81, 263, 0.255289, 0.366210),
]


@pytest.mark.parametrize(("right", "learners", "low", "high"), SHARES)
def test_share(right: int, learners: int, low: float, high: float) -> None:
    assert wilson(right / learners, learners) == pytest.approx((low, high), abs=1e-5)


CORRELATIONS = [
    # scipy.stats.pearsonr(x, y).confidence_interval(), which is Fisher's
    (30, 40, -1.2696, 55.9246),
    (-50, 103, -63.2338, -33.9308),
    (0, 67, -24.0209, 24.0209),
]


@pytest.mark.parametrize(("percent", "learners", "low", "high"), CORRELATIONS)
def test_correlation(percent: float, learners: int, low: float, high: float) -> None:
    assert interval.of_correlation(percent, learners) == pytest.approx((low, high), abs=1e-3)


def test_no_interval_where_none_is_sound() -> None:
    assert interval.of_correlation(100, 40) is None
    assert interval.of_correlation(20, 3) is None
    assert interval.of_consistency(100, 40, 5) is None
    assert interval.of_consistency(50, 2, 5) is None
    assert interval.of_mean([0.5]) is None


def test_consistency_by_hand() -> None:
    # Bonett (2002): 1 - exp(ln .3 -+ 1.96 sqrt(20 / (9 x 48))) = 1 - .3 exp(-+ .42171)
    about = interval.of_consistency(70, 50, 10)
    assert about == pytest.approx((54.27, 80.32), abs=0.01)


def test_mean_by_hand() -> None:
    # 31 values with mean .5 and sample variance .04: .5 -+ 2.0423 x .2 / sqrt(31)
    values = [0.5 + 0.2 * sign for sign in (1, -1) for _ in range(15)] + [0.5]
    assert interval.of_mean(values) == pytest.approx((0.426639, 0.573361), abs=1e-5)


def test_no_mean_can_lie_beyond_what_can_be_earned() -> None:
    assert interval.of_mean([0, 1]) == (0, 1)
    assert interval.of_mean([-1, 1], least=-1) == (-1, 1)


STUDENT = [
    *((1, 12.7062047), (2, 4.3026527), (3, 3.1824463), (4, 2.7764451), (5, 2.5705818)),
    *((6, 2.4469119), (9, 2.2621572), (15, 2.1314495), (24, 2.0638986)),
    *((29, 2.0452296), (30, 2.0422725), (60, 2.0002978), (120, 1.9799304)),
]
"""From scipy.stats.t.ppf."""


@pytest.mark.parametrize(("freedom", "t"), STUDENT)
def test_t_is_that_of_the_tables(freedom: int, t: float) -> None:
    assert interval.t(freedom) == pytest.approx(t, abs=5e-4)


@given(st.floats(0, 1), st.integers(1, 5000))
def test_a_share_lies_in_its_interval(share: float, learners: int) -> None:
    low, high = wilson(share, learners)
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1


@given(st.floats(-99.9, 99.9), st.integers(4, 5000))
def test_a_correlation_lies_in_its_interval(percent: float, learners: int) -> None:
    low, high = interval.of_correlation(percent, learners) or (nan, nan)
    assert -100 <= low <= percent <= high <= 100
