"""A nursery for each process of the test run, and the quiz that is taken."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from tests.kill.numbers import Numbers
from tests.kill.program import BEES, Nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Return what starts the quiz in a terminal."""
    if not hasattr(os, "fork"):
        pytest.skip("this system can't fork")
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.fixture(scope="session")
def bees() -> Quiz:
    """Return the quiz that is taken."""
    return read(BEES)


@pytest.fixture
def data(home: Path) -> Path:
    """Return the folder in which the program keeps its answers."""
    return home / "data" / "quiz"


@pytest.fixture
def numbers(nursery: Nursery, tmp_path: Path) -> Numbers:
    """Return a quiz whose attempt is known before it is begun."""
    return Numbers(tmp_path, nursery)
