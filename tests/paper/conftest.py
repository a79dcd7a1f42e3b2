"""What the tests of the paper door share."""

from pathlib import Path

import pytest

from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read

KETAMINE = Path(__file__).parents[2] / "questions" / "ketamine.yaml"


@pytest.fixture(scope="session")
def ketamine() -> Quiz:
    """Return the quiz that comes with the program."""
    return read(KETAMINE)
