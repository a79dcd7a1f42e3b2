"""The texts of a quiz or of a part of it, each with the way to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from quiz.model.problem import ValuePath


def texts(value: object, path: ValuePath = ()) -> Iterator[tuple[ValuePath, str]]:
    """Yield every text in a value in the order of its fields, each with its path."""
    if isinstance(value, str):
        yield path, value
    for step, part in _parts(value):
        yield from texts(part, (*path, step))


def _parts(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, tuple):
        return enumerate(value)
    if isinstance(value, Mapping):
        return value.items()
    if is_dataclass(value):
        return ((field.name, getattr(value, field.name)) for field in fields(value))
    return ()
