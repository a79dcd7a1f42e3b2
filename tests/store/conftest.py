"""Records to keep, and places to keep them."""

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.store.journal import Journal
from quiz.store.purpose import Purpose
from quiz.store.records import Answered, Begun, Planned

START = datetime(2026, 3, 1, 12, tzinfo=UTC)

Rows = Callable[[str], list[tuple[object, ...]]]
Begin = Callable[..., Begun]
Answer = Callable[..., Answered]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder that isn't there yet."""
    return tmp_path / "data"


@pytest.fixture
def path(folder: Path) -> Path:
    """Return the database's place."""
    return folder / "answers.sqlite"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Return where answers go that can't be kept."""
    return tmp_path / "elsewhere"


@pytest.fixture
def journal(folder: Path, elsewhere: Path) -> Iterator[Journal]:
    """Return a journal over an empty folder."""
    journal = Journal(folder, lambda: START, (elsewhere,))
    yield journal
    journal.close()


@pytest.fixture
def begin() -> Begin:
    """Return a maker of attempts that ask 50 questions, q0 to q49."""

    def make(attempt: str = "s1", quiz: str = "rivers", **changed: object) -> Begun:
        plan = tuple(Planned(f"q{index}", "0" * 16, (1, 0)) for index in range(50))
        fields: dict[str, object] = {
            "attempt": attempt,
            "quiz": quiz,
            "version": 1,
            "title": "Rivers",
            "path": None,
            "purpose": Purpose.FIRST,
            "mode": "practice",
            "form": None,
            "certainty": False,
            "seed": 2**70,
            "at": START,
            "plan": plan,
        }
        return Begun(**(fields | changed))  # type: ignore[arg-type]

    return make


@pytest.fixture
def answer() -> Answer:
    """Return a maker of answers to those questions."""

    def make(
        index: int = 0, attempt: str = "s1", quiz: str = "rivers", **changed: object
    ) -> Answered:
        fields: dict[str, object] = {
            "attempt": attempt,
            "quiz": quiz,
            "version": 1,
            "question": f"q{index}",
            "fingerprint": "0" * 16,
            "purpose": Purpose.FIRST,
            "answer": {"way": "picked", "options": [0]},
            "fraction": 1.0,
            "parts": (True,),
            "scored": True,
            "certainty": None,
            "at": START + timedelta(minutes=index),
        }
        return Answered(**(fields | changed))  # type: ignore[arg-type]

    return make


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a file system of its own, of half a megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k,mode=700", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a small file system")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def rows(path: Path) -> Rows:
    """Return a way to look at the database as another program would."""

    def look(query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(query).fetchall()

    return look
