"""A quiz file checked for its author."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from quiz.check.inspection import inspect
from quiz.check.report.checked import Checked
from quiz.check.rules import RULES
from quiz.model.problem import Problem, UnreadableQuiz
from quiz.model.text import clean_line
from quiz.quizfile import source
from quiz.quizfile.reader import read_with_places
from quiz.service.class_file import not_a_quiz


def check_file(
    path: Path,
    today: date | None = None,
    wanted: Collection[str] = frozenset(RULES),
    min_coverage: float = 0,
) -> Checked:
    """Return what the rules find in a file, or why it can't be read.

    Questions must cover at least a share of the passage's sentences, from 0 to 1.
    """
    name = str(path)
    try:
        quiz, places = read_with_places(source.contents(path), name)
    except UnreadableQuiz as error:
        other = not_a_quiz(name)
        return left_out(path, other.problem) if other else Checked(name, problems=error.problems)
    found = inspect(quiz, today or date.today(), wanted, min_coverage)
    return Checked(name, found, locate=places.of)


def left_out(path: Path, why: str) -> Checked:
    """Return a file that was not looked over, with why as a clause."""
    name = str(path)
    return Checked(name, problems=(Problem(clean_line(name), 1, 1, "", why),))
