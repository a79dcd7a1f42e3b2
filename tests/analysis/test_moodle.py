"""The figures of classes of any size, against Moodle's own way to them, and their intervals."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import exp, sqrt
from random import Random
from statistics import NormalDist, fmean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.analysis.class_report import report
from quiz.analysis.figure import FEWEST, Blank, Figure
from quiz.analysis.form_report import FormReport
from quiz.analysis.interval import t
from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.model.answer import ChoiceAnswer

from ..paper.build import BANK
from . import moodle

SHARES = [Fraction(0), Fraction(1, 2), Fraction(1, 4), Fraction(1)]
Rows = Sequence[Sequence[Fraction | None]]


def form_of(rows: Rows, most: Sequence[int]) -> FormReport:
    """Return the report of learners with these shares of each question's points."""
    first = BANK.questions[0]
    questions = [replace(first, id=f"q{n}", points=points) for n, points in enumerate(most)]
    quiz = replace(BANK, questions=tuple(questions))
    answer = ChoiceAnswer(frozenset({0}))
    submissions = [
        MarkedSubmission(
            learner=f"L{n}",
            answers={
                f"q{at}": None
                if share is None
                else MarkedAnswer(answer=answer, fraction=float(share))
                for at, share in enumerate(row)
            },
        )
        for n, row in enumerate(rows)
    ]
    (form,) = report(quiz, submissions).forms
    return form


def marks_of(rows: Rows, most: Sequence[int]) -> list[list[Fraction]]:
    return [
        [(share or Fraction()) * points for share, points in zip(row, most, strict=True)]
        for row in rows
    ]


def same(figure: Figure, expected: float | None, needs: int, learners: int) -> None:
    """Check that a figure is there from so many learners on, and what it is."""
    assert (figure.learners, figure.needs) == (learners, needs)
    if learners < needs:
        assert (figure.value, figure.interval, figure.blank) == (None, None, Blank.FEW)
    elif expected is None:
        assert figure.value is None
        assert figure.blank not in {None, Blank.FEW}
    else:
        assert figure.value is not None
        assert figure.value == pytest.approx(expected, abs=1e-6)
        low, high = figure.interval or (figure.value, figure.value)
        assert low - 1e-9 <= figure.value <= high + 1e-9


CLASSES = st.integers(2, 6).flatmap(
    lambda questions: st.tuples(
        st.lists(
            st.tuples(*[st.sampled_from([None, *SHARES])] * questions), min_size=1, max_size=40
        ),
        st.tuples(*[st.integers(1, 4)] * questions),
    )
)


@settings(max_examples=150)
@given(CLASSES)
def test_every_figure_is_moodle_s(made: tuple[Rows, Sequence[int]]) -> None:
    rows, most = made
    form, learners = form_of(rows, most), len(rows)
    expected = moodle.statistics(marks_of(rows, most), most)
    same(form.mean, expected.average, 1, learners)
    same(form.median, expected.median, 1, learners)
    same(form.deviation, expected.sd, 2, learners)
    same(form.skewness, expected.skewness, 3, learners)
    same(form.kurtosis, expected.kurtosis, 4, learners)
    same(form.consistency, expected.cic, FEWEST, learners)
    same(form.error_ratio, expected.error_ratio, FEWEST, learners)
    same(form.standard_error, expected.standard_error, FEWEST, learners)
    for each, theirs in zip(form.questions, expected.questions, strict=True):
        same(each.facility, theirs.facility, 1, learners)
        same(each.deviation, theirs.sd, 2, learners)
        same(each.intended_weight, theirs.intended_weight, 1, learners)
        same(each.discrimination, theirs.discrimination, FEWEST, learners)
        same(each.efficiency, theirs.efficiency, FEWEST, learners)
        same(each.weight, theirs.effective_weight, FEWEST, learners)


def by_lot(size: int, hard: Sequence[float], rng: Random) -> list[list[Fraction]]:
    """Return a class in which the able ones are right more often."""
    made = []
    for _ in range(size):
        able = rng.gauss(0.4, 1)
        made.append([Fraction(rng.random() < 1 / (1 + exp(each - able))) for each in hard])
    return made


HARD = [NormalDist().inv_cdf((n + 0.5) / 6) for n in range(6)]


