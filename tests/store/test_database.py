"""Files that are ours, and files that are not."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from quiz.store.database import connect, connect_to_read
from quiz.store.migrations import APPLICATION_ID, MIGRATIONS
from quiz.store.trouble import Damaged, Foreign, Newer, Trouble


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def fill(path: Path, count: int = 500) -> None:
    with closing(connect(path, "yesterday")) as connection:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO quiz (id, title) VALUES (?, ?)",
            [(f"quiz-{index}", "Rivers " * 20) for index in range(count)],
        )
        connection.execute("COMMIT")


def test_a_new_file_is_durable_ours_and_private(path: Path) -> None:
    with closing(connect(path, "today")) as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 2
        assert pragma(connection, "foreign_keys") == 1
        assert pragma(connection, "application_id") == APPLICATION_ID
        assert pragma(connection, "user_version") == len(MIGRATIONS)
        connection.execute("INSERT INTO quiz (id, title) VALUES ('a', 'A')")
        modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        assert modes == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_folder_that_was_open_to_others_is_closed(path: Path) -> None:
    connect(path, "today").close()
    path.parent.chmod(0o755)
    path.chmod(0o644)
    connect(path, "today").close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_empty_file_is_used(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with closing(connect(path, "today")) as connection:
        assert pragma(connection, "user_version") == len(MIGRATIONS)


@pytest.mark.parametrize(
    "data", [b"a shopping list\n" * 50, b"x", b"SQLite format 3\0", b"\0" * 4096]
)
def test_a_file_that_is_no_database_is_damaged(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(Damaged, match=r"answers\.sqlite is damaged"):
        connect(path, "today")
    assert everything(path.parent) == {path.name: data}


@pytest.mark.parametrize("identity", [0, 1, APPLICATION_ID + 1])
def test_a_foreign_database_is_left_alone(path: Path, identity: int) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute(f"PRAGMA application_id = {identity}")
        other.execute("CREATE TABLE song (name)")
        other.commit()
    before = everything(path.parent)
    with pytest.raises(Foreign, match="belongs to another program"):
        connect(path, "today")
    assert everything(path.parent) == before


def test_a_newer_file_is_left_alone(path: Path) -> None:
    with closing(connect(path, "today")) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before, time = everything(path.parent), path.stat().st_mtime_ns
    with pytest.raises(Newer, match="newer version of this program"):
        connect(path, "today")
    assert everything(path.parent) == before
    assert path.stat().st_mtime_ns == time
    assert connect_to_read(path) is None


def test_a_newer_file_that_is_open_or_was_killed_is_left_alone(path: Path) -> None:
    with closing(connect(path, "today")) as connection:
        connection.execute("PRAGMA user_version = 1000")  # in the log alone
        before = everything(path.parent)
        assert before[path.name][60:64] != (1000).to_bytes(4)
        with pytest.raises(Newer):
            connect(path, "today")
        after = everything(path.parent)
        del before["answers.sqlite-shm"], after["answers.sqlite-shm"]
        assert after == before


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_over_pages_are_damage_or_words(path: Path, seed: int) -> None:
    fill(path)
    rng = Random(seed)
    data = bytearray(path.read_bytes())
    for page in rng.sample(range(1, len(data) // 4096), 8):
        data[page * 4096 : page * 4096 + 512] = rng.randbytes(512)
    path.write_bytes(data)
    with pytest.raises(Damaged):
        connect(path, "today")
    assert path.read_bytes() == bytes(data)


def test_a_truncated_file_is_damaged(path: Path) -> None:
    fill(path)
    path.write_bytes(path.read_bytes()[:-8192])
    with pytest.raises(Damaged):
        connect(path, "today")


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
    assert path.stat().st_size > 4096
    with closing(connect(path, "today")) as connection:
        assert pragma(connection, "user_version") == len(MIGRATIONS)


def test_a_folder_below_a_file_is_said_in_words(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(Trouble, match="not a folder"):
        connect(file / "data" / "answers.sqlite", "today")
    with pytest.raises(Trouble, match="not a folder"):
        connect(file / "answers.sqlite", "today")


def test_a_folder_in_the_place_of_the_file_is_said_in_words(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(Trouble, match="can't be used"):
        connect(path, "today")


def test_a_file_that_is_locked_for_a_moment_is_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        free = Timer(0.3, other.execute, ("ROLLBACK",))
        free.start()
        with closing(connect(path, "today")) as connection:
            assert pragma(connection, "user_version") == len(MIGRATIONS)
        free.join()


def test_a_locked_file_is_said_in_words(path: Path) -> None:
    connect(path, "today").close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Trouble, match="another program has locked"):
            connect(path, "today", patience=0.05)


def test_text_that_is_no_utf_8_is_read_with_replacements(path: Path) -> None:
    with closing(connect(path, "today")) as connection:
        connection.execute("INSERT INTO quiz (id, title) VALUES ('a', CAST(x'41FF' AS TEXT))")
        assert connection.execute("SELECT title FROM quiz").fetchone() == ("A\ufffd",)
