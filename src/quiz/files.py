"""Files: written whole or not at all, read without a wait, found in folders, and whose they are."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from errno import ETIMEDOUT
from functools import cache
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from quiz.model.problem import UnreadableFile
from quiz.model.text import clean_line

DEEPEST = 30
"""So many folders stand in each other at the most."""
MOST = 20_000
"""So many files and folders are looked at, at the most."""
PATIENCE = 30.0
"""Seconds that a drive has to answer: one that sleeps may need twenty."""

T = TypeVar("T")


class NotAFile(OSError):
    """A folder, a pipe or a device."""


def in_time(look: Callable[[], T]) -> T:
    """Return what a look at a drive brings.

    A drive of a network that has gone answers nobody, not even a signal: so another thread asks.

    Raises:
        TimeoutError: it does not answer.
    """
    answer: SimpleQueue[tuple[T, Exception | None]] = SimpleQueue()
    _asker().put((look, answer))
    try:
        found, error = answer.get(timeout=PATIENCE)
    except Empty:
        _asker.cache_clear()  # that one waits on; the next look gets another
        raise TimeoutError(ETIMEDOUT, "it takes too long: is the drive there?") from None
    if error:
        raise error
    return found


@cache
def _asker() -> SimpleQueue[Any]:
    """Return where a thread is given what to look at, and the queue for what that brings."""
    asked: SimpleQueue[Any] = SimpleQueue()

    def ask() -> None:
        while True:
            look, answer = asked.get()
            try:
                answer.put((look(), None))
            except Exception as error:
                answer.put((None, error))

    Thread(target=ask, daemon=True).start()
    return asked


def read_start(path: str | Path, most: int) -> tuple[bytes, int]:
    """Return so many of the first bytes of a file, and how many it has.

    A pipe or a device is never waited for, not even one of the system that calls itself a file:
    of that come the bytes that are there.

    Raises:
        NotAFile: it is none.
        OSError: it can't be read, or not in time.
        ValueError: its name can't be one.
    """
    return in_time(lambda: _read_start(path, most))


def contents(path: str | Path, most: int, *, wanted: str, shorter: str) -> bytes:
    """Return the bytes of a file that somebody named.

    Raises:
        UnreadableFile: it can't be read, or has more bytes; `wanted` says what to name where it is
            no file, `shorter` what to do where it is too large.
    """
    name = clean_line(str(path))
    try:
        data, size = read_start(path, most + 1)
    except NotAFile:
        raise UnreadableFile(name, f"this is no file: {wanted}") from None
    except FileNotFoundError:
        problem = "there is no such file: check the spelling of its name"
        raise UnreadableFile(name, problem) from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(name, unreadable(error)) from None
    if max(size, len(data)) > most:
        raise UnreadableFile(name, f"{too_large(size, most)}: {shorter}")
    return data


def unreadable(error: OSError | ValueError) -> str:
    """Return that a file can't be read, and why, as a clause."""
    reason = getattr(error, "strerror", None) or "its name is no file name"
    return f"the file can't be read: {reason}"


def too_large(size: int, most: int) -> str:
    """Return that so many bytes are too many, as a clause."""
    return f"the file is too large ({size // 1024**2 + 1} MB; at most {most // 1024**2})"


def _read_start(path: str | Path, most: int) -> tuple[bytes, int]:
    about = Path(path).stat()
    if not stat.S_ISREG(about.st_mode):
        raise NotAFile
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        return file.read(most) or b"", about.st_size


def within(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield each file in a folder and those in it; and what was left out, with why as a clause.

    What is hidden is left alone, and no link to a folder is followed.

    Raises:
        TimeoutError: the folder does not answer.
    """
    closed: list[OSError] = []
    room = MOST
    walk = os.walk(folder, onerror=closed.append)
    while step := in_time(lambda: next(walk, None)):
        name, folders, names = step
        place = Path(name)
        files = sorted(one for one in names if not one.startswith("."))
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from ((place / one, None) for one in files[: max(room, 0)])
        room -= len(files)
        if room < 0:
            yield folder, f"only the first {MOST:,} files and folders in it were looked at"
            return
        room -= 1
        if len(place.relative_to(folder).parts) == DEEPEST - 1:
            yield from ((place / one, "the folder stands too deep in others") for one in folders)
            folders.clear()
    for error in closed:
        yield Path(error.filename), f"the folder can't be read: {error.strerror}"


def write_whole(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write a file; until all of it is on disk, the one of that name stays as it was.

    Raises:
        OSError: it can't be written.
    """
    draft = write_draft(path, data, mode)
    try:
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    sync_folder(path.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write a file where there is none; all of it is on disk before it has its name.

    Raises:
        FileExistsError: there is something of that name.
        OSError: it can't be written.
    """
    draft = write_draft(path, data)
    try:
        rename_new(draft, path)
    finally:
        with suppress(OSError):
            draft.unlink()
    sync_folder(path.parent)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with files by their names; it appears with all of them, or not at all.

    Raises:
        OSError: it can't be written, or something is there already that is no empty folder.
    """
    draft = folder.with_name(f".{folder.name}.{os.urandom(4).hex()}.part")
    draft.mkdir()
    try:
        for name, data in files.items():
            write_whole(draft / name, data)
        with suppress(FileNotFoundError):
            folder.rmdir()
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    sync_folder(folder.parent)


def write_draft(path: Path, data: bytes, mode: int = 0o666) -> Path:
    """Return a new hidden file beside a path that holds the data, all of it on disk.

    Nobody can know its name beforehand, and no link in its place is followed.

    Raises:
        OSError: it can't be written; then there is none.
    """
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(draft, flags, mode), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    return draft


def rename_new(draft: Path, path: Path) -> None:
    """Rename a file, never over another: a link is made only where nothing is.

    Raises:
        FileExistsError: there is something of that name.
        OSError: it can't be renamed.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # there are no links on most memory sticks: an empty file takes the name
        path.touch(exist_ok=False)
        try:
            draft.replace(path)
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on disk, where its file system can do that."""
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def is_own(path: Path) -> bool:
    """Return whether a file or folder is the user's own, and nobody else can write there.

    A link is nobody's, and so is all where the system can't tell.

    Raises:
        OSError: there is none.
    """
    about = path.lstat()
    return (
        hasattr(os, "getuid")
        and about.st_uid == os.getuid()
        and not stat.S_ISLNK(about.st_mode)
        and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
