"""Classes on disk: their seats, their answers and where each stands, in one SQLite file.

What is written is on disk when a call returns. A call that fails leaves all as it was, and the next
one tries anew.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from threading import RLock
from typing import TypeVar

from quiz.engine.live_class import ClassState
from quiz.model.seat import Seat, Vote
from quiz.store.class_records import ClassRecord, KeptClass
from quiz.store.class_schema import MIGRATIONS
from quiz.store.errors import DamagedFile, StorageError, in_words
from quiz.store.lock import InUse, Lock
from quiz.store.opening import connect, set_aside
from quiz.store.queries import Reader
from quiz.store.writing import stamp, to_data, to_row

T = TypeVar("T")

NAME = "classes.sqlite"
"""The file in the data folder."""


class ClassStore:
    """The classes of one data folder. Any thread may call: calls take turns.

    Each call raises a `StorageError` where the file can't be used now.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.path = folder / NAME
        self.notice: str | None = None
        """What happened to the file that the teacher should know, in words."""
        self.now = now
        self._connection: Connection | None = None
        self._turn = RLock()

    def begin(self, record: ClassRecord) -> None:
        """Save a new class."""
        self._write(lambda one: _insert(one, "class", to_row(record)))

    def classes(self) -> tuple[ClassRecord, ...]:
        """Return all classes that can be read, the latest first."""
        every = "SELECT * FROM class ORDER BY number DESC"
        return tuple(self._use(lambda one: Reader(one).records(ClassRecord, every)))

    def find(self, code: str) -> KeptClass | None:
        """Return all that is kept of a class; None where there is none of that code."""
        return self._use(lambda one: _find(Reader(one), code))

    def add_seats(self, code: str, seats: Iterable[tuple[Seat, str]]) -> None:
        """Save new seats of a class, each with the hash of its token."""

        def write(connection: Connection) -> None:
            for seat, hash_ in seats:
                _insert(connection, "seat", {"class": code, **to_row(seat)})
                _insert(connection, "token", {"class": code, "seat": seat.id, "hash": hash_})

        self._write(write, code)

    def add_token(self, code: str, seat: int, hash_: str) -> None:
        """Save the hash of one more token of a seat."""
        row = {"class": code, "seat": seat, "hash": hash_}
        self._write(lambda one: _insert(one, "token", row), code)

    def save_votes(self, code: str, votes: Iterable[Vote]) -> None:
        """Save answers; of two from one seat in one vote on a question the last one stays."""

        def write(connection: Connection) -> None:
            for vote in votes:
                _insert(connection, "vote", {"class": code, **to_row(vote)})

        self._write(write, code)

    def save_state(self, code: str, state: ClassState, *changed: Seat) -> None:
        """Save where a class stands, and seats that changed."""

        def write(connection: Connection) -> None:
            values = (json.dumps(to_data(state)), code)
            connection.execute("UPDATE class SET state = ? WHERE code = ?", values)
            for seat in changed:
                _insert(connection, "seat", {"class": code, **to_row(seat)})

        self._write(write, code)

    def purge(self) -> int:
        """Forget the names that are past their day, and return of how many classes.

        A class that runs keeps them.
        """
        now = self.now()
        due = [one.code for one in self.classes() if one.names_go and one.names_go <= now]
        return sum(map(self._forget_names, due))

    def forget(self, codes: Sequence[str]) -> None:
        """Delete classes by their codes.

        Raises:
            InUse: one of them runs; then none is deleted.
        """
        with ExitStack() as held:
            locks = [held.enter_context(self.hold(code)) for code in codes]
            self._delete(_FORGET, codes)
        for lock in locks:
            lock.path.unlink(missing_ok=True)

    def hold(self, code: str) -> Lock:
        """Return a lock that no other program at this class can have.

        Raises:
            InUse: one has it.
        """
        try:
            return Lock(self.path.with_name(f"class-{code}.lock"))
        except InUse:
            said = f"The class {code} runs in another window or program. End it there first."
            raise InUse(said) from None

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            if self._connection:
                self._connection.close()
            self._connection = None

    def _forget_names(self, code: str) -> bool:
        with suppress(InUse), self.hold(code):
            self._delete(_FORGET_NAMES, [code])
            return True
        return False

    def _delete(self, statements: Iterable[str], codes: Iterable[str]) -> None:
        """Delete parts of classes; they are gone from the file and its log too."""

        def write(connection: Connection) -> None:
            for code in codes:
                for statement in statements:
                    connection.execute(statement, (code,))

        self._write(write)
        self._use(lambda one: one.execute("PRAGMA wal_checkpoint(TRUNCATE)"))

    def _write(self, write: Callable[[Connection], T], code: str | None = None) -> T:
        """Return what a write in one transaction gives; with a class, note that it was used."""

        def whole(connection: Connection) -> T:
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                if code:
                    used = (stamp(self.now()), code)
                    connection.execute("UPDATE class SET used = ? WHERE code = ?", used)
                return write(connection)

        return self._use(whole)

    def _use(self, use: Callable[[Connection], T]) -> T:
        try:
            with self._turn:
                self._connection = self._connection or self._connect()
                return use(self._connection)
        except (sqlite3.Error, OSError) as error:
            raise in_words(error, self.path) from error

    def _connect(self) -> Connection:
        """Return the database; one that is damaged is set aside, and a new one begun."""
        try:
            connection = connect(self.path, MIGRATIONS)
        except DamagedFile:
            where = set_aside(self.path, "damaged", self.now())
            self.notice = f"The file of your classes was damaged. It is set aside as {where}."
            connection = connect(self.path, MIGRATIONS)
        connection.execute("PRAGMA secure_delete = ON")
        return connection


def _find(reader: Reader, code: str) -> KeptClass | None:
    found = reader.records(ClassRecord, "SELECT * FROM class WHERE code = ?", code)
    seats = reader.records(Seat, "SELECT * FROM seat WHERE class = ? ORDER BY id", code)
    votes = reader.records(Vote, "SELECT * FROM vote WHERE class = ?", code)
    tokens = reader.connection.execute("SELECT hash, seat FROM token WHERE class = ?", (code,))
    if reader.unreadable:
        raise StorageError(f"Parts of your classes can't be read: {len(reader.unreadable)}")
    if not found:
        return None
    return KeptClass(
        record=found[0],
        seats=tuple(seats),
        tokens={row["hash"]: row["seat"] for row in tokens},
        votes=tuple(votes),
    )


def _insert(connection: Connection, table: str, row: Mapping[str, object]) -> None:
    values = ", ".join(f":{name}" for name in row)
    statement = f"INSERT OR REPLACE INTO {table} ({', '.join(row)}) VALUES ({values})"
    connection.execute(statement, row)


_FORGET_NAMES = (
    "UPDATE seat SET name = '' WHERE class = ?",
    "DELETE FROM token WHERE class = ?",
    "UPDATE class SET roster = '[]', named = 0 WHERE code = ?",
)
_FORGET = (
    "DELETE FROM vote WHERE class = ?",
    "DELETE FROM token WHERE class = ?",
    "DELETE FROM seat WHERE class = ?",
    "DELETE FROM class WHERE code = ?",
)
