"""The keys that a quiz file may have, and how a line begins with one."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from quiz.model.question import KINDS
from quiz.model.quiz import Quiz

ODD = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
"""Spaces that only look like the one of the keyboard."""


def classes_in(hint: Any) -> Iterator[type]:
    """Yield the types that a type is made of, itself first."""
    yield hint
    for part in get_args(hint):
        yield from classes_in(part)


def lists_of(cls: type) -> Iterator[tuple[str, type]]:
    """Yield the keys of a class that hold lists of which each value has keys, with its class."""
    hints = get_type_hints(cls)
    for item in fields(cls):
        parts = list(classes_in(hints[item.name]))
        if any(get_origin(part) is tuple for part in parts):
            yield from ((item.name, part) for part in parts if is_dataclass(part))


def _within(cls: type) -> Iterator[type]:
    """Yield a class, and the classes that its fields hold."""
    yield cls
    for hint in get_type_hints(cls).values():
        for part in filter(is_dataclass, classes_in(hint)):
            yield from _within(part)


_CLASSES = frozenset(_within(Quiz))
OF_QUIZ = frozenset(item.name for item in fields(Quiz))
"""The keys of a quiz itself."""
OF_QUESTION = frozenset(item.name for kind in KINDS.values() for item in fields(kind))
"""The keys of questions of any kind."""
KEYS = frozenset(item.name for cls in _CLASSES for item in fields(cls))
"""All keys, wherever they stand."""
OF_LISTS = frozenset(key for cls in _CLASSES for key, _ in lists_of(cls))
"""The keys of lists of which each value has keys itself."""

ENTRY = re.compile(
    rf"[\"']?(?P<key>[\w][\w-]*+(?:[ ]stated)?+)[\"']?[ {ODD}]*+:(?=[\s{ODD}]|$)", re.MULTILINE
)
"""How a line begins with a key, a colon and a space."""
HYPHEN = re.compile(r"-(?=\s|$)")
"""How a line begins a value of a list."""


def indent(line: str) -> int:
    """Return how many spaces a line begins with, those included that only look so."""
    return len(line) - len(line.lstrip(f" {ODD}"))
