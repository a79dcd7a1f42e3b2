"""A desk and a quiz with every kind of question, both of this test alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import quiz.quizfile.shelf
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from quiz.service import Desk
from tests.tui.clock import Clock

QUIZZES = Path(__file__).parent / "quizzes"


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands until it is moved."""
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return a desk over an empty folder, with the quizzes of these tests on the shelf."""
    monkeypatch.setattr(quiz.quizfile.shelf, "_shipped", lambda: str(QUIZZES))
    desk = Desk(tmp_path / "data", now=clock, seed=lambda: 7)
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def bees() -> Quiz:
    """Return a quiz with a question of every kind."""
    return read(QUIZZES / "bees.yaml")
