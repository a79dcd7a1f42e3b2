"""A checked file to report on, with hostile texts in it."""

from quiz.check.inspection import inspect
from quiz.check.report.checked import Checked, Place
from quiz.model.problem import Problem
from tests.check.build import TODAY, bank, choice

HOSTILE = 'a,b:c%0A"<b>&.yaml'

WEAK = choice("Which is <b>NOT</b> & never so?", "A walk", "None of these", "Care")
WAIVED = choice(
    "Which is NOT it?", "A walk", "Sun", "Care", waive={"negative-stem": "50 %: <i>so</i>"}
)

WIDE = {"kind": "short", "accept": ["anesthetic", "numbing <i>agent</i>"]}

RULES = {"negative-stem", "none-of-the-above", "answer-beyond-evidence"}


def checked(name: str = HOSTILE) -> Checked:
    """Return a file with an error, a warning, a waived warning and a note."""
    inspection = inspect(bank(WEAK, WAIVED, WIDE), TODAY, RULES)
    return Checked(name, inspection, locate=lambda path, text, start: Place(len(path), 7))


def unread(name: str = HOSTILE) -> Checked:
    """Return a file that can't be read."""
    return Checked(name, problems=(Problem(name, 3, 5, "questions[0].ask", "missing: <x>\n%"),))
