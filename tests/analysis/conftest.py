"""What the tests of a class share."""

from pathlib import Path

import pytest

from quiz.model.bank import Bank
from quiz.quizfile.reader import read

KETAMINE = Path(__file__).parents[2] / "questions" / "ketamine.yaml"


@pytest.fixture(scope="session")
def ketamine() -> Bank:
    """Return the quiz that comes with the program."""
    return read(KETAMINE)
