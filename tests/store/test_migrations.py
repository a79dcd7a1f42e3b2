"""Tables brought up to date, one step at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

import pytest

from quiz.store import reading
from quiz.store.database import connect
from quiz.store.migrations import MIGRATIONS, migrate, version
from quiz.store.records import Placed
from quiz.store.trouble import Trouble
from tests.store.conftest import START, Answer
from tests.store.schemas import EVERY


@pytest.fixture
def connection() -> Iterator[Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def layout(connection: Connection) -> list[tuple[str, list[tuple[object, ...]]]]:
    names = connection.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall()
    return [(n, connection.execute(f"PRAGMA table_xinfo({n})").fetchall()) for (n,) in names]


def add(connection: Connection) -> None:
    connection.execute("ALTER TABLE quiz ADD COLUMN note TEXT")


def half(connection: Connection) -> None:
    connection.execute("CREATE TABLE half (a)")
    connection.execute("INSERT INTO nowhere VALUES (1)")


def make(path: Path, number: int, answer: Answer) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        script = EVERY[number].replace("{seal}", str(answer(certainty=3).seal))
        connection.executescript(script)


def test_a_new_file_has_had_every_step(connection: Connection) -> None:
    migrate(connection)
    assert version(connection) == len(MIGRATIONS)
    migrate(connection)
    assert version(connection) == len(MIGRATIONS)


def test_there_is_a_frozen_layout_of_every_version() -> None:
    assert sorted(EVERY) == list(range(1, len(MIGRATIONS) + 1))


@pytest.mark.parametrize("number", EVERY)
def test_a_file_of_every_version_becomes_one_of_today(
    path: Path, connection: Connection, answer: Answer, number: int
) -> None:
    make(path, number, answer)
    migrate(connection)
    with closing(connect(path, "today")) as old:
        assert version(old) == len(MIGRATIONS)
        assert layout(old) == layout(connection)
        kept = reading.open_attempt(old, "rivers")
        assert kept is not None
        assert kept.answers == (answer(certainty=3),)
        assert (kept.moved.place, kept.moved.flagged, kept.moved.looks) == (1, (0,), 2)
        assert reading.summary(old, "rivers").best_share == 0.75
        assert reading.due(old, "rivers", START.replace(day=4), START) == (("q0", "0" * 16),)


def test_exercises_of_an_old_file_are_there(path: Path, answer: Answer) -> None:
    make(path, 2, answer)
    with closing(connect(path, "today")) as old:
        (exercise,) = reading.exercises(old)
        assert (exercise.learner, exercise.title) == ("Ada", "Rivers")
        assert exercise.placed == Placed(
            "s2", "/results/rivers-pre-Ada.json", START.replace(day=2, minute=31)
        )


def test_a_step_that_fails_leaves_nothing_behind(connection: Connection) -> None:
    migrate(connection)
    before = layout(connection)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, [*MIGRATIONS, half])
    assert layout(connection) == before
    assert version(connection) == len(MIGRATIONS)
    assert not connection.in_transaction


def test_steps_before_one_that_fails_do_not_stay_either(connection: Connection) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, [*MIGRATIONS, add, half])
    assert version(connection) == 0
    assert not layout(connection)


def test_a_copy_is_kept_before_a_migration(path: Path, answer: Answer) -> None:
    make(path, 1, answer)
    with closing(connect(path, "today", steps=[*MIGRATIONS, add])) as connection:
        assert version(connection) == len(MIGRATIONS) + 1
    copy = path.with_name("answers-before-2.sqlite")
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as old:
        assert version(old) == 1
        assert old.execute("SELECT count(*) FROM response").fetchone() == (1,)
        assert "note" not in str(layout(old))


def test_no_copy_is_kept_where_there_is_nothing_to_migrate(path: Path) -> None:
    connect(path, "today").close()
    connect(path, "today").close()
    assert not list(path.parent.glob("*before*"))


def test_a_copy_that_fails_stops_the_migration(path: Path, answer: Answer) -> None:
    make(path, 1, answer)
    path.with_name("answers-before-2.sqlite.draft").mkdir()
    with pytest.raises(Trouble):
        connect(path, "today", steps=[*MIGRATIONS, add])
    with closing(sqlite3.connect(path)) as connection:
        assert version(connection) == 1
