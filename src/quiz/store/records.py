"""What is kept, as plain records: a row of a table each, or a line of JSON."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from quiz.engine.result import Result
from quiz.store.purpose import Purpose

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlannedQuestion:
    """A question as an attempt asks it."""

    question: str
    content_id: str
    """The fingerprint of its text and key."""
    option_order: tuple[int, ...]
    scored: bool
    """Whether it earns points at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRecord:
    """An answer that was given, and what it earned."""

    attempt: str
    quiz: str
    version: int
    question: str
    content_id: str
    purpose: Purpose
    answer: Mapping[str, Any]
    fraction: float
    """The share of the points that it earned."""
    parts: tuple[bool, ...]
    """Whether each part of it is right."""
    scored: bool
    certainty: int | None
    """How sure the learner said to be, from 1 to 3."""
    at: datetime
    number: int = 0
    """Answers are numbered in the order in which they were saved, whatever the clock said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionRecord:
    """What is to be handed in of an exercise, and where it went."""

    attempt: str
    stem: str
    """What its result file is called, without its ending."""
    text: str
    """What its result file holds."""
    folder: Path
    """The folder into which it goes."""
    placed: Path | None = None
    """Its result file; None while it waits."""
    placed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRecord:
    """An attempt with all that was answered in it."""

    id: str
    quiz: str
    version: int
    title: str
    """The quiz's title then."""
    path: Path | None
    """The file that the quiz was read from."""
    purpose: Purpose
    mode: str
    form: str | None
    certainty: bool
    """Whether the learner is asked how sure they are."""
    seed: int
    begun: datetime
    plan: tuple[PlannedQuestion, ...]
    """Its questions, in the order in which they are asked."""
    position: int
    flagged: tuple[int, ...]
    passage_views: int
    ended: datetime | None = None
    """When it was finished or left; None while it can be taken up again."""
    result: Result | None = None
    """What it came to; None where it wasn't finished."""
    assignment: str | None = None
    learner: str = ""
    responses: tuple[ResponseRecord, ...] = ()
    submission: SubmissionRecord | None = None

    @property
    def asked(self) -> int:
        """How many questions it asks."""
        return len(self.plan)

    @property
    def answered(self) -> int:
        """How many of them have an answer."""
        there = {(one.question, one.content_id) for one in self.plan}
        return sum((one.question, one.content_id) in there for one in self.responses)


class Unreadable(ValueError):
    """Data that can't be read back as a record."""


def stamp(moment: datetime) -> str:
    """Return a time as text that sorts as the times do: ISO 8601 in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_data(value: object) -> Any:  # noqa: ANN401  what JSON holds
    """Return a record, or a part of one, as plain data that JSON can hold."""
    match value:
        case datetime():
            return stamp(value)
        case Path():
            return json.dumps(str(value))  # a name on disk may be no text that UTF-8 can hold
        case Mapping():
            return {name: to_data(part) for name, part in value.items()}
        case tuple() | list():
            return [to_data(part) for part in value]
    if is_dataclass(value):
        return {field.name: to_data(getattr(value, field.name)) for field in fields(value)}
    return value


def to_row(record: object) -> dict[str, Any]:
    """Return a record as the columns of its row; what SQLite has no type for is JSON."""
    return {name: _column(value) for name, value in to_data(record).items()}


def _column(value: object) -> object:
    if isinstance(value, int) and value.bit_length() > 63:
        return str(value)
    return json.dumps(value) if isinstance(value, list | dict) else value


def from_data(kind: type[T], data: Mapping[str, Any]) -> T:
    """Return the record that `to_data` or `to_row` made the data of.

    A field that is not known is passed over, and one that is left out is as it comes.

    Raises:
        Unreadable: there is no such record in the data.
    """
    data = _checked(Mapping, data)
    hints, needed = _fields(kind)  # type: ignore[arg-type]  # mypy finds no hash
    given = {name: _read(hint, data[name]) for name, hint in hints.items() if name in data}
    missing = needed - given.keys()
    if missing:
        raise Unreadable(f"there is no {', '.join(missing)}")
    return kind(**given)


@cache
def _fields(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:  # noqa: ANN401  a dataclass
    """Return the types of a record's fields, and the names of those that it can't lack."""
    needed = (f for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING)
    return get_type_hints(kind), frozenset(field.name for field in needed)


def _read(kind: Any, value: Any) -> Any:  # noqa: ANN401  of any type that a field has
    origin, inner = get_origin(kind) or kind, get_args(kind)
    if origin is UnionType:
        return None if value is None else _read(inner[0], value)
    if origin is tuple:
        return tuple(_read(inner[0], part) for part in _decoded(list, value))
    if origin is Mapping:
        return {name: _read(inner[1], part) for name, part in _decoded(dict, value).items()}
    if is_dataclass(origin):
        return from_data(kind, _decoded(dict, value))
    return value if kind is Any else _read_one(kind, value)


def _read_one(kind: Any, value: Any) -> Any:  # noqa: ANN401
    if kind is Path:
        return Path(_checked(str, _loaded(_checked(str, value))))
    if kind is float:
        return float(_checked((int, float), value))
    if kind is bool:
        return bool(_checked(int, value))
    try:
        if kind is datetime:
            return datetime.fromisoformat(_checked(str, value)).astimezone(UTC)
        if kind is int and isinstance(value, str):
            return int(value)
        return kind(value) if issubclass(kind, StrEnum) else _checked(kind, value)
    except ValueError as error:
        raise Unreadable(str(error)) from error


def _decoded(kind: type[T], value: object) -> T:
    """Return a list or an object, in a row as its JSON."""
    return _checked(kind, _loaded(value) if isinstance(value, str) else value)


def _loaded(text: str) -> object:
    try:
        loaded: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    return loaded


def _checked(kind: type[T] | tuple[type[T], ...], value: object) -> T:
    if not isinstance(value, kind):
        raise Unreadable(f"{type(value).__name__} in the place of {kind}")
    return value
