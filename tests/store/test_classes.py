"""Classes on disk, and the lock of one that runs."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.engine.live_class import ClassState, Step, after
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.class_settings import ClassSettings, Explanations, Names, Pace
from quiz.model.seat import Seat, Vote
from quiz.store.class_records import ClassRecord
from quiz.store.classes import NAME, ClassStore
from quiz.store.errors import StorageError
from quiz.store.lock import InUse, Lock
from tests.store.conftest import PLAN, START

STATE = ClassState(
    settings=ClassSettings(
        pace=Pace.OWN,
        explanations=Explanations.WHEN_SHOWN,
        names=Names.ROSTER,
        certainty=True,
        form="pre",
        seconds=30,
        until=START,
        seats=5,
    ),
    of=50,
)
RECORD = ClassRecord(
    code="CDFHJK",
    assignment="0" * 16,
    quiz="rivers",
    title="Rivers",
    source="schema: 1",
    plan=PLAN,
    roster=("Ada", "Bob"),
    begun=START,
    used=START,
    state=STATE,
)
SEAT = Seat(id=1, name="Ada", code="WXCD", joined=START)
ANSWERS: tuple[Answer, ...] = (
    ChoiceAnswer(frozenset({1, 0})),
    TypedAnswer(("one", "“two”")),
    OrderAnswer((2, 0, 1)),
    MatchAnswer((1, None)),
    LocateAnswer(3),
    TeachBackAnswer("In my own words."),
)


@pytest.fixture
def store(folder: Path) -> Iterator[ClassStore]:
    """Return a store with a class in it."""
    with closing(ClassStore(folder, lambda: START)) as store:
        store.begin(RECORD)
        yield store


def test_a_class_is_read_back_as_it_was_saved(store: ClassStore, folder: Path) -> None:
    votes = [
        Vote(seat=1, position=at, round=1, answer=answer, at=START, certainty=at % 3 or None)
        for at, answer in enumerate(ANSWERS)
    ]
    state = after(STATE, Step.BEGIN, START)
    store.add_seats(RECORD.code, [(SEAT, "ab")])
    store.add_token(RECORD.code, 1, "cd")
    store.save_votes(RECORD.code, votes)
    changed = replace(SEAT, name="Bob", hidden=True, extra_seconds=9)
    store.save_state(RECORD.code, state, changed)
    with closing(ClassStore(folder, lambda: START)) as other:
        kept = other.find(RECORD.code)
        assert other.classes() == (replace(RECORD, state=state),)
    assert kept
    assert kept.record == replace(RECORD, state=state)
    assert kept.seats == (changed,)
    assert kept.votes == tuple(votes)
    assert kept.tokens == {"ab": 1, "cd": 1}


def test_there_is_no_class_of_another_code(store: ClassStore) -> None:
    assert store.find("XXXXXX") is None


def test_a_part_that_can_not_be_read_is_told(store: ClassStore) -> None:
    vote = Vote(seat=1, position=0, round=1, answer=LocateAnswer(1), at=START)
    store.save_votes(RECORD.code, [replace(vote, answer=TypedAnswer(("x",), way="sung"))])  # type: ignore[arg-type]
    with pytest.raises(StorageError, match="can't be read: 1"):
        store.find(RECORD.code)


def test_a_damaged_file_is_set_aside_and_told_of(folder: Path) -> None:
    folder.mkdir()
    (folder / NAME).write_bytes(b"no database at all" * 99)
    with closing(ClassStore(folder, lambda: START)) as store:
        store.begin(RECORD)
        assert store.classes() == (RECORD,)
        assert "set aside" in (store.notice or "")
    assert len(list(folder.glob("classes-damaged-*"))) == 1


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = ClassStore(tmp_path / "file", lambda: START)
    with pytest.raises(StorageError, match="file"):
        store.begin(RECORD)
    with pytest.raises(StorageError, match="file"):
        store.hold(RECORD.code)


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "some.lock"
    with Lock(path), pytest.raises(InUse):
        Lock(path)
    with Lock(path):
        pass


HOLDS = """
import sys
from pathlib import Path
from quiz.store.lock import Lock
held = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_lock_goes_with_the_program_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "some.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(InUse):
            Lock(path)
        other.kill()
        other.wait()
    with Lock(path):
        pass
