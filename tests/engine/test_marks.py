"""The marks and names that stand beside answers."""

from quiz.engine.certainty import Certainty
from quiz.engine.feedback import Verdict
from quiz.engine.wording import CERTAINTIES, MARKS, SURENESS


def test_an_explanation_begins_with_calm_words() -> None:
    assert {str(verdict): MARKS[verdict] for verdict in Verdict} == {
        "Right": "✓",
        "Partly right": "◐",
        "Not quite": "✗",
        "Not answered": "–",
        "Done": "✓",
        "Answered": "•",
    }


def test_a_mark_takes_one_cell() -> None:
    assert set(MARKS) == set(Verdict)
    assert all(len(mark) == 1 for mark in MARKS.values())


def test_a_certainty_is_called_what_learners_were_told() -> None:
    for level in Certainty:
        assert f"{level.value} {CERTAINTIES[level]}" in SURENESS.replace(",", "").replace(".", "")
