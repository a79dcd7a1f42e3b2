"""The history on disk: written at once, or kept waiting and tried again."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from threading import RLock
from typing import TypeVar

from quiz.model.text import clean_line
from quiz.store import queries, remembering, spool, writing
from quiz.store.database import Database
from quiz.store.errors import StorageError
from quiz.store.queries import QuestionMemory, Reader
from quiz.store.records import AttemptRecord, ResponseRecord

T = TypeVar("T")
D = TypeVar("D")

NAME = "answers.sqlite"
"""The file in the data folder."""
PATIENCE = 3.0
"""Seconds to wait for another program that is writing."""
IMPATIENCE = 0.2
"""Seconds to wait for it while there is trouble already."""


class Store:
    """One data folder, and what could not be written to its database yet.

    Any thread may call: calls take turns. The file is opened by the first one that needs it.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        elsewhere: Iterable[Path] = (),
        longest_days: int = 30,
    ) -> None:
        self.trouble: str | None = None
        """Why answers can't be saved now, and where they are instead, in words."""
        self._database = Database(folder / NAME, now, self._take_up)
        self._spool = spool.Spool(folder, elsewhere)
        self._longest_days = longest_days
        self._unsaved: dict[str, AttemptRecord] = {}
        self._unreadable: set[tuple[object, ...]] = set()
        self._lock = RLock()

    def notices(self) -> tuple[str, ...]:
        """Return what happened to the history that the user should know, each thing once."""
        with self._lock:
            said = tuple(map(clean_line, self._database.notices))
            self._database.notices.clear()
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
                there = self._database.use_to_read(lambda one: self._look(one, query))
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
                path = self._database.path
                for copy in path.parent.glob(f"{path.stem}-before-*{path.suffix}"):
                    copy.unlink(missing_ok=True)
            return count

    def close(self) -> None:
        """Try once more to save what waits, and let go of the file."""
        with self._lock:
            self.flush()
            self._database.close()

    def _use(self, use: Callable[[Connection], T]) -> T:
        return self._database.use(use, IMPATIENCE if self.trouble else PATIENCE)

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
                self._database.notices.append(said)

    def _look(self, connection: Connection, query: Callable[[Reader], T]) -> T:
        """Return what a query finds; say what it leaves out."""
        reader = Reader(connection)
        found = query(reader)
        new = reader.unreadable - self._unreadable
        self._unreadable |= new
        if new:
            self._database.notices.append(
                f"Parts of your history can't be read, and are left out: {len(new)}. "
                f"They stay in {self._database.path}."
            )
        return found
