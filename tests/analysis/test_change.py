"""Before and after: matched learners, and the figures of the class alone."""

from math import sqrt
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.analysis.change import Change, Pair, change, cohen_d, normalized_gain
from quiz.analysis.class_report import report
from quiz.analysis.figure import Blank
from quiz.analysis.learner import Learner, MarkedSubmission, learner
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.model.answer import ChoiceAnswer
from quiz.model.question import Question
from quiz.model.quiz import Quiz

from ..paper.build import BANK
from .build import class_of

SCORED: dict[str, Question] = {"c": BANK.questions[0]}


def form(*scores: tuple[str, float]) -> list[Learner]:
    """Return learners with these shares."""
    return [
        learner(
            MarkedSubmission(
                learner=name,
                answers={"c": MarkedAnswer(answer=ChoiceAnswer(frozenset()), fraction=share)},
            ),
            SCORED,
        )
        for name, share in scores
    ]


def made(before: list[Learner], after: list[Learner]) -> Change:
    found = change(before, after)
    assert found is not None
    return found


def test_only_those_who_took_both_are_matched() -> None:
    found = made(
        form(("Ana", 0.25), ("Ben", 0.5), ("Cleo", 1)), form((" ana", 0.75), ("Dan", 1), ("BEN", 1))
    )
    assert found.pairs == (Pair("Ana", 0.25, 0.75), Pair("Ben", 0.5, 1))
    assert (found.only_before, found.only_after) == (1, 1)


def test_no_change_without_both_forms() -> None:
    assert change([], form(("Ana", 1))) is None
    assert change(form(("Ana", 1)), []) is None


def test_a_small_class_has_pairs_means_and_the_raw_gain() -> None:
    found = made(form(("Ana", 0.25), ("Bo", 0.5)), form(("Ana", 0.75), ("Bo", 1)))
    assert (found.before.value, found.after.value) == (0.375, 0.875)
    assert found.gain.value == 0.5
    assert found.gain.interval == pytest.approx((0.5, 0.5))  # both gained the same
    assert {found.normalized.blank, found.effect.blank} == {Blank.FEW}
    assert {found.normalized.needs, found.effect.needs} == {10}


def test_nobody_took_both() -> None:
    found = made(form(("Ana", 0.25)), form(("Ben", 0.75)))
    assert found.pairs == ()
    assert found.gain.blank is Blank.FEW


def test_gain_by_hand() -> None:
    # means .4 and .7: g = .3 / .6; variances .04 n / (n - 1) each, so d = .3 / sqrt(.04 n / (n-1))
    before = form(*[(f"L{n}", 0.2 + 0.4 * (n % 2)) for n in range(40)])
    after = form(*[(f"L{n}", 0.5 + 0.4 * (n % 2)) for n in range(40)])
    found = made(before, after)
    assert found.gain.value == pytest.approx(0.3)
    assert found.gain.interval == pytest.approx((0.3, 0.3))  # everyone gained the same
    assert found.normalized.value == pytest.approx(0.5)
    assert found.effect.value == pytest.approx(0.3 / sqrt(0.04 * 40 / 39))
    assert found.before.unstable


def test_intervals_of_a_gain() -> None:
    # numpy and scipy by the same formulas; 20,000 bootstrap samples gave .222 to .370 for g and
    # .46 to .81 for d
    pre = [(0.1, 0.4, 0.6, 0.8)[n % 4] for n in range(40)]
    post = [
        (0.5, 0.6, 0.9, 1.0)[n % 4] - 0.2 * (n % 8 >= 4) - 0.1 * (n % 5 == 0) for n in range(40)
    ]
    before = form(*[(f"L{n}", share) for n, share in enumerate(pre)])
    after = form(*[(f"L{n}", share) for n, share in enumerate(post)])
    found = made(before, after)
    assert found.gain.value == pytest.approx(0.155)
    assert found.gain.interval == pytest.approx((0.1109760, 0.1990240), abs=1e-5)
    assert found.normalized.value == pytest.approx(0.2952381)
    assert found.normalized.interval == pytest.approx((0.2218326, 0.3686436))
    assert found.effect.value == pytest.approx(0.6223020)
    assert found.effect.interval == pytest.approx((0.4064932, 0.8381108))
    counts = [0, 0, 0]  # better, worse, the same
    for one, two in zip(before, after, strict=True):
        counts[0 if two.points > one.points else 1 if two.points < one.points else 2] += 1
    assert [found.rose, found.fell, len(found.pairs) - found.rose - found.fell] == counts


def test_no_normalized_gain_where_little_was_left_to_gain() -> None:
    before = form(*[(f"L{n}", 0.9 + 0.05 * (n % 2)) for n in range(40)])
    assert made(before, before).normalized.blank is Blank.HIGH_BEFORE
    all_right = form(*[(f"L{n}", 1) for n in range(40)])
    found = made(all_right, all_right)
    assert found.normalized.blank is Blank.HIGH_BEFORE
    assert found.effect.blank is Blank.ALL_SAME


def test_nine_tenths_before_are_not_too_many() -> None:
    before = form(*[(f"L{n}", 0.9) for n in range(40)])
    assert made(before, before).normalized.value == 0


SHARES = st.lists(
    st.tuples(st.floats(0, 0.75, width=16), st.floats(0, 1, width=16)), min_size=30, max_size=60
)


@given(SHARES)
def test_agrees_with_another_way(shares: list[tuple[float, float]]) -> None:
    pre, post = [one for one, _ in shares], [two for _, two in shares]
    assert normalized_gain(pre, post) == pytest.approx(
        1 - (1 - fmean(post)) / (1 - fmean(pre)), abs=1e-9
    )
    pooled = sqrt((stdev(pre) ** 2 + stdev(post) ** 2) / 2)
    if pooled > 1e-6:
        assert cohen_d(pre, post) == pytest.approx((fmean(post) - fmean(pre)) / pooled, rel=1e-6)
    found = made(
        form(*[(f"L{n}", share) for n, share in enumerate(pre)]),
        form(*[(f"L{n}", share) for n, share in enumerate(post)]),
    )
    for figure in (found.gain, found.normalized, found.effect):
        if figure.value is not None and figure.interval:
            assert figure.interval[0] - 1e-9 <= figure.value <= figure.interval[1] + 1e-9


def test_the_forms_of_a_report(ketamine: Quiz) -> None:
    names = [f"L{n}" for n in range(40)]
    found = report(
        ketamine,
        class_of(ketamine, names, 1, "pre") + class_of(ketamine, names[5:], 2, "post", ability=2),
    )
    assert [each.form for each in found.forms] == ["pre", "post"]
    assert found.change is not None
    assert len(found.change.pairs) == 35
    assert found.change.only_before == 5
    assert found.change.gain.value is not None
    assert found.change.gain.value > 0
