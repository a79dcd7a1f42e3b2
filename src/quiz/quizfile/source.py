"""The bytes of a quiz file: bounded, and UTF-8 text without hidden characters."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from quiz.model.text import first_forbidden

if TYPE_CHECKING:
    from _typeshed import StrPath

SIZE = 32 * 1024 * 1024
"""Bytes that a quiz file may have; 10,000 questions take about half of it."""

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HOW_TO_SAVE = "save the file as UTF-8 text (in Notepad: Save as, Encoding: UTF-8)"
_SHOWN = 20


class Spot(NamedTuple):
    """A place in a file."""

    line: int
    """From 1."""
    column: int
    """From 1, in characters."""


BEGINNING = Spot(1, 1)
"""Where a fault of the whole file stands."""


class Refused(Exception):
    """Bytes that hold no text to read on."""

    def __init__(self, message: str, spot: Spot = BEGINNING) -> None:
        super().__init__(message)
        self.message = message
        """What is wrong, and what to do instead."""
        self.spot = spot
        """Where it is."""


def contents(path: StrPath) -> bytes:
    """Return the bytes of a file.

    Raises:
        Refused: there is no such file, it can't be read, or it is too large.

    """
    with _opened(path) as file:
        data = file.read(SIZE + 1)
    if len(data) > SIZE:
        raise Refused(_too_large(len(data)))
    return data


@contextmanager
def _opened(path: StrPath) -> Iterator[BinaryIO]:
    """Open an ordinary file that is not too large; what goes wrong until it is closed is refused.

    Raises:
        Refused: there is no such file, it can't be read, or it is too large.

    """
    try:
        about = os.stat(path)
        if stat.S_ISDIR(about.st_mode):
            raise Refused("this is a folder: name a quiz file in it")
        if not stat.S_ISREG(about.st_mode):
            raise Refused("this is no ordinary file: name a file that ends in .yaml")
        if about.st_size > SIZE:
            raise Refused(_too_large(about.st_size))
        with open(path, "rb") as file:
            yield file
    except FileNotFoundError:
        raise Refused("there is no such file: check the spelling of its name") from None
    except PermissionError:
        raise Refused("you are not allowed to read this file: check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is no file name"
        raise Refused(f"the file can't be read: {reason}") from None


def _too_large(size: int) -> str:
    return (
        f"the file is too large ({size // 1024**2 + 1} MB; at most {SIZE // 1024**2}): "
        "split it into several quizzes"
    )


def decode(data: bytes) -> str:
    """Return the text of the bytes, with every line ended by a newline alone.

    Raises:
        Refused: the bytes are too many, or no UTF-8 text.

    """
    if len(data) > SIZE:
        raise Refused(_too_large(len(data)))
    if data.startswith(_BYTE_ORDER_MARKS):
        raise Refused(f"the file begins with a byte order mark: {_HOW_TO_SAVE}, without BOM")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        spot = _spot(before, len(before))
        raise Refused(f"this is no UTF-8 text: {_HOW_TO_SAVE}", spot) from None
    if "\0" in text:
        at = _spot(text, text.index("\0"))
        raise Refused(f"the file holds a zero byte, so it is no text: {_HOW_TO_SAVE}", at)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def forbidden(text: str) -> Iterator[tuple[Spot, str]]:
    """Yield where the first forbidden characters stand, and the name of each, as `U+001B`."""
    start = 0
    for _ in range(_SHOWN):
        found = first_forbidden(text[start:])
        if found is None:
            return
        index, name = found
        yield _spot(text, start + index), name
        start += index + 1


def end(text: str) -> Spot:
    """Return the place after the last character."""
    return _spot(text, len(text))


def _spot(text: str, index: int) -> Spot:
    return Spot(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
