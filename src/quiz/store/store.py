"""The history on disk: written at once, or kept waiting and tried again."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from threading import RLock
from typing import TypeVar

from quiz.engine.memory import LONGEST_DAYS
from quiz.model.text import clean_line
from quiz.store import queries, remembering, spool, writing
from quiz.store.errors import DamagedFile, EarlierFile, StorageError, in_words
from quiz.store.opening import PATIENCE, connect, connect_to_read, set_aside
from quiz.store.queries import QuestionMemory, Reader
from quiz.store.records import AttemptRecord, ResponseRecord

T = TypeVar("T")
D = TypeVar("D")

NAME = "answers.sqlite"
"""The file in the data folder."""
IMPATIENCE = 0.2
"""Seconds to wait for another program while there is trouble already."""
_DAMAGED = "Your history was damaged."
_EARLIER = "Your history was written by an earlier state of this program, and can't be read."

Identity = tuple[int, int]
"""What tells a file from another one under the same name: its device and its number there."""


class Store:
    """One data folder, and what could not be written to its database yet.

    Any thread may call: calls take turns. The file is opened by the first one that needs it.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        elsewhere: Iterable[Path] = (),
        longest_days: int = LONGEST_DAYS,
    ) -> None:
        self.trouble: str | None = None
        """Why answers can't be saved now, and where they are instead, in words."""
        self.path = folder / NAME
        self._now = now
        self._notices: list[str] = []
        self._connection: Connection | None = None
        self._identity: Identity | None = None
        self._spool = spool.Spool(folder, elsewhere)
        self._longest_days = longest_days
        self._unsaved: dict[str, AttemptRecord] = {}
        self._unreadable: set[tuple[object, ...]] = set()
        self._lock = RLock()

    def notices(self) -> tuple[str, ...]:
        """Return what happened to the history that the user should know, each thing once."""
        with self._lock:
            said = tuple(map(clean_line, self._notices))
            self._notices.clear()
            return said

    def save(self, attempt: AttemptRecord, *new: ResponseRecord) -> bool:
        """Save an attempt with what was answered in it now; return whether all is in the database.

        It is on disk before this returns. What can't be written to the database is written to a
        file of its own, and tried again at the next call. Never raises for trouble with the disk.
        """
        with self._lock:
            return self._save({**self._unsaved, attempt.id: attempt}, new)

    def flush(self) -> bool:
        """Try once more to save what waits; return whether all is in the database."""
        with self._lock:
            return not self._unsaved or self._save(self._unsaved, ())

    def read(self, query: Callable[[Reader], T], otherwise: D) -> T | D:
        """Return what a query finds, or `otherwise` where the history can't be read."""
        with self._lock:
            try:
                found = self._use(lambda connection: self._look(connection, query))
            except StorageError as trouble:
                if not self._unsaved:
                    self.trouble = clean_line(f"Your history can't be used now: {trouble}.")
                there = self._read_only(query)
                return otherwise if there is None else there
            if not self._unsaved:
                self.trouble = None
            return found

    def unfinished(self, quiz: str) -> list[AttemptRecord]:
        """Return the attempts of a quiz that are not over, exercises too, the latest first.

        What waits to be saved is told as it is, not as the disk knows it.
        """
        with self._lock:
            self.flush()
            on_disk = self.read(lambda reader: queries.unfinished(reader, quiz), [])
            waits = [one for one in self._unsaved.values() if one.quiz == quiz]
            latest = {one.id: one for one in (*reversed(on_disk), *waits)}
            return [one for one in reversed(latest.values()) if one.ended is None]

    def attempt(self, id_: str) -> AttemptRecord | None:
        """Return an attempt as it waits or as it is on disk; None where it is neither."""
        with self._lock:
            on_disk = self.read(lambda reader: queries.attempt(reader, id_), None)
            return self._unsaved.get(id_, on_disk)

    def memories(self, quiz: str) -> list[QuestionMemory]:
        """Return what is remembered of the questions of a quiz, the longest due first."""
        with self._lock:
            with suppress(StorageError):  # what can't be brought up to date is told as it was
                self._use(lambda one: remembering.catch_up(Reader(one), self._longest_days))
            return self.read(lambda reader: queries.memories(reader, quiz), [])

    def forget(self, quiz: str | None) -> int:
        """Delete what is kept of a quiz, or of all, and return how many answers that were.

        It is gone from the file too. With the last of it the copies go that were kept before
        migrations. What was set aside stays.

        Raises:
            StorageError: it can't be deleted.
        """
        with self._lock:
            self.flush()
            count = self._use(lambda connection: writing.forget(connection, quiz))
            if quiz is None:
                for copy in self.path.parent.glob(f"{self.path.stem}-before-*{self.path.suffix}"):
                    copy.unlink(missing_ok=True)
            return count

    def close(self) -> None:
        """Try once more to save what waits, and let go of the file."""
        with self._lock:
            self.flush()
            self._let_go()

    def _let_go(self) -> None:
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _use(self, use: Callable[[Connection], T]) -> T:
        """Return what a use of the database gives; a damaged file is set aside and a new one begun.

        Raises:
            StorageError: it can't be used.
        """
        try:
            try:
                return use(self._open())
            except sqlite3.Error as error:
                if not isinstance(in_words(error, self.path), DamagedFile):
                    raise
                self._set_aside(self._identity, "damaged", _DAMAGED)
                return use(self._open())
        except (sqlite3.Error, OSError) as error:
            raise in_words(error, self.path) from error

    def _open(self) -> Connection:
        """Return the database held open; it is opened anew when it is no longer the same file."""
        if self._connection and self._identity != _identity(self.path):
            self._let_go()
            self._notices.append(f"Your history was taken away from {self.path} meanwhile.")
        held, self._connection = self._connection, self._connection or self._connect()
        patience = IMPATIENCE if self.trouble else PATIENCE
        self._connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        if held is None:
            self._identity = _identity(self.path)
            self._take_up(self._connection)
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
        self._let_go()
        if seen == _identity(self.path):
            where = set_aside(self.path, why, self._now())
            self._notices.append(f"{said} It is set aside as {where}, and a new one is begun.")

    def _read_only(self, query: Callable[[Reader], T]) -> T | None:
        """Return what a query finds in a file that can only be read; None where it can't be."""
        with suppress(sqlite3.Error):
            connection = connect_to_read(self.path)
            if connection:
                with closing(connection):
                    return self._look(connection, query)
        return None

    def _save(self, attempts: dict[str, AttemptRecord], new: Iterable[ResponseRecord]) -> bool:
        """Write attempts; those that waited with all that was answered in them."""
        waited = self._unsaved
        given = [(one, one.responses if one.id in waited else new) for one in attempts.values()]
        try:
            self._use(lambda connection: self._write(connection, given))
        except StorageError as trouble:
            self._unsaved = attempts
            self._put_elsewhere(trouble)
            return False
        self._unsaved, self.trouble = {}, None
        if waited:
            self._spool.clear()
        return True

    def _write(
        self,
        connection: Connection,
        given: Iterable[tuple[AttemptRecord, Iterable[ResponseRecord]]],
    ) -> None:
        """Write attempts, each with what was answered in it, in one transaction."""
        connection.execute("BEGIN IMMEDIATE")  # one that reads first could fail against another
        with connection:
            for attempt, new in given:
                writing.save(connection, attempt, new)

    def _put_elsewhere(self, trouble: StorageError) -> None:
        path = self._spool.put(self._unsaved.values())
        where = (
            f"They are written to {path}, and added as soon as that is possible."
            if path
            else "They are kept only while this program runs."
        )
        self.trouble = clean_line(
            f"Your answers can't be added to your history now: {trouble}. {where}"
        )

    def _take_up(self, connection: Connection) -> None:
        """Add what an earlier program could not save; what can't be added yet is left for later."""
        for path in self._spool.files():
            with suppress(OSError, sqlite3.Error):
                found, unreadable = spool.read(path)
                self._write(connection, ((one, one.responses) for one in found))
                count = sum(len(one.responses) for one in found)
                said = f"Answers that waited in {path} are in your history now: {count}."
                if unreadable:
                    left = path.rename(path.with_suffix(".left"))
                    said += f" Lines that can't be read stay in {left}: {unreadable}."
                else:
                    path.unlink()
                self._notices.append(said)

    def _look(self, connection: Connection, query: Callable[[Reader], T]) -> T:
        """Return what a query finds; say what it leaves out."""
        reader = Reader(connection)
        found = query(reader)
        new = reader.unreadable - self._unreadable
        self._unreadable |= new
        if new:
            self._notices.append(
                f"Parts of your history can't be read, and are left out: {len(new)}. "
                f"They stay in {self.path}."
            )
        return found


def _identity(path: Path) -> Identity | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino
