"""The compiled copies of quizzes that were read before, in the user's own cache folder.

A copy goes by the digest of the quiz's bytes and by the reader that found them good, so that it
can't be out of date. Whatever is wrong with a copy or the folder, there is no copy then.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import quiz
from quiz import folders
from quiz.bank import compiled
from quiz.bank.source import digest
from quiz.model.problem import Problem, UnreadableQuiz
from quiz.model.text import clean_line
from quiz.private import make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.model.bank import Bank
    from quiz.model.question import Question

ROOM = 100 * 1024 * 1024
"""Bytes that all copies together may take; the oldest ones give way."""

_READ_BY = ("model", "bank")


def find(path: Path, mark: str) -> Bank | None:
    """Return the quiz of a file whose bytes have that digest, if there is a copy of it."""

    def again() -> tuple[Question, ...]:
        return _read_again(path, mark)

    folder = _folder()
    try:
        return compiled.read(_copy(folder, mark), again) if _is_private(folder) else None
    except (compiled.Damaged, OSError):
        return None


def keep(data: bytes, bank: Bank) -> None:
    """Keep a copy of a quiz that the bytes of a file made."""
    folder = _folder()
    with suppress(OSError, sqlite3.Error):
        make_folder(folder)
        if _is_private(folder):
            with _whole(_copy(folder, digest(data))) as draft:
                compiled.write(draft, bank)
            _make_room(folder)


def _folder() -> Path:
    return folders.of("cache") / "quizzes"


def _copy(folder: Path, mark: str) -> Path:
    return folder / f"{mark}-{_reader()}.sqlite"


@cache
def _reader() -> str:
    """Return what changes with the code that reads quizzes: its version, sizes and dates."""
    seen = [quiz.__version__]
    for part in _READ_BY:
        with suppress(OSError), os.scandir(Path(quiz.__file__).parent / part) as entries:
            files = [(entry.name, entry.stat()) for entry in entries if entry.is_file()]
            seen += sorted(f"{name} {about.st_size} {about.st_mtime_ns}" for name, about in files)
    return hashlib.sha256("\n".join(seen).encode()).hexdigest()[:16]


def _is_private(folder: Path) -> bool:
    """Return whether a folder is the user's own, and no other user can write in it."""
    about = folder.lstat()
    if not hasattr(os, "getuid"):
        return stat.S_ISDIR(about.st_mode)
    own = about.st_uid == os.getuid() and not about.st_mode & 0o022
    return stat.S_ISDIR(about.st_mode) and own


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a draft to write, which takes the place of the file once it is whole.

    It is not synced: what a power cut tears is damage like any other, and costs one reading.
    """
    draft = path.with_suffix(f".{os.getpid()}-{os.urandom(4).hex()}.draft")
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield draft
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _make_room(folder: Path) -> None:
    """Delete the oldest copies, of other readers and other days, until the rest fits."""
    with os.scandir(folder) as entries:
        files = [(entry.stat(), entry.path) for entry in entries if entry.is_file()]
    left = sum(about.st_size for about, _ in files) - ROOM
    for about, path in sorted(files, key=lambda file: file[0].st_mtime_ns):
        if left <= 0:
            break
        left -= about.st_size
        Path(path).unlink(missing_ok=True)


def _read_again(path: Path, mark: str) -> tuple[Question, ...]:
    """Return the questions from the quiz itself, if it is still the same.

    Raises:
        UnreadableQuiz: it is not, or can't be read.
    """
    from quiz.bank.reader import bytes_of, read_bytes  # noqa: PLC0415  only where a copy is gone

    data = bytes_of(path)
    if digest(data) != mark:
        message = "the file was changed while it was open: open it again"
        raise UnreadableQuiz((Problem(clean_line(str(path)), 1, 1, "", message),))
    return tuple(read_bytes(data, str(path)).questions)
