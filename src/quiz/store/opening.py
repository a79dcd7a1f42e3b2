"""The database file: opened and brought up to date, set aside, or refused in words."""

import errno
import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from sqlite3 import Connection

from quiz.store.errors import EarlierFile, ForeignFile, NewerFile, in_words
from quiz.store.schema import APPLICATION_ID, EARLIER_ID, MIGRATIONS, Migration, migrate, version

PATIENCE = 3.0
"""Seconds to wait for another program that opens the file or writes in it."""


def connect(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Connection:
    """Return the database at `path` with today's tables; it is made if it isn't there.

    What is committed is on disk: the journal is a write-ahead log, synchronous FULL.

    Raises:
        NewerFile: a newer program wrote it; nothing in it was changed.
        EarlierFile: a program from before the first migration wrote it, and so.
        ForeignFile: it is another program's, and so.
        DamagedFile: it is no whole database.
        StorageError: it can't be opened or written.
    """
    try:
        _make_private(path)
        connection = sqlite3.connect(
            path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            _recognise(connection, path, len(migrations))
            _prepare(connection, path, migrations)
        except BaseException:
            connection.close()
            raise
    except (sqlite3.Error, OSError) as error:
        raise in_words(error, path) from error
    return connection


def connect_to_read(path: Path) -> Connection | None:
    """Return the database of a folder that can't be written in; None where it can't be read."""
    log = path.with_name(f"{path.name}-wal")
    with suppress(sqlite3.Error, OSError):
        if path.exists() and not (log.exists() and log.stat().st_size):
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            if version(connection) == len(MIGRATIONS):
                connection.row_factory = sqlite3.Row
                return connection
            connection.close()
    return None


def set_aside(path: Path, why: str, now: datetime) -> Path:
    """Give a database and its logs another name, and return it; nothing is deleted.

    The logs go first: a new database must never find the old one's log beside it.

    Raises:
        OSError: it can't be renamed.
    """
    stem = f"{path.stem}-{why}-{now:%Y-%m-%d-%H%M%S}"
    names = (f"{stem}-{number}" if number > 1 else stem for number in count(1))
    targets = (path.with_name(name + path.suffix) for name in names)
    target = next(target for target in targets if not target.exists())
    for suffix in ("-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(target.with_name(target.name + suffix))
    return path.rename(target)


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not os.access(path.parent, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only", str(path.parent))
    if not path.exists():
        path.touch(mode=0o600)
    with suppress(OSError):
        for place, mode in ((path.parent, 0o700), (path, 0o600)):
            if place.stat().st_mode & 0o077:
                place.chmod(mode)


def _recognise(connection: Connection, path: Path, newest: int) -> None:
    """Refuse what is not ours, before anything is written."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    identity = connection.execute("PRAGMA application_id").fetchone()[0]
    if identity == EARLIER_ID:
        raise EarlierFile(f"an earlier state of this program wrote {path}")
    if identity != APPLICATION_ID and (identity or tables):
        raise ForeignFile(f"the file {path} belongs to another program")
    if version(connection) > newest:
        raise NewerFile(f"a newer version of this program wrote {path}")


def _prepare(connection: Connection, path: Path, migrations: Sequence[Migration]) -> None:
    connection.row_factory = sqlite3.Row
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    connection.execute("PRAGMA synchronous = FULL")
    before = version(connection)
    if 0 < before < len(migrations):
        copy = path.with_name(f"{path.stem}-before-{before + 1}{path.suffix}")
        copy.unlink(missing_ok=True)
        connection.execute("VACUUM INTO ?", (str(copy),))
    migrate(connection, migrations)
    _write_ahead(connection)


def _write_ahead(connection: Connection) -> None:
    """Turn the write-ahead log on; where the file system can't have one, sync the folder too."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
            break
        except sqlite3.OperationalError:  # SQLite does not wait for others here
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
    if mode != "wal":
        connection.execute("PRAGMA synchronous = EXTRA")
