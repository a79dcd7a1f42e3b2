"""Marks by certainty, and what certainties tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.certainty import (
    ENOUGH,
    Calibration,
    CalibrationBias,
    Certainty,
    calibration,
    certainty_points,
    sure_and_wrong,
)

LOW, MEDIUM, HIGH = Certainty


@pytest.mark.parametrize(
    ("certainty", "right", "half", "wrong"),
    [(LOW, 1, 0.5, 0), (MEDIUM, 2, 1, -2), (HIGH, 3, 1.5, -6), (None, 1, 0.5, 0)],
)
def test_points(certainty: Certainty | None, right: float, half: float, wrong: float) -> None:
    assert certainty_points(certainty, 1) == right
    assert certainty_points(certainty, 0.5) == half
    assert certainty_points(certainty, 0) == wrong
    assert certainty_points(certainty, -0.5) == wrong


@pytest.mark.parametrize(
    ("chance", "best"),
    [
        (0.25, LOW),
        (0.5, LOW),
        (0.66, LOW),
        (0.67, MEDIUM),
        (0.75, MEDIUM),
        (0.79, MEDIUM),
        (0.81, HIGH),
        (1, HIGH),
    ],
)
def test_saying_how_sure_one_is_pays_best(chance: float, best: Certainty) -> None:
    expected = {
        level: chance * certainty_points(level, 1) + (1 - chance) * certainty_points(level, 0)
        for level in Certainty
    }

    assert max(expected, key=lambda level: expected[level]) is best


def judged(**counts: tuple[int, int]) -> list[tuple[Certainty | None, float]]:
    """Return answers by their certainty: so many right ones, so many wrong ones."""
    return [
        (Certainty[name.upper()], fraction)
        for name, (right, wrong) in counts.items()
        for fraction in [1.0] * right + [0.0] * wrong
    ]


def test_the_table_counts_right_and_wrong_by_certainty() -> None:
    answers = [(HIGH, 1.0), (HIGH, 0.99), (HIGH, 0.0), (LOW, 1.0), (None, 1.0), (None, 0.0)]

    assert calibration(answers) == Calibration(
        right={LOW: 1, MEDIUM: 0, HIGH: 1}, wrong={LOW: 0, MEDIUM: 0, HIGH: 2}
    )
    assert calibration(answers).judgements == 4


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (judged(high=(0, 19)), None),
        (judged(low=(19, 0)), None),
        (judged(high=(0, 20)), CalibrationBias.TOO_SURE),
        (judged(high=(15, 5)), CalibrationBias.TOO_SURE),
        (judged(high=(17, 3)), CalibrationBias.FITTING),
        (judged(high=(20, 0)), CalibrationBias.FITTING),
        (judged(medium=(12, 8)), CalibrationBias.TOO_SURE),
        (judged(medium=(15, 5)), CalibrationBias.FITTING),
        (judged(medium=(17, 3)), CalibrationBias.TOO_UNSURE),
        (judged(low=(0, 20)), CalibrationBias.FITTING),
        (judged(low=(13, 7)), CalibrationBias.FITTING),
        (judged(low=(14, 6)), CalibrationBias.TOO_UNSURE),
        (judged(low=(0, 10), high=(9, 1)), CalibrationBias.FITTING),
        (judged(low=(0, 10), high=(7, 3)), CalibrationBias.TOO_SURE),
        (judged(low=(10, 0), high=(10, 0)), CalibrationBias.TOO_UNSURE),
        ([(None, 0.0)] * 40, None),
    ],
)
def test_nothing_is_said_below_twenty_judgements(
    answers: list[tuple[Certainty | None, float]], expected: CalibrationBias | None
) -> None:
    assert calibration(answers).bias is expected


def test_enough_is_twenty() -> None:
    assert ENOUGH == 20


def test_sure_and_wrong_puts_the_surest_first() -> None:
    answers: list[tuple[str, Certainty | None, float]] = [
        ("medium, half", MEDIUM, 0.5),
        ("low", LOW, 0),
        ("high, half", HIGH, 0.5),
        ("none", None, 0),
        ("high, wrong", HIGH, 0),
        ("high, right", HIGH, 1),
        ("medium, wrong", MEDIUM, 0),
        ("also high, wrong", HIGH, 0),
    ]

    assert sure_and_wrong(answers) == (
        "high, wrong",
        "also high, wrong",
        "high, half",
        "medium, wrong",
        "medium, half",
    )


@given(st.lists(st.tuples(st.none() | st.sampled_from(Certainty), st.sampled_from([0, 0.5, 1]))))
def test_every_judgement_is_counted_once(answers: list[tuple[Certainty | None, float]]) -> None:
    table = calibration(answers)

    assert table.judgements == sum(certainty is not None for certainty, _ in answers)
    assert all(level in table.right and level in table.wrong for level in Certainty)
