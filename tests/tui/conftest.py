"""A service and a quiz with every kind of question, both of this test alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import quiz.quizfile.shelf
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from quiz.service import Service
from tests.tui.clock import Clock

QUIZZES = Path(__file__).parent / "quizzes"


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands until it is moved."""
    return Clock()


@pytest.fixture
def service(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """Return a service over an empty folder, with the quizzes of these tests on the shelf."""
    monkeypatch.setattr(quiz.quizfile.shelf, "shipped", lambda: QUIZZES)
    service = Service(tmp_path / "data", now=clock, seed=lambda: 7)
    yield service
    service.close()


@pytest.fixture(scope="session")
def bees() -> Quiz:
    """Return a quiz with a question of every kind."""
    return read(QUIZZES / "bees.yaml")