def test_a_class_of_six_by_hand() -> None:
    # points 3 3 2 1 1 0 of 3: mean 10/6, k2 = (2 x 16/9 + 1/9 + 2 x 4/9 + 25/9) / 5 = 22/15
    rows = [(1, 1, 1), (1, 1, 1), (1, 1, 0), (1, 0, 0), (1, 0, 0), (0, 0, 0)]
    form = form_of([[Fraction(share) for share in row] for row in rows], (1, 1, 1))
    assert form.mean.value == pytest.approx(10 / 18)
    half = 2.570582 * sqrt(22 / 15 / 6) / 3  # Student's t of 5 degrees of freedom
    assert form.mean.interval == pytest.approx((10 / 18 - half, 10 / 18 + half), abs=2e-4)
    assert form.median.value == 0.5
    assert form.deviation.value == pytest.approx(sqrt(22 / 15) / 3)
    first, _, last = form.questions
    # scipy.stats.binomtest(5, 6).proportion_ci(method="wilson"), and of 2 in 6
    assert first.facility.interval == pytest.approx((0.436497, 0.969947), abs=1e-5)
    assert last.facility.interval == pytest.approx((0.096771, 0.700007), abs=1e-5)
    assert [each.intended_weight.value for each in form.questions] == pytest.approx([100 / 3] * 3)
    compared = (form.consistency, form.error_ratio, form.standard_error)
    of_questions = (first.discrimination, first.efficiency, first.weight)
    assert {(one.blank, one.needs) for one in (*compared, *of_questions)} == {(Blank.FEW, 10)}
    assert form.not_understood == ("q2", "q1")
    assert form.talk_to == ("L5", "L3", "L4")


def test_what_compares_questions_has_an_interval_in_a_class_of_twenty_five() -> None:
    rows = by_lot(25, HARD, Random(5))
    form = form_of(rows, [1] * 6)

    def left_out(value: float | None, without: Sequence[float | None]) -> tuple[float, float]:
        """Return Tukey's interval, the figure of each class without one learner worked out anew."""
        assert value is not None
        pseudo = [25 * value - 24 * (each or 0) for each in without]
        half = t(24) * stdev(pseudo) / 5
        return max(0, value - half), value + half

    without = [moodle.statistics(rows[:n] + rows[n + 1 :], [1] * 6) for n in range(25)]
    errors = [one.standard_error for one in without]
    assert form.standard_error.interval == pytest.approx(
        left_out(form.standard_error.value, errors)
    )
    low, high = form.consistency.interval or (0, 0)
    assert form.error_ratio.interval == pytest.approx(
        (100 * sqrt(1 - high / 100), 100 * sqrt(1 - low / 100))
    )
    for number, each in enumerate(form.questions):
        weights = [one.questions[number].effective_weight for one in without]
        assert each.weight.interval == pytest.approx(left_out(each.weight.value, weights))
        ends, best = each.discrimination.interval, each.efficiency.interval
        assert ends
        assert best
        of_highest = (each.efficiency.value or 0) / (each.discrimination.value or 1)
        assert best == pytest.approx((ends[0] * of_highest, min(100, ends[1] * of_highest)))
        assert each.efficiency.unstable


def test_intervals_hold_what_a_class_without_end_would_show() -> None:
    rng = Random(2)
    endless = moodle.statistics(by_lot(6_000, HARD, rng), [1] * 6)
    held: dict[str, list[bool]] = {}

    def look(name: str, figure: Figure, true: float | None) -> None:
        if figure.interval and true is not None:
            low, high = figure.interval
            held.setdefault(name, []).append(low <= true <= high)

    for _ in range(80):
        form = form_of(by_lot(25, HARD, rng), [1] * 6)
        look("consistency", form.consistency, endless.cic)
        look("error ratio", form.error_ratio, endless.error_ratio)
        look("standard error", form.standard_error, endless.standard_error)
        for each, true in zip(form.questions, endless.questions, strict=True):
            look("facility", each.facility, true.facility)
            look("discrimination", each.discrimination, true.discrimination)
            look("efficiency", each.efficiency, true.efficiency)
            look("weight", each.weight, true.effective_weight)
    assert {name: fmean(found) for name, found in held.items() if fmean(found) < 0.9} == {}
    assert len(held) == 7
