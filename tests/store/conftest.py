"""Attempts to save, and places to save them in."""

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from quiz.model.answer import ChoiceAnswer
from quiz.store import queries
from quiz.store.purpose import Purpose
from quiz.store.records import AttemptRecord, PlannedQuestion, ResponseRecord
from quiz.store.store import NAME, Store

START = datetime(2026, 3, 1, 12, tzinfo=UTC)

PLAN = tuple(PlannedQuestion(f"q{index}", "0" * 16, (1, 0), scored=True) for index in range(50))
Rows = Callable[[str], list[tuple[object, ...]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder that isn't there yet."""
    return tmp_path / "data"


@pytest.fixture
def path(folder: Path) -> Path:
    """Return the database's place."""
    return folder / NAME


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Return where answers go that can't be saved."""
    return tmp_path / "elsewhere"


@pytest.fixture
def store(folder: Path, elsewhere: Path) -> Iterator[Store]:
    """Return a store over an empty folder."""
    with closing(Store(folder, lambda: START, (elsewhere,))) as store:
        yield store


def attempt(id_: str = "s1", quiz: str = "rivers", **changed: Any) -> AttemptRecord:
    """Return an attempt that asks 50 questions, q0 to q49, and has no answer yet."""
    fields: dict[str, Any] = {
        "id": id_,
        "quiz": quiz,
        "version": 1,
        "title": quiz.title(),
        "path": None,
        "purpose": Purpose.GRADED,
        "mode": "practice",
        "form": None,
        "certainty": False,
        "seed": 2**70,
        "begun": START,
        "plan": tuple(
            PlannedQuestion(f"q{index}", "0" * 16, (1, 0), scored=True) for index in range(50)
        ),
        "position": 0,
        "flagged": (),
        "passage_views": 0,
    }
    return AttemptRecord(**(fields | changed))


def response(to: AttemptRecord, index: int = 0, **changed: Any) -> ResponseRecord:
    """Return an answer to one of the questions of an attempt."""
    fields: dict[str, Any] = {
        "attempt": to.id,
        "quiz": to.quiz,
        "version": 1,
        "question": f"q{index}",
        "content_id": "0" * 16,
        "purpose": to.purpose,
        "answer": ChoiceAnswer(frozenset({0})),
        "fraction": 1.0,
        "parts": (True,),
        "scored": True,
        "certainty": None,
        "at": START + timedelta(minutes=index),
    }
    return ResponseRecord(**(fields | changed))


def answered(to: AttemptRecord, *indices: int, **changed: Any) -> AttemptRecord:
    """Return an attempt with answers to some questions more."""
    more = (response(to, index, **changed) for index in indices)
    return replace(to, responses=(*to.responses, *more))


def save(store: Store, to: AttemptRecord, *indices: int) -> AttemptRecord:
    """Save an attempt answer by answer, and return it as it is then."""
    for index in indices:
        to = answered(to, index)
        store.save(to, to.responses[-1])
    return to


def questions(store: Store) -> list[str]:
    """Return what was answered, in the order of the history."""
    return [one.question for one in store.read(lambda reader: queries.responses(reader, None), [])]


def execute(store: Store, statement: str) -> list[tuple[object, ...]]:
    """Do something to the database by the store's own connection."""
    done = store.read(lambda reader: reader.connection.execute(statement).fetchall(), None)
    assert done is not None
    return [tuple(row) for row in done]


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
