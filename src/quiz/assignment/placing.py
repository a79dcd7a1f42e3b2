"""Putting a file into a folder: whole or not at all, and never over another one."""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from quiz.assignment.file import Unreadable, contents

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

    It appears whole, and never in the place of another. Where a file of one of these names holds
    the same already, that one is returned, so that whoever was cut off may call again.

    Raises:
        OSError: it can't be written; then there is none.
    """
    data = text.encode()
    part = _written(folder, stem, data)
    try:
        path = _moved(part, folder, stem, ending, data)
    finally:
        with suppress(OSError):
            part.unlink()
    _sync(folder)
    return path


def replace(path: Path, data: bytes) -> None:
    """Write a file of one's own anew; until all of it is on disk it stays as it was.

    Raises:
        OSError: it can't be written.
    """
    part = _written(path.parent, path.name, data)
    try:
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    _sync(path.parent)


def _written(folder: Path, name: str, data: bytes) -> Path:
    """Return a new hidden file that holds the data, all of it on disk.

    Nobody can know its name beforehand, and no link in its place is followed.
    """
    part = folder / f".{name}.{os.urandom(4).hex()}.part"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(part, flags, 0o666)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123  a handle, not a path
            file.write(data)
            file.flush()
            os.fsync(handle)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    return part


def _moved(part: Path, folder: Path, stem: str, ending: str, data: bytes) -> Path:
    """Give a file that is whole its name, and return it, or one that holds the same."""
    for path in _names(folder, stem, ending):
        with suppress(FileExistsError):
            _rename(part, path)
            return path
        if _holds(path, data):
            return path
    raise AssertionError  # the numbers don't end


def _holds(path: Path, data: bytes) -> bool:
    with suppress(Unreadable):
        return contents(path, len(data)) == data
    return False


def _rename(part: Path, path: Path) -> None:
    """Rename a file, never over another: a link is made only where nothing is.

    Raises:
        FileExistsError: there is something of that name.
        OSError: it can't be renamed.
    """
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # there are no links on most memory sticks: an empty file takes the name
        path.touch(exist_ok=False)
        try:
            part.replace(path)
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise


def _sync(folder: Path) -> None:
    """Put the names of a folder on disk, where its file system can do that."""
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def set_aside(path: Path) -> None:
    """Hide a file that another one has taken the place of; it stays in its folder.

    Raises:
        OSError: it can't be moved.
    """
    path.replace(_claim(path.parent, f".{path.stem}-set-aside", path.suffix))


def _claim(folder: Path, stem: str, ending: str) -> Path:
    """Return a new, empty file: only one program can make it."""
    for path in _names(folder, stem, ending):
        with suppress(FileExistsError):
            path.touch(exist_ok=False)
            return path
    raise AssertionError  # the numbers don't end


def _names(folder: Path, stem: str, ending: str) -> Iterator[Path]:
    """Yield the names that a file may get, the first without a number."""
    for number in count(1):
        yield folder / (f"{stem}-{number}{ending}" if number > 1 else f"{stem}{ending}")
