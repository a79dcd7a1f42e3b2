"""A quiz file, and what is read of it."""

import shutil
from pathlib import Path

import pytest

from quiz.model.quiz import Quiz
from quiz.quizfile import reader
from quiz.quizfile.shelf import shipped


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a quiz file of this test's own, made a moment ago."""
    return Path(shutil.copy(shipped() / "ketamine.yaml", tmp_path / "mine.yaml"))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the quizzes that are read and not copied, as they are read."""
    names: list[str] = []
    real = reader.read_bytes

    def read_bytes(data: bytes, name: str) -> Quiz:
        names.append(name)
        return real(data, name)

    monkeypatch.setattr(reader, "read_bytes", read_bytes)
    return names
