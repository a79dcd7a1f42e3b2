"""Records read back from plain data, by the types of their fields."""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from quiz.model.answer import WAYS, Answer

T = TypeVar("T")


class Unreadable(ValueError):
    """Data that can't be read back as a record."""


def from_data(kind: type[T], data: Mapping[str, Any]) -> T:
    """Return the record that `to_data` or `to_row` made the data of.

    A field that is not known is passed over, and one that is left out is as it comes.

    Raises:
        Unreadable: there is no such record in the data.
    """
    data = _checked(Mapping, data)
    readers, needed = _fields(kind)  # type: ignore[arg-type]  # mypy finds no hash
    try:
        given = {name: read(data[name]) for name, read in readers.items() if name in data}
    except (ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    if missing := needed - given.keys():
        raise Unreadable(f"there is no {', '.join(missing)}")
    return kind(**given)


@cache
def _fields(kind: Any) -> tuple[dict[str, Callable[[Any], Any]], frozenset[str]]:
    """Return what reads each field of a dataclass, and the names of those that it can't lack."""
    needed = (f for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING)
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return readers, frozenset(field.name for field in needed)


def _reader(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a type out of data, or raises a ValueError."""
    origin, inner = get_origin(kind) or kind, get_args(kind)
    if kind == Answer:
        return _answer
    if origin is Literal:
        return lambda data: _checked(str, data)
    if origin in _SIMPLE:
        return _SIMPLE[origin]
    if is_dataclass(origin):
        return lambda data: from_data(kind, _decoded(dict, data))
    if not inner:
        return partial(kind) if issubclass(kind, StrEnum) else partial(_checked, kind)
    read = _reader(inner[1] if origin is Mapping else inner[0])
    if origin in {UnionType, Union}:  # the second of a literal or none
        return lambda data: None if data is None else read(data)
    if origin in {tuple, frozenset}:
        return lambda data: origin(map(read, _decoded(list, data)))
    return lambda data: {name: read(part) for name, part in _decoded(dict, data).items()}


def _answer(data: object) -> Answer:
    """Return the answer of the way that the data say."""
    found = _decoded(dict, data)
    if found.get("way") not in WAYS:
        raise Unreadable("no answer")
    return from_data(WAYS[found["way"]], found)


_SIMPLE: Mapping[Any, Callable[[Any], Any]] = {
    bool: lambda data: bool(_checked(int, data)),
    int: lambda data: int(data) if isinstance(data, str) else _checked(int, data),
    float: lambda data: float(_checked((int, float), data)),
    datetime: lambda data: datetime.fromisoformat(_checked(str, data)).astimezone(UTC),
    Path: lambda data: Path(_checked(str, json.loads(_checked(str, data)))),
}


def _decoded(kind: type[T], data: object) -> T:
    """Return a list or an object, in a row as its JSON."""
    return _checked(kind, json.loads(data) if isinstance(data, str) else data)


def _checked(kind: type[T] | tuple[type[T], ...], data: object) -> T:
    if not isinstance(data, kind):
        raise Unreadable(f"{type(data).__name__} in the place of {kind}")
    return data
