"""Putting a file into a folder: whole or not at all, and never over another one."""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

_LONGEST = 40


def stem(*parts: str) -> str:
    """Return a file's name, without its ending, that every system can hold.

    Letters and digits of any script stay; anything else becomes a hyphen. Long parts are cut.
    """
    return "-".join(filter(None, map(_words, parts)))


def _words(part: str) -> str:
    kept = "".join(letter if letter.isalnum() else " " for letter in part)
    return "-".join(kept[:_LONGEST].split())


def place(folder: Path, stem: str, text: str, ending: str = ".json") -> Path:
    """Write a new file, and return it; where the name is taken, with a number behind it.

    Raises:
        OSError: it can't be written; then there is none.
    """
    path = _claim(folder, stem, ending)
    try:
        replace(path, text)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
    return path


def replace(path: Path, text: str) -> None:
    """Write a file of one's own anew; until all of it is on disk it stays as it was.

    Raises:
        OSError: it can't be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def set_aside(path: Path) -> None:
    """Hide a file that another one has taken the place of; it stays in its folder.

    Raises:
        OSError: it can't be moved.
    """
    path.replace(_claim(path.parent, f".{path.stem}-set-aside", path.suffix))


def _claim(folder: Path, stem: str, ending: str) -> Path:
    """Return a new, empty file: only one program can make it."""
    for number in count(1):
        path = folder / (f"{stem}-{number}{ending}" if number > 1 else f"{stem}{ending}")
        with suppress(FileExistsError):
            path.touch(exist_ok=False)
            return path
    raise AssertionError  # the numbers don't end
