"""The marks, names and figures that stand beside answers."""

import pytest

from quiz.engine.certainty import CalibrationBias, Certainty
from quiz.engine.feedback import Verdict
from quiz.engine.kinds.base import Reason
from quiz.engine.session import Mode
from quiz.engine.wording import (
    BIASES,
    CERTAINTIES,
    CERTAINTY_MARKING,
    MARKS,
    MODES,
    passage_views,
    percent,
    points,
)


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0%"), (0.001, "1%"), (0.125, "12%"), (0.5, "50%"), (0.996, "99%"), (1, "100%")],
)
def test_percent_keeps_all_and_none_apart(share: float, text: str) -> None:
    assert percent(share) == text


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (2.0, "2"), (2.25, "2.2"), (1 / 3, "0.3")])
def test_points(number: float, text: str) -> None:
    assert points(number) == text


@pytest.mark.parametrize(("times", "often"), [(0, "never"), (1, "once"), (4, "4 times")])
def test_passage_views(times: int, often: str) -> None:
    assert passage_views(times).endswith(f": {often}")


@pytest.mark.parametrize(
    ("right", "yours", "text"),
    [
        (True, True, "right, your answer"),
        (True, False, "right"),
        (False, True, "your answer"),
        (False, False, ""),
    ],
)
def test_standing(right: bool, yours: bool, text: str) -> None:
    assert Reason("whales", right, yours).standing == text


def test_an_explanation_begins_with_a_mark_of_one_cell_and_calm_words() -> None:
    assert {str(verdict): MARKS[verdict] for verdict in Verdict} == {
        "Right": "✓",
        "Partly right": "◐",
        "Not quite": "✗",
        "Not answered": "–",
        "Done": "✓",
        "Answered": "•",
    }


def test_a_certainty_is_called_what_learners_were_told() -> None:
    for level in Certainty:
        assert f"{level.value} {CERTAINTIES[level]}" in CERTAINTY_MARKING.replace(",", "").replace(
            ".", ""
        )


def test_everything_has_a_name() -> None:
    assert set(MODES) == set(Mode)
    assert set(BIASES) == set(CalibrationBias)
