"""Values of the model as text, and back: what a compiled copy is made of.

A text is pieces with a `MARK` between them, a character that no text of a quiz can hold. How a
piece begins says what it is:

    'words          a text
    i7   f0.5       a number
    T   F   N       True, False, None
    =Skill apply    one of the values of an enumeration
    [               a tuple: each of its parts
    {               a mapping: each of its names, with what stands under it
    (Option         a value of the model: each of its fields, with what it holds

The last three go on to an empty piece, which is no name and no part. Fields that are as they come
are left out. The same in JSON would need the standard library's reader, which takes two thirds of
Python's own start to import.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Any

from quiz.model import passage, question, quiz

MARK = "\x1f"
"""What stands between two pieces: the unit separator of ASCII."""
_END = ""
_SINGLE: Mapping[str, bool | None] = {"T": True, "F": False, "N": None}
_CLASSES: Mapping[str, type] = {
    cls.__name__: cls
    for cls in (
        *(quiz.Quiz, quiz.Claim, quiz.Forms, quiz.Status, passage.Passage),
        *(question.Skill, question.Difficulty, question.Tag),
        *(question.Note, question.Option, question.Rejected, question.Gap, question.Pair),
        *(question.Tempting, *question.KINDS.values()),
    )
}


def pack(value: object) -> str:
    """Return a value of the model as text.

    Raises:
        ValueError: a text in it holds a mark, or a name is empty.
    """
    return _joined(_pieces(value))


def unpack(text: str) -> Any:  # noqa: ANN401  whatever was packed
    """Return the value that `pack` made the text of.

    Raises:
        ValueError, LookupError, TypeError, RecursionError: it is of no value.
    """
    pieces = text.split(MARK)
    pieces.reverse()
    value = _value(pieces.pop(), pieces)
    if pieces:
        raise ValueError("there is more than a value")
    return value


def pack_column(texts: Iterable[str | None]) -> str:
    """Return texts, none of them empty, as one.

    Raises:
        ValueError: a text holds a mark.
    """
    return _joined(text or _END for text in texts)


def unpack_column(text: str) -> list[str | None]:
    """Return the texts that `pack_column` made one of."""
    return [piece or None for piece in text.split(MARK)]


def _joined(pieces: Iterable[str]) -> str:
    pieces = tuple(pieces)
    text = MARK.join(pieces)
    if text.count(MARK) >= max(len(pieces), 1):
        raise ValueError("a text holds what stands between two pieces")
    return text


def _pieces(value: object) -> Iterator[str]:
    match value:
        case StrEnum():
            yield f"={type(value).__name__} {value}"
        case str():
            yield f"'{value}"
        case None | bool():
            yield next(piece for piece, single in _SINGLE.items() if single is value)
        case int() | float():
            yield f"{'i' if isinstance(value, int) else 'f'}{value!r}"
        case tuple():
            yield "["
            for part in value:
                yield from _pieces(part)
            yield _END
        case dict():
            yield "{"
            yield from _named(value)
        case _:
            yield f"({type(value).__name__}"
            yield from _named(_said(value))


def _said(value: Any) -> dict[str, Any]:  # noqa: ANN401  of any class
    """Return the fields of a value that are not as they come, by name."""
    known = {f.name: (getattr(value, f.name), f.default) for f in fields(value)}
    return {name: x for name, (x, usual) in known.items() if usual is MISSING or x != usual}


def _named(parts: Mapping[str, object]) -> Iterator[str]:
    for name, part in parts.items():
        if name == _END:
            raise ValueError("a name is empty")
        yield name
        yield from _pieces(part)
    yield _END


def _value(piece: str, rest: list[str]) -> object:
    """Return the value that a piece begins; the rest of it is taken from the end of `rest`."""
    kind, words = piece[:1], piece[1:]
    match kind:
        case "'":
            return words
        case "(":
            return _CLASSES[words](**_parts(rest))
        case "[":
            return tuple([_value(part, rest) for part in iter(rest.pop, _END)])
        case "=":
            name, _, value = words.partition(" ")
            return _CLASSES[name](value)
        case "{":
            return _parts(rest)
        case "i":
            return int(words)
        case "f":
            return float(words)
    return _SINGLE[piece]


def _parts(rest: list[str]) -> dict[str, object]:
    return {name: _value(rest.pop(), rest) for name in iter(rest.pop, _END)}
