"""Files that are ours, and files that are not."""

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest

from quiz.store.errors import DamagedFile, EarlierFile, ForeignFile, NewerFile, StorageError
from quiz.store.opening import connect, connect_to_read
from quiz.store.schema import APPLICATION_ID, EARLIER_ID, MIGRATIONS


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [*connection.iterdump(), str(pragma(connection, "user_version"))]


def test_a_new_file_is_durable_ours_and_private(path: Path) -> None:
    with closing(connect(path)) as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 2
        assert pragma(connection, "application_id") == APPLICATION_ID
        assert pragma(connection, "user_version") == len(MIGRATIONS)
        modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        assert modes == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_folder_that_was_open_to_others_is_closed(path: Path) -> None:
    connect(path).close()
    path.parent.chmod(0o755)
    path.chmod(0o644)
    connect(path).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "data", [b"a shopping list\n" * 50, b"x" * 600, b"SQLite format 3\0", b"\0" * 4096]
)
def test_a_file_that_is_no_database_is_damaged(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(DamagedFile, match=r"answers\.sqlite is damaged"):
        connect(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("identity", "refused", "words"),
    [
        (0, ForeignFile, "belongs to another program"),
        (APPLICATION_ID + 1, ForeignFile, "belongs to another program"),
        (EARLIER_ID, EarlierFile, "an earlier state of this program"),
    ],
)
def test_the_database_of_another_program_is_left_alone(
    path: Path, identity: int, refused: type[StorageError], words: str
) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute(f"PRAGMA application_id = {identity}")
        other.execute("CREATE TABLE song (name)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(refused, match=words):
        connect(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("is_open", [False, True])
def test_a_newer_file_is_left_alone(path: Path, is_open: bool) -> None:
    with closing(connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        if not is_open:
            newer.close()
        before = dump(path)
        with pytest.raises(NewerFile, match="newer version of this program"):
            connect(path)
        assert dump(path) == before
    assert connect_to_read(path) is None


def test_a_file_that_lost_power_as_it_was_made_is_begun_anew(path: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.sqlite"
    with closing(sqlite3.connect(half, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE some (thing)")
        connection.executemany("INSERT INTO some VALUES (?)", [("x" * 4_000,)] * 20)
        path.parent.mkdir(parents=True)
        path.write_bytes(bytes(4096) + half.read_bytes()[4096:])
        journal = half.with_name("half.sqlite-journal")
        path.with_name(f"{path.name}-journal").write_bytes(journal.read_bytes())
    with closing(connect(path)) as connection:
        assert pragma(connection, "user_version") == len(MIGRATIONS)


def a_file_above(path: Path) -> None:
    path.parent.touch()


def a_folder_in_its_place(path: Path) -> None:
    path.mkdir(parents=True)


@pytest.mark.parametrize(
    ("harm", "words"),
    [(a_file_above, "not a folder"), (a_folder_in_its_place, "can't be opened")],
)
def test_what_is_in_the_way_is_said_in_words(
    path: Path, harm: Callable[[Path], None], words: str
) -> None:
    harm(path)
    with pytest.raises(StorageError, match=words):
        connect(path)


def test_a_file_that_is_locked_for_a_moment_is_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        free = Timer(0.3, other.execute, ("ROLLBACK",))
        free.start()
        with closing(connect(path)) as connection:
            assert pragma(connection, "user_version") == len(MIGRATIONS)
        free.join()


def test_text_that_is_no_utf_8_is_read_with_replacements(path: Path) -> None:
    with closing(connect(path)) as connection:
        assert connection.execute("SELECT CAST(x'41FF' AS TEXT)").fetchone()[0] == "A\ufffd"
