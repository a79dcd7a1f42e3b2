"""The compiled copy of a quiz: a file of SQLite from which only what is needed is read.

A copy is written once and never changed. Each part has a seal, so that damage is noticed when the
part is read; whoever notices reads the quiz itself.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing, contextmanager

from quiz.bank.packing import pack, unpack
from quiz.model.bank import Bank, Distant
from quiz.model.value import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from sqlite3 import Connection
    from typing import Any, overload

    from quiz.model.bank import Drawn
    from quiz.model.question import Question

_APPLICATION_ID = 0x51756963  # `Quic` in ASCII
DRAWN: tuple[Drawn, ...] = ("id", "kind", "topic", "skill", "group")
"""The fields that a sitting is drawn by, as the frame holds them."""
_LONGEST = 64 * 1024 * 1024
_TABLES = (
    f"PRAGMA application_id = {_APPLICATION_ID}",
    """CREATE TABLE frame (quiz TEXT NOT NULL, ids TEXT NOT NULL, kinds TEXT NOT NULL,
        topics TEXT NOT NULL, skills TEXT NOT NULL, groups TEXT NOT NULL, seal INTEGER NOT NULL)""",
    "CREATE TABLE question (place INTEGER PRIMARY KEY, body TEXT NOT NULL, seal INTEGER NOT NULL)",
)


class Damaged(Exception):
    """A copy that can't be used: it is gone, damaged, or not ours."""


def write(path: Path, bank: Bank) -> None:
    """Write the copy of a quiz into an empty file.

    Raises:
        sqlite3.Error: it can't be written.
    """
    frame = (pack(replace(bank, questions=())), *(_column(bank, field) for field in DRAWN))
    bodies = ((place, pack(question)) for place, question in enumerate(bank.questions))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # a draft that breaks off is thrown away
        connection.execute("PRAGMA synchronous = OFF")  # what a power cut tears breaks its seal
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute("BEGIN")
        connection.execute(
            "INSERT INTO frame VALUES (?, ?, ?, ?, ?, ?, ?)", (*frame, _seal(*frame))
        )
        connection.executemany(
            "INSERT INTO question VALUES (?, ?, ?)",
            ((place, body, _seal(place, body)) for place, body in bodies),
        )
        connection.execute("COMMIT")


def read(path: Path, again: Callable[[], Sequence[Question]]) -> Bank:
    """Return the quiz of a copy; its questions stay there until they are asked for.

    `again` reads them from the quiz itself, for the day on which the copy is gone by then.

    Raises:
        Damaged: the copy can't be used.
    """
    with _opened(path) as connection:
        ((*frame, seal),) = connection.execute("SELECT * FROM frame")
        if _seal(*frame) != seal:
            raise Damaged
        quiz, *columns = frame
        bank: Bank = unpack(quiz)
        questions = Compiled(path, dict(zip(DRAWN, columns, strict=True)), again)
        return replace(bank, questions=questions)


class Compiled(Distant):
    """The questions of a compiled copy."""

    def __init__(
        self, path: Path, columns: Mapping[Drawn, str], again: Callable[[], Sequence[Question]]
    ) -> None:
        self._columns = columns
        self._path = path
        self._again = again
        self._whole: Sequence[Question] = ()
        self._read: dict[Drawn, Sequence[Any]] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.each("kind"))

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: int) -> Question: ...
        @overload
        def __getitem__(self, place: slice) -> tuple[Question, ...]: ...

    def __getitem__(self, place: int | slice) -> Question | tuple[Question, ...]:
        """Fetch the question at a place, or those of a slice."""
        places = range(len(self))[place]
        return self.fetch(places) if isinstance(places, range) else self.fetch((places,))[0]

    def __iter__(self) -> Iterator[Question]:
        """Fetch all of them."""
        return iter(self.fetch(range(len(self))))

    def __eq__(self, other: object) -> bool:
        """Return whether the other ones are the same, question by question."""
        if isinstance(other, Compiled) and other._path == self._path:
            return True
        return tuple(self) == (tuple(other) if isinstance(other, Compiled) else other)

    def __hash__(self) -> int:
        """Return a number that is the same for the same questions."""
        return hash(tuple(self))

    def each(self, field: Drawn) -> Sequence[Any]:
        """Return one field of every question, in their order."""
        if field not in self._read:
            self._read[field] = json.loads(self._columns[field])
        return self._read[field]

    def fetch(self, places: Iterable[int]) -> tuple[Question, ...]:
        """Return the questions at some places, in the order of the places.

        Raises:
            UnreadableQuiz: the copy is gone, and the quiz can't be read any more.
        """
        places = tuple(places)
        if not self._whole:
            try:
                return self._fetch(places)
            except Damaged:
                self._whole = self._again()
        return tuple(self._whole[place] for place in places)

    def _fetch(self, places: Iterable[int]) -> tuple[Question, ...]:
        with _opened(self._path) as connection:
            return tuple(_question(connection, place) for place in places)


def _question(connection: Connection, place: int) -> Question:
    found = connection.execute("SELECT body, seal FROM question WHERE place = ?", (place,))
    ((body, seal),) = found
    if _seal(place, body) != seal:
        raise Damaged
    question: Question = unpack(body)
    return question


@contextmanager
def _opened(path: Path) -> Iterator[Connection]:
    """Open a copy; whatever is wrong with what is read from it is damage.

    Raises:
        Damaged: the copy can't be used.
    """
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            if connection.execute("PRAGMA application_id").fetchone() != (_APPLICATION_ID,):
                raise Damaged
            yield connection
    except (sqlite3.Error, ValueError, LookupError, TypeError, RecursionError) as error:
        raise Damaged from error


def _column(bank: Bank, field: Drawn) -> str:
    """Return one field of every question as JSON, which is read field by field as it is needed."""
    return json.dumps(bank.each(field), separators=(",", ":"))


def _seal(*parts: object) -> int:
    """Return the checksum of a part of a copy."""
    return zlib.crc32("\0".join(map(str, parts)).encode())
