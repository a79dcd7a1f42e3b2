"""Putting a JSON file into a folder: whole or not at all, and never over another one."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from quiz.assignment.file import Unreadable, contents
from quiz.files import rename_new, sync_folder, write_draft

_LONGEST = 40


def returned_stem(quiz: str, form: str | None, learner: str) -> str:
    """Return the name, without its ending, of what a teacher returns to a learner."""
    return f"{stem(quiz, form or '', learner)}-returned"


def stem(*parts: str) -> str:
    """Return a file's name, without its ending, that every system can hold.

    Letters and digits of any script stay; anything else becomes a hyphen. Long parts are cut.
    """
    return "-".join(filter(None, map(_words, parts)))


def _words(part: str) -> str:
    kept = "".join(letter if letter.isalnum() else " " for letter in part)
    return "-".join(kept[:_LONGEST].split())


def place(folder: Path, stem: str, text: str) -> Path:
    """Write a new file, and return it; where the name is taken, with a number behind it.

    It appears whole, and never in the place of another. Where a file of one of these names holds
    the same already, that one is returned, so that whoever was cut off may call again.

    Raises:
        OSError: it can't be written; then there is none.
    """
    data = text.encode()
    draft = write_draft(folder / stem, data)
    try:
        path = _moved(draft, folder, stem, data)
    finally:
        with suppress(OSError):
            draft.unlink()
    sync_folder(folder)
    return path


def _moved(draft: Path, folder: Path, stem: str, data: bytes) -> Path:
    """Give a file that is whole its name, and return it, or one that holds the same."""
    for path in _names(folder, stem):
        with suppress(FileExistsError):
            rename_new(draft, path)
            return path
        if _holds(path, data):
            return path
    raise AssertionError  # the numbers don't end


def _holds(path: Path, data: bytes) -> bool:
    with suppress(Unreadable):
        return contents(path, len(data)) == data
    return False


def set_aside(path: Path) -> None:
    """Hide a file that another one has taken the place of; it stays in its folder.

    Raises:
        OSError: it can't be moved.
    """
    path.replace(_claim(path.parent, f".{path.stem}-set-aside"))


def _claim(folder: Path, stem: str) -> Path:
    """Return a new, empty file: only one program can make it."""
    for path in _names(folder, stem):
        with suppress(FileExistsError):
            path.touch(exist_ok=False)
            return path
    raise AssertionError  # the numbers don't end


def _names(folder: Path, stem: str) -> Iterator[Path]:
    """Yield the names that a file may get, the first without a number."""
    for number in count(1):
        yield folder / (f"{stem}-{number}.json" if number > 1 else f"{stem}.json")
