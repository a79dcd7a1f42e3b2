"""A lock that one program holds: let go when it ends, however it ends."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Self

from quiz.store.errors import StorageError, in_words


class InUse(StorageError):
    """Another program holds the lock."""


class Lock:
    """A file that this program holds: an empty database in a transaction that never writes.

    SQLite locks it on every system, and the system takes the lock away with the program.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            InUse: another program, or another lock of this one, holds it.
            StorageError: its file can't be made.
        """
        self.path = path
        self._connection: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            self._connection = sqlite3.connect(
                path, timeout=0, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("BEGIN EXCLUSIVE")
        except (sqlite3.Error, OSError) as error:
            self.release()
            busy = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
            raise InUse(f"{path} is held") if busy else in_words(error, path) from error

    def __enter__(self) -> Self:
        """Return the lock, which is held."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Let go of it."""
        self.release()

    def release(self) -> None:
        """Let go of the lock; its file stays."""
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
