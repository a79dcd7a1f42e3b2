"""The texts of a question without what nobody can see."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import TypeVar, cast

from quiz.model.text import clean_typed

T = TypeVar("T")


def visible(value: T) -> T:
    """Return a question, or a part of one, without the hidden characters in its texts."""
    return cast("T", _visible(value))


def _visible(value: object) -> object:
    match value:
        case StrEnum():
            return value
        case str():
            return clean_typed(value)
        case tuple():
            return tuple(map(_visible, value))
        case Mapping():
            return {key: _visible(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: _visible(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **parts)
    return value
