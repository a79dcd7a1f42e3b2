"""The file: recognised, opened, checked and brought up to date, or refused in words."""

import errno
import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from functools import partial
from pathlib import Path
from sqlite3 import Connection

from quiz.store import wholeness
from quiz.store.migrations import APPLICATION_ID, MIGRATIONS, Step, migrate, version
from quiz.store.trouble import Damaged, Foreign, Newer, Trouble, in_words

PATIENCE = 3.0
"""Seconds to wait for another program that is writing."""

_MAGIC = b"SQLite format 3\0"
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


def connect(
    path: Path, today: str, steps: Sequence[Step] = MIGRATIONS, patience: float = PATIENCE
) -> Connection:
    """Return the database at `path`, made if it isn't there, whole and with today's tables.

    What is committed is on disk: the journal is a write-ahead log, synchronous FULL.

    Raises:
        Newer: a newer program wrote it; nothing in it was changed.
        Foreign: it is another program's; nothing in it was changed.
        Damaged: it is no whole database.
        Trouble: it can't be opened or written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(path.parent, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only", str(path.parent))
        if not path.exists():
            path.touch(mode=0o600)
        _recognise(path, len(steps))
        doubtful = not wholeness.vouched(path, today)
        connection = _open(path, patience)
        try:
            _make_ready(connection, path, steps, doubtful)
        except BaseException:
            connection.close()
            raise
    except (sqlite3.Error, OSError) as error:
        raise in_words(error, path) from error
    return connection


def connect_to_read(path: Path) -> Connection | None:
    """Return the database of a folder that can't be written in; None where it can't be read."""
    if not path.exists() or _has_log(path):
        return None
    with suppress(sqlite3.Error, OSError, Trouble), ExitStack() as stack:
        _recognise(path, len(MIGRATIONS))
        uri = _uri(path, "mode=ro&immutable=1")
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        stack.enter_context(closing(connection))
        if version(connection) == len(MIGRATIONS):
            stack.pop_all()
            return connection
    return None


def _recognise(path: Path, newest: int) -> None:
    """Look at the first bytes alone: opening a file in SQLite may already write to it."""
    head = _head(path)
    if not head.startswith(_MAGIC) and _was_being_made(path):
        with closing(sqlite3.connect(path)) as connection:  # a power cut as the file was made:
            connection.execute("PRAGMA schema_version")  # SQLite takes the half of it back
        head = _head(path)
    if not head:
        return
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise Damaged(f"the file {path} is damaged")
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise Foreign(f"the file {path} belongs to another program")
    _refuse_newer(path, int.from_bytes(head[60:64]), newest)
    if _has_log(path):
        with closing(sqlite3.connect(_uri(path, "mode=ro"), uri=True)) as connection:
            _refuse_newer(path, version(connection), newest)


def _was_being_made(path: Path) -> bool:
    """Return whether a journal can take a file back to what it was: before it was one."""
    journal = _beside(path, "-journal")
    return journal.exists() and _head(journal).startswith(_JOURNAL_MAGIC)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def _refuse_newer(path: Path, number: int, newest: int) -> None:
    if number > newest:
        raise Newer(f"a newer version of this program wrote {path}")


def _has_log(path: Path) -> bool:
    """Return whether the last program was killed, or another one has the file open."""
    log = _beside(path, "-wal")
    return log.exists() and log.stat().st_size > 0


def _beside(path: Path, suffix: str) -> Path:
    """Return one of the files that SQLite keeps beside a database."""
    return path.with_name(path.name + suffix)


def _uri(path: Path, options: str) -> str:
    return f"{path.absolute().as_uri()}?{options}"


def _open(path: Path, patience: float) -> Connection:
    with suppress(OSError):
        for place, mode in ((path.parent, 0o700), (path, 0o600)):
            if place.stat().st_mode & 0o077:
                place.chmod(mode)
    connection = sqlite3.connect(
        path, timeout=patience, isolation_level=None, check_same_thread=False
    )
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    return connection


def _make_ready(connection: Connection, path: Path, steps: Sequence[Step], doubtful: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    if doubtful and not wholeness.whole(connection):
        raise Damaged(f"the file {path} is damaged")
    if 0 < version(connection) < len(steps):
        keep_copy(connection, path)
    migrate(connection, steps)
    _write_ahead(connection)


def keep_copy(connection: Connection, path: Path) -> Path:
    """Keep a copy of the database beside it, as it is now, and return where."""
    copy = path.with_name(f"{path.stem}-before-{version(connection) + 1}{path.suffix}")
    draft = copy.with_name(copy.name + ".draft")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    with closing(sqlite3.connect(draft)) as target:
        connection.backup(target)
    return draft.replace(copy)


def _write_ahead(connection: Connection) -> None:
    """Turn the write-ahead log on; where the file system can't have one, sync the folder too."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
            break
        except sqlite3.OperationalError:  # no busy handler is asked here
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
    if mode != "wal":
        connection.execute("PRAGMA synchronous = EXTRA")
