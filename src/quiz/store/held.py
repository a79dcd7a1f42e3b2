"""The database held open: opened when it is needed, and anew when it is no longer the same file."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection, Error

from quiz.store import wholeness
from quiz.store.aside import set_aside
from quiz.store.database import connect, connect_to_read
from quiz.store.trouble import Damaged, in_words


class Held:
    """One connection to the file at `path`."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path = path
        """The database."""
        self.notices: list[str] = []
        """What happened to the file that the user should know, in words."""
        self._now = now
        self._connection: Connection | None = None
        self._read_only: Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._checked = ""

    def get(self, patience: float) -> tuple[Connection, bool]:
        """Return a connection, and whether it was opened just now.

        A damaged file is set aside and a new one begun.

        Raises:
            Trouble: it can't be opened.
        """
        if self._connection and self._identity == _identity(self.path):
            return self._connection, False
        if self._connection:
            self._drop()
            self.notices.append(f"Your history was taken away from {self.path} meanwhile.")
        self._checked = f"{self._now():%Y-%m-%d}"
        try:
            self._connection = connect(self.path, self._checked, patience=patience)
        except Damaged:
            self.set_aside()
            self._connection = connect(self.path, self._checked, patience=patience)
        self._identity = _identity(self.path)
        return self._connection, True

    def get_to_read(self) -> Connection | None:
        """Return a connection that only reads, where the folder can't be written in."""
        self._read_only = self._read_only or connect_to_read(self.path)
        return self._read_only

    def set_aside(self) -> None:
        """Move a damaged file out of the way.

        Raises:
            Trouble: it can't be moved.
        """
        self._drop()
        try:
            where = set_aside(self.path, self._now())
        except OSError as error:
            raise in_words(error, self.path) from error
        self.notices.append(
            f"Your history was damaged. It is set aside as {where}, and a new one is begun."
        )

    def close(self) -> None:
        """Let go of the file, and note that it was whole."""
        held = self._connection is not None and self._identity == _identity(self.path)
        self._drop()
        if held:
            wholeness.vouch(self.path, self._checked)

    def _drop(self) -> None:
        for connection in (self._connection, self._read_only):
            if connection:
                with suppress(Error):
                    connection.close()
        self._connection = self._read_only = None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116  the quickest way, at every answer
    except OSError:
        return None
    return status.st_dev, status.st_ino
