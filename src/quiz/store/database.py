"""The database held open: opened when it is needed, and anew when it is no longer the same file."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

from quiz.store.errors import DamagedFile, EarlierFile, in_words
from quiz.store.opening import connect, connect_to_read, set_aside

T = TypeVar("T")
Identity = tuple[int, int]
"""What tells a file from another one under the same name: its device and its number there."""

_DAMAGED = "Your history was damaged."
_EARLIER = "Your history was written by an earlier state of this program, and can't be read."


class Database:
    """One connection to the file at `path`."""

    def __init__(
        self, path: Path, now: Callable[[], datetime], opened: Callable[[Connection], None]
    ) -> None:
        self.path = path
        self.notices: list[str] = []
        """What happened to the file that the user should know, in words."""
        self._now = now
        self._opened = opened
        self._connection: Connection | None = None
        self._identity: Identity | None = None

    def use(self, use: Callable[[Connection], T], patience: float) -> T:
        """Return what a use of the database gives; a damaged file is set aside and a new one begun.

        Raises:
            StorageError: it can't be used.
        """
        try:
            try:
                return use(self._open(patience))
            except sqlite3.Error as error:
                if not isinstance(in_words(error, self.path), DamagedFile):
                    raise
                self._set_aside(self._identity, "damaged", _DAMAGED)
                return use(self._open(patience))
        except (sqlite3.Error, OSError) as error:
            raise in_words(error, self.path) from error

    def use_to_read(self, use: Callable[[Connection], T]) -> T | None:
        """Return what a use of a file gives that can't be written; None where it can't be read."""
        with suppress(sqlite3.Error):
            connection = connect_to_read(self.path)
            if connection:
                try:
                    return use(connection)
                finally:
                    connection.close()
        return None

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _open(self, patience: float) -> Connection:
        if self._connection and self._identity != _identity(self.path):
            self.close()
            self.notices.append(f"Your history was taken away from {self.path} meanwhile.")
        held, self._connection = self._connection, self._connection or self._connect()
        self._connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        if held is None:
            self._identity = _identity(self.path)
            self._opened(self._connection)
        return self._connection

    def _connect(self) -> Connection:
        seen = _identity(self.path)
        try:
            return connect(self.path)
        except DamagedFile:
            self._set_aside(seen, "damaged", _DAMAGED)
        except EarlierFile:
            self._set_aside(seen, "earlier", _EARLIER)
        return connect(self.path)

    def _set_aside(self, seen: Identity | None, why: str, said: str) -> None:
        """Set the file aside, unless another program was first and made a new one."""
        self.close()
        if seen == _identity(self.path):
            where = set_aside(self.path, why, self._now())
            self.notices.append(f"{said} It is set aside as {where}, and a new one is begun.")


def _identity(path: Path) -> Identity | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino
