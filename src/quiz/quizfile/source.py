"""The bytes of a quiz file: bounded, and UTF-8 text without hidden characters."""

import os
from pathlib import Path

from quiz.files import NotAFile, in_time, read_start, too_large, unreadable
from quiz.model.problem import Place, Problem, UnreadableQuiz
from quiz.model.text import clean_line, first_forbidden
from quiz.quizfile import foreign

SIZE = 32 * 1024 * 1024
"""Bytes that a quiz file may have; 10,000 questions take about half of it."""

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HOW_TO_SAVE = "save the file as UTF-8 text (in Notepad: Save as, Encoding: UTF-8)"
_SHOWN = 20
_BEGINNING = Place(1, 1)


def exists(path: str) -> bool:
    """Return whether there is a file or a folder of that name.

    Raises:
        UnreadableQuiz: the drive that may hold it does not answer.
    """
    try:
        # Path.exists raises for a name that is too long
        return in_time(lambda: os.path.exists(path))  # noqa: PTH110
    except TimeoutError as error:
        raise _refused(path, unreadable(error)) from None


def contents(path: str | Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadableQuiz: there is no such file, it can't be read, or it is too large.
    """
    name = str(path)
    try:
        data, size = read_start(path, SIZE + 1)
        return _bounded(data, max(size, len(data)), name)
    except NotAFile:
        folder = "this is a folder: name a quiz file in it"
        other = "this is no ordinary file: name a file that ends in .yaml"
        raise _refused(name, folder if Path(path).is_dir() else other) from None
    except FileNotFoundError:
        raise _refused(name, "there is no such file: check the spelling of its name") from None
    except PermissionError:
        reason = "you are not allowed to read this file: check its permissions"
        raise _refused(name, reason) from None
    except (OSError, ValueError) as error:
        raise _refused(name, unreadable(error)) from None


def decode(data: bytes, name: str) -> str:
    """Return the text of a file's bytes, with every line ended by a newline alone.

    Raises:
        UnreadableQuiz: the bytes are too many, another program's, or no UTF-8 text.
    """
    if what := foreign.of_bytes(data):
        raise _refused(name, what)
    if _bounded(data, len(data), name).startswith(_BYTE_ORDER_MARKS):
        message = f"the file begins with a byte order mark: {_HOW_TO_SAVE}, without BOM"
        raise _refused(name, message)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        message = f"this is no UTF-8 text: {_HOW_TO_SAVE}"
        raise _refused(name, message, place(before, len(before))) from None
    if "\0" in text:
        message = f"the file holds a zero byte, so it is no text: {_HOW_TO_SAVE}"
        raise _refused(name, message, place(text, text.index("\0")))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if other := foreign.of_text(text):
        raise _refused(name, other)
    return text


def hidden(text: str, name: str) -> list[Problem]:
    """Return that hidden characters stand in a text, as far as one can take that in."""
    problems: list[Problem] = []
    start = 0
    while len(problems) < _SHOWN and (found := first_forbidden(text[start:])):
        index, code = found
        message = f"the hidden character {code} stands here: take it out"
        problems.append(Problem(name, *place(text, start + index), "", message))
        start += index + 1
    return problems


def place(text: str, index: int) -> Place:
    """Return where a character of a text stands."""
    return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _bounded(data: bytes, size: int, name: str) -> bytes:
    if size <= SIZE:
        return data
    raise _refused(name, f"{too_large(size, SIZE)}: split it into several quizzes")


def _refused(name: str, message: str, at: Place = _BEGINNING) -> UnreadableQuiz:
    return UnreadableQuiz((Problem(clean_line(name), *at, "", message),))
