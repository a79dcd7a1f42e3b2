"""Data to the standard output or to a new file, messages to the standard error, both cleaned."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from quiz.files import write_new, write_whole
from quiz.model.problem import QuizError
from quiz.model.text import clean, clean_line
from quiz.service import Service
from quiz.store.errors import StorageError

FINE, FOUND, USAGE, UNREADABLE = range(4)
"""The exit codes: all is well; something was found or went wrong; what can't be asked for; a file
that can't be read."""
PAGES = (".html", ".htm")
"""The endings of a page."""
QUIZZES = (".yaml", ".yml")
"""The endings of a quiz file."""


class NoPlace(QuizError):
    """A file that can't be written to, as it was asked for."""


def print_text(text: str) -> None:
    """Write a line, or several, of what was asked for."""
    sys.stdout.write(clean(text) + "\n")


def print_json(value: object) -> None:
    """Write a value for a program."""
    print_text(json.dumps(value, indent=2))


def message(text: str) -> None:
    """Write a line, or several, that is about it."""
    sys.stderr.write(clean(text) + "\n")


def raise_trouble(service: Service) -> None:
    """Raise a `StorageError` where the history could not be read or written."""
    if service.store.trouble:
        raise StorageError(service.store.trouble)


def print_table(rows: Iterable[tuple[str, ...]]) -> None:
    """Write rows of which the columns stand below each other, two spaces apart."""
    lines = [tuple(map(clean_line, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print_text("  ".join(cells).rstrip())


def new_file(path: Path, endings: Sequence[str], *, force: bool) -> Path:
    """Return the path if a file of one of the endings may be written there.

    Raises:
        NoPlace: the ending is of no file that can be made, the folder is none, or something is
            there already.
    """
    name = clean_line(str(path))
    if path.suffix.lower() not in endings:
        wanted = " or ".join(ending for ending in endings if ending != ".htm")
        raise NoPlace(f"Name a file that ends in {wanted}, not {name}.")
    try:
        has_folder, there, is_file = path.parent.is_dir(), path.exists(), path.is_file()
    except OSError as error:
        raise NoPlace(f"{name} can't be written: {error.strerror}.") from error
    if not has_folder:
        raise NoPlace(f"There is no folder {clean_line(str(path.parent))}: make it first.")
    if there and not is_file:
        raise NoPlace(f"{name} is no file.")
    if there and not force:
        raise NoPlace(f"{name} is there already. To write over it: --force")
    return path


def write(path: Path, contents: bytes, *, force: bool) -> bool:
    """Write a file whole or not at all, say so, and return whether it is there.

    With `force` it may take the place of another one.
    """
    name = clean_line(str(path))
    try:
        (write_whole if force else write_new)(path, contents)
    except OSError as error:
        message(clean_line(f"{name} can't be written: {error.strerror}."))
        return False
    message(f"Written: {name}")
    return True


def wants_colour(stdout: TextIO, environ: Mapping[str, str]) -> bool:
    """Return whether escape codes may be written: to a terminal that nobody asked to be plain."""
    return stdout.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
