"""The bytes of a file of a class: bounded, JSON and no more, and laid out for people to read."""

import json
import re
from pathlib import Path
from typing import Any, NoReturn

from quiz.files import NotAFile, read_start, unreadable
from quiz.model.text import FORBIDDEN

ASSIGNMENT = "quiz assignment"
"""What the file of an assignment calls itself."""
RESULT = "quiz result"
"""What a result file calls itself."""
RETURNED = "quiz returned"
"""What a result calls itself that a teacher returned."""
REGRADING = "quiz regrading"
"""What the file of what a teacher graded over calls itself."""
REPORT = "quiz class report"
"""What `quiz report --json` calls itself."""
_FORMATS = (ASSIGNMENT, RESULT, RETURNED, REGRADING, REPORT)
_FORMAT = re.compile(rf'\s*\{{\s*"format"\s*:\s*"({"|".join(_FORMATS)})"'.encode())
HEAD = 200
"""Bytes at the beginning of a file that say what it is."""
_NEWEST = 1


class Unreadable(ValueError):
    """A file that holds no data to look at; the message says why."""


def contents(path: str | Path, largest: int) -> bytes:
    """Return the bytes of an ordinary file.

    Raises:
        Unreadable: it can't be read, or is larger than so many bytes.
        TimeoutError: the drive does not answer.
    """
    data, size = _read(path, largest + 1)
    if max(len(data), size) > largest:
        raise Unreadable(f"the file is too large: {largest:,} bytes are the most")
    return data


def beginning(path: str | Path) -> bytes:
    """Return the first bytes of an ordinary file, enough for `format_of`.

    Raises:
        Unreadable: it can't be read.
        TimeoutError: the drive does not answer.
    """
    return _read(path, HEAD)[0]


def _read(path: str | Path, most: int) -> tuple[bytes, int]:
    try:
        return read_start(path, most)
    except NotAFile:
        raise Unreadable("this is no ordinary file") from None
    except TimeoutError:  # about the drive and all on it
        raise
    except (OSError, ValueError) as error:
        raise Unreadable(unreadable(error)) from None


def format_of(data: bytes) -> str | None:
    """Return what the bytes of a file call themselves, if they are a file of a class."""
    found = _FORMAT.match(data.removeprefix(b"\xef\xbb\xbf")[:HEAD])
    return found[1].decode() if found else None


def load(data: bytes, wanted: str) -> dict[str, Any]:
    """Return the object that the bytes hold.

    Raises:
        Unreadable: they are no JSON, or that of another format or version.
    """
    try:
        found = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
        )
    except UnicodeDecodeError:
        raise Unreadable("this is no UTF-8 text") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Unreadable(f"{place}: the file is cut off or damaged ({error.msg})") from None
    except Unreadable:
        raise
    except ValueError:
        raise Unreadable("a number is too long") from None
    except RecursionError:
        raise Unreadable("lists stand in lists too deeply") from None
    if not isinstance(found, dict) or found.get("format") != wanted:
        raise Unreadable(f"this is no {wanted}")
    version = found.get("schema")
    if type(version) is not int or version != _NEWEST:
        raise Unreadable(
            f"schema: this program reads version {_NEWEST}; a newer one may have written the file"
        )
    return found


def written(name: str, data: dict[str, Any]) -> str:
    """Return data as the text of a file of that name: JSON in which no character is hidden."""
    text = json.dumps({"format": name, "schema": _NEWEST, **data}, indent=2, ensure_ascii=False)
    return FORBIDDEN.sub(_escaped, text) + "\n"


def _escaped(found: re.Match[str]) -> str:
    """Return a character as JSON escapes it: those beyond U+FFFF in two halves."""
    return json.dumps(found[0])[1:-1]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise Unreadable("the same name stands twice in one place")
    return made


def _refuse_number(text: str) -> NoReturn:
    raise Unreadable(f"no whole number: {text[:20]}")
