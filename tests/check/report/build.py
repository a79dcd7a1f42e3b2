"""A checked file to report on, with hostile texts in it."""

from typing import Any

from quiz.check.inspection import inspect
from quiz.check.report.checked import Checked
from quiz.model.problem import Place, Problem
from tests.check.build import TODAY, build_quiz, choice

HOSTILE = 'a,b:c%0A"<b>&.yaml'

WEAK = choice("Which is <b>NOT</b> & never so?", "A walk", "All of these", "Care")
WAIVED = choice(
    "Which is NOT it?", "A walk", "Sun", "Care", waive={"negative-stem": "50 %: <i>so</i>"}
)

WIDE = {"kind": "short", "accept": ["anesthetic", "numbing <i>agent</i>"]}

RULES = {"negative-stem", "all-of-the-above", "answer-beyond-evidence"}


def checked(name: str = HOSTILE) -> Checked:
    """Return a file with an error, a warning, a waived warning and a note."""
    inspection = inspect(build_quiz(WEAK, WAIVED, WIDE), TODAY, RULES)
    return Checked(name, inspection, locate=lambda path, text, start: Place(len(path), 7))


def small() -> Checked:
    """Return a file with a short passage, of which all reports can be looked at whole."""
    quiz = build_quiz(
        choice("Which is NOT hot?", "Ice", "All of these", "Tea", **_TEA),
        {"kind": "statement", "ask": "Tea is hot.", "answer": True, **_TEA},
        {"kind": "cloze", "ask": "Fill it.", "text": "Tea is ___.", **_TEA, "blanks": [_BLANK]},
        title="Tea & milk",
        terms=["tea"],
        topics={"uses": "Its <uses>", "rest": "The rest"},
        passage={
            "title": "Tea",
            "source": "Ours & theirs",
            "text": "Tea is hot. Is it so?\n\nTea was found long ago.",
        },
    )
    found = inspect(quiz, TODAY, RULES)
    return Checked("tea.yaml", found, locate=lambda path, text, at: Place(len(path), at + 1))


_TEA: dict[str, Any] = {"evidence": "Tea is hot", "group": "g"}
_BLANK = {"accept": ["hot"]}


def unread(name: str = HOSTILE) -> Checked:
    """Return a file that can't be read."""
    return Checked(name, problems=(Problem(name, 3, 5, "questions[0].ask", "missing: <x>\n%"),))
