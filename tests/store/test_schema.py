"""Tables brought up to date, one migration at a time."""

import sqlite3
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

import pytest

from quiz.store.errors import StorageError
from quiz.store.opening import connect
from quiz.store.schema import MIGRATIONS, version


def add(connection: Connection) -> None:
    connection.execute("ALTER TABLE response ADD COLUMN note TEXT")


def half(connection: Connection) -> None:
    connection.execute("CREATE TABLE half (a)")
    connection.execute("INSERT INTO nowhere VALUES (1)")


def tables(path: Path) -> tuple[int, str]:
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
        return version(connection), str(made)


def test_a_migration_is_made_once_and_a_copy_is_kept_before_it(path: Path) -> None:
    connect(path).close()
    before = tables(path)
    assert not list(path.parent.glob("*before*"))
    for _ in range(2):
        connect(path, [*MIGRATIONS, add]).close()
    number, made = tables(path)
    assert number == len(MIGRATIONS) + 1
    assert "note" in made
    (copy,) = path.parent.glob("*before*")
    assert tables(copy) == before


def test_a_migration_that_fails_takes_those_before_it_back(path: Path) -> None:
    connect(path).close()
    before = tables(path)
    with pytest.raises(StorageError):
        connect(path, [*MIGRATIONS, add, half])
    assert tables(path) == before


def test_a_copy_that_fails_stops_the_migration(path: Path) -> None:
    connect(path).close()
    before = tables(path)
    path.with_name(f"answers-before-{len(MIGRATIONS) + 1}.sqlite").mkdir()
    with pytest.raises(StorageError):
        connect(path, [*MIGRATIONS, add])
    assert tables(path) == before
