"""What this program has to keep: written at once, or kept waiting and tried again."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from threading import RLock
from typing import TypeVar

from quiz.model.text import clean_line
from quiz.store import forgetting, waiting
from quiz.store.database import PATIENCE
from quiz.store.held import Held
from quiz.store.records import Answered, Begun, Ended, Placed, Record
from quiz.store.running import KeptAttempt, latest
from quiz.store.trouble import Damaged, Trouble, in_words
from quiz.store.writing import write

T = TypeVar("T")
D = TypeVar("D")

NAME = "answers.sqlite"
"""The file in the data folder."""
IMPATIENCE = 0.2
"""Seconds to wait for a lock while there is trouble already."""


class Journal:
    """The history on disk, and what could not be written to it yet.

    Any thread may call: calls take turns at one connection. The file is opened by the first call
    that needs it.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        elsewhere: tuple[Path, ...] = (),
        longest_days: int = 30,
    ) -> None:
        self.trouble: str | None = None
        """Why answers can't be kept now, and where they are instead, in words."""
        self._held = Held(folder / NAME, now)
        self._folders = (folder, *elsewhere)
        self._longest_days = longest_days
        self._records: list[Record] = []  # of all attempts that are not over
        self._kept = 0  # how many of those are in the database
        self._name = os.urandom(4).hex()
        self._spilled: Path | None = None
        self._lock = RLock()

    def notices(self) -> tuple[str, ...]:
        """Return what happened to the file that the user should know, each thing once."""
        with self._lock:
            told = tuple(map(clean_line, self._held.notices))
            self._held.notices.clear()
            return told

    def write(self, *records: Record) -> bool:
        """Keep records; return whether all that was ever given is in the database.

        It is on disk before this returns. What can't be written to the database is written to a
        file of its own, and tried again at the next call. Never raises for trouble with the disk.
        """
        with self._lock:
            self._records += records
            try:
                self._attempt(self._flush)
            except Trouble as trouble:
                self._put_elsewhere(trouble)
                return False
            self._settle()
            return True

    def adopt(self, attempt: str, records: Iterable[Record]) -> None:
        """Take over the records of an attempt that an earlier program left in the database."""
        with self._lock:
            others = [r for r in self._records[: self._kept] if r.attempt != attempt]
            known = [*others, *records]
            self._records, self._kept = [*known, *self._waits], len(known)

    def read(self, query: Callable[[Connection], T], otherwise: D) -> T | D:
        """Return what a query finds, or `otherwise` where the history can't be read."""
        with self._lock:
            try:
                found = self._attempt(query)
            except Trouble as trouble:
                if not self._waits:
                    self.trouble = _unusable(trouble)
                return self._read_only(query, otherwise)
            if not self._waits:
                self.trouble = None
            return found

    def running(self, wanted: Callable[[Begun], bool]) -> KeptAttempt | None:
        """Return the latest attempt that is wanted and that this program has not ended."""
        with self._lock:
            return latest(self._records, wanted)

    def forget(self, quiz: str | None) -> int:
        """Delete what is kept of a quiz, or of all, and return how many answers that were.

        Raises:
            Trouble: it can't be deleted.
        """
        with self._lock:
            self._attempt(self._flush)
            path = self._held.path
            count = self._attempt(lambda connection: forgetting.forget(connection, path, quiz))
            begun = [r for r in self._records if isinstance(r, Begun)]
            gone = {r.attempt for r in begun if quiz in {None, r.quiz}}
            self._records = [
                r for r in self._records if isinstance(r, Begun) or r.attempt not in gone
            ]
            self._kept = len(self._records)
            return count

    def close(self) -> None:
        """Try once more to keep what waits, and let go of the file."""
        with self._lock:
            if self._waits:
                self.write()
            self._held.close()

    def _read_only(self, query: Callable[[Connection], T], otherwise: D) -> T | D:
        with suppress(sqlite3.Error):
            connection = self._held.get_to_read()
            return query(connection) if connection else otherwise
        return otherwise

    @property
    def _waits(self) -> Sequence[Record]:
        return self._records[self._kept :]

    def _attempt(self, use: Callable[[Connection], T]) -> T:
        """Use the database; once more with a new one after damage was set aside.

        Raises:
            Trouble: it can't be used.
        """
        path = self._held.path
        try:
            try:
                return use(self._connect())
            except sqlite3.Error as error:
                if not isinstance(in_words(error, path), Damaged):
                    raise
                self._held.set_aside()
                return use(self._connect())
        except (sqlite3.Error, OSError) as error:
            raise in_words(error, path) from error

    def _connect(self) -> Connection:
        patience = IMPATIENCE if self.trouble else PATIENCE
        connection, new = self._held.get(patience)
        connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        if new:
            self._kept = 0  # nothing is known of this file: all of it is written again
            self._take_up(connection)
        return connection

    def _flush(self, connection: Connection) -> None:
        try:
            self._commit(connection, self._waits)
        except sqlite3.IntegrityError:  # its attempt was forgotten meanwhile: it begins anew
            self._commit(connection, self._records)

    def _commit(self, connection: Connection, records: Sequence[Record]) -> None:
        if not records:
            return
        try:
            connection.execute("BEGIN IMMEDIATE")
            for record in records:
                write(connection, record, self._longest_days)
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise

    def _settle(self) -> None:
        """Let go of the attempts that are over, and of the file in which records waited."""
        over = {record.attempt for record in self._records if isinstance(record, Ended | Placed)}
        self._records = [record for record in self._records if record.attempt not in over]
        self._kept = len(self._records)
        self.trouble = None
        if self._spilled:
            with suppress(OSError):
                self._spilled.unlink()
            self._spilled = None

    def _put_elsewhere(self, trouble: Trouble) -> None:
        if not self._waits:
            self.trouble = _unusable(trouble)
            return
        self._spilled = waiting.put(self._waits, self._folders, self._name) or self._spilled
        why = f"Your answers can't be added to your history now: {trouble}."
        where = (
            f"They are written to {self._spilled}, and added as soon as that is possible."
            if self._spilled
            else "They are kept only while this program runs."
        )
        self.trouble = clean_line(f"{why} {where}")

    def _take_up(self, connection: Connection) -> None:
        """Add what an earlier program could not keep."""
        for path in waiting.files(self._folders):
            with suppress(OSError, sqlite3.IntegrityError):
                records, whole = waiting.get(path)
                self._commit(connection, records)
                waiting.done(path, whole=whole)
                count = sum(isinstance(record, Answered) for record in records)
                self._held.notices.append(
                    f"Answers that waited in {path} are in your history now: {count}."
                )


def _unusable(trouble: Trouble) -> str:
    return clean_line(f"Your history can't be used now: {trouble}.")
