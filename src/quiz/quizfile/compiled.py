"""The compiled copy of a quiz: a file from which only what is needed is read.

    preamble   what it is, how many questions, where the head begins, how long it is, its seal
    bodies     each question, one after the other
    table      of each question where it begins, how long it is, its seal
    head       the quiz but for its questions, then single fields of all questions

All texts are packed and in UTF-8, all numbers whole and big-endian. A copy is written once and
never changed. Each part has a seal, so that damage is noticed when the part is read; whoever
notices reads the quiz itself.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar, overload

from quiz.model.question import Question
from quiz.model.quiz import Distant, Drawn, Quiz
from quiz.quizfile.packing import pack, pack_column, unpack, unpack_column

if TYPE_CHECKING:
    from _typeshed import StrPath
Read = TypeVar("Read")

DRAWN: tuple[Drawn, ...] = ("id", "kind", "topic", "skill", "group")
"""The fields that an attempt is drawn by, as the head holds them."""
_MAGIC = b"quiz copy 2\n"
_PREAMBLE = struct.Struct(">12sIQII")
_ENTRY = struct.Struct(">QII")
_BETWEEN = "\x1e"  # the parts of the head: the record separator of ASCII, which no text can hold
_DAMAGE = (
    OSError,
    struct.error,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RecursionError,
)
_LONGEST = 64 * 1024 * 1024


class Damaged(Exception):
    """A copy that can't be used: it is gone, damaged, or not ours."""


def write(path: StrPath, quiz: Quiz) -> None:
    """Write the copy of a quiz.

    Raises:
        OSError: it can't be written.
        ValueError: a text in it can't be packed.
    """
    table = bytearray()
    with open(path, "wb") as file:
        file.write(bytes(_PREAMBLE.size))
        for place, question in enumerate(quiz.questions):
            body = pack(question).encode()
            table += _ENTRY.pack(file.tell(), len(body), _seal(body, place))
            file.write(body)
        file.write(table)
        fields = (pack_column(quiz.each(field)) for field in DRAWN)
        head = _BETWEEN.join((pack(replace(quiz, questions=())), *fields)).encode()
        count, start = len(quiz.questions), file.tell()
        file.write(head)
        file.seek(0)
        file.write(_PREAMBLE.pack(_MAGIC, count, start, len(head), _seal(head, count, start)))


def read(path: StrPath, again: Callable[[], Sequence[Question]]) -> Quiz:
    """Return the quiz of a copy; its questions stay there until they are asked for.

    `again` reads them from the quiz itself, for the day on which the copy is gone by then.

    Raises:
        Damaged: the copy can't be used.
    """
    return _from(path, lambda file: _quiz(file, path, again))


def _quiz(file: BinaryIO, path: StrPath, again: Callable[[], Sequence[Question]]) -> Quiz:
    magic, count, start, length, seal = _PREAMBLE.unpack(file.read(_PREAMBLE.size))
    head = _part(file, start, length)
    entries = range(start - count * _ENTRY.size, start, _ENTRY.size)
    if magic != _MAGIC or _seal(head, count, start) != seal or entries.start < _PREAMBLE.size:
        raise Damaged
    packed, *columns = head.decode().split(_BETWEEN)
    quiz = unpack(packed)
    if not isinstance(quiz, Quiz):
        raise Damaged
    fields = dict(zip(DRAWN, columns, strict=True))
    return replace(quiz, questions=Compiled(path, entries, fields, again))


class Compiled(Distant):
    """The questions of a compiled copy."""

    def __init__(
        self,
        path: StrPath,
        entries: range,
        columns: Mapping[Drawn, str],
        again: Callable[[], Sequence[Question]],
    ) -> None:
        self._path = path
        self._entries = entries  # where the entry of each question stands
        self._columns = columns
        self._again = again
        self._whole: Sequence[Question] = ()
        self._read: dict[Drawn, Sequence[Any]] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._entries)

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
            self._read[field] = unpack_column(self._columns[field])
        return self._read[field]

    def fetch(self, places: Iterable[int]) -> tuple[Question, ...]:
        """Return the questions at some places, in the order of the places.

        Raises:
            UnreadableQuiz: the copy is gone, and the quiz can't be read any more.
        """
        places = tuple(places)
        if not self._whole:
            try:
                return _from(
                    self._path,
                    lambda file: tuple(self._question(file, place) for place in places),
                )
            except Damaged:
                self._whole = self._again()
        return tuple(self._whole[place] for place in places)

    def _question(self, file: BinaryIO, place: int) -> Question:
        start, length, seal = _ENTRY.unpack(_part(file, self._entries[place], _ENTRY.size))
        body = _part(file, start, length)
        if _seal(body, place) != seal:
            raise Damaged
        question: Question = unpack(body.decode())
        return question


def _from(path: StrPath, read: Callable[[BinaryIO], Read]) -> Read:
    """Return what is read from a copy; whatever is wrong with it is damage.

    Raises:
        Damaged: the copy can't be used.
    """
    try:
        with open(path, "rb") as file:
            return read(file)
    except _DAMAGE as error:
        raise Damaged from error


def _part(file: BinaryIO, start: int, length: int) -> bytes:
    """Return so many bytes of a file, or fewer at its end.

    Raises:
        Damaged: no part is so long.
    """
    if length > _LONGEST:
        raise Damaged
    file.seek(start)
    return file.read(length)


def _seal(part: bytes, *numbers: int) -> int:
    """Return the checksum of a part of a copy, and of the numbers that belong to it."""
    return zlib.crc32(part, zlib.crc32(str(numbers).encode()))
