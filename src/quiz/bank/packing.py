"""Values of the model as JSON text, and back: what a compiled copy is made of.

A dictionary with an empty key is a value of the class that it names there; fields that are as they
come are left out. No other dictionary has such a key: the reader refuses empty ones.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from functools import cache

from quiz.model import bank, passage, question

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_CLASS = ""
_CLASSES: Mapping[str, type] = {
    cls.__name__: cls
    for cls in (
        *(bank.Bank, bank.Claim, bank.Forms, bank.Status, passage.Passage),
        *(question.Skill, question.Difficulty, question.Tag),
        *(question.Note, question.Option, question.Rejected, question.Gap, question.Pair),
        *(question.Tempting, *question.KINDS.values()),
    )
}


def pack(value: object) -> str:
    """Return a value of the model as JSON."""
    return _ENCODER.encode(_plain(value))


def unpack(text: str) -> Any:  # noqa: ANN401  whatever was packed
    """Return the value that `pack` made the text of.

    Raises:
        ValueError: it is no JSON.
        KeyError, TypeError, RecursionError: it is of no value.

    """
    return _DECODER.decode(text)


def _plain(value: object) -> object:
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, Enum):
        return {_CLASS: type(value).__name__, "value": value.value}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    name = type(value).__name__
    plain: dict[str, object] = {_CLASS: name}
    for field, default in _defaults(name):
        part = getattr(value, field)
        if part is not default and part != default:
            plain[field] = _plain(part)
    return plain


@cache
def _defaults(name: str) -> tuple[tuple[str, object], ...]:
    """Return the fields of a class, each with what it is where nothing is said."""
    from dataclasses import fields  # noqa: PLC0415  only where a copy is made

    return tuple((item.name, item.default) for item in fields(_CLASSES[name]))


def _made(data: dict[str, Any]) -> object:
    """Return what a dictionary stands for; lists in it are tuples in the model."""
    cls = data.pop(_CLASS, None)
    parts = {key: tuple(part) if isinstance(part, list) else part for key, part in data.items()}
    return parts if cls is None else _CLASSES[cls](**parts)


_AS_IT_IS = frozenset((str, int, float, bool, type(None)))
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DECODER = json.JSONDecoder(object_hook=_made)
