"""The compiled copies of quizzes that were read before, in the user's own cache folder.

A copy goes by the digest of the quiz's bytes and by the reader that found them good, so that it
can't be out of date; and by how the file looked, so that it is not read as long as it looks so.
Whatever is wrong with a copy or the folder, there is no copy then.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from platformdirs import user_cache_dir

import quiz
from quiz.model.problem import Problem, UnreadableQuiz
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.quizfile import compiled
from quiz.quizfile.looks import look

if TYPE_CHECKING:
    from _typeshed import StrPath

ROOM = 100 * 1024 * 1024
"""Bytes that all copies together may take; the oldest ones give way."""

_READ_BY = ("model", "quiz")


def find(path: StrPath) -> Quiz | None:
    """Return the quiz of a file, if there is a copy of it.

    A file that looks as it did is not read: its copy goes by that name too.
    """
    seen = look(path)
    if seen and (quiz := _found(path, seen, lambda _: look(path) == seen)):
        return quiz
    from quiz.quizfile import source  # noqa: PLC0415  not needed for a file that looks as it did

    try:
        mark = source.digest_of(path)
    except source.Refused:
        return None
    quiz = _found(path, mark, lambda data: source.digest(data) == mark)
    if quiz and seen:
        _name_too(mark, seen)
    return quiz


def keep(data: bytes, quiz: Quiz) -> None:
    """Keep a copy of a quiz that the bytes of a file made."""
    from quiz.quizfile.source import digest  # noqa: PLC0415  not needed where there is a copy

    folder = _folder()
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if _is_private(folder):
            _write(_copy(folder, digest(data)), quiz)
            _make_room(folder)
    except (OSError, ValueError):
        pass  # there is none then


def _found(path: StrPath, mark: str, is_same: Callable[[bytes], bool]) -> Quiz | None:
    """Return the quiz of the copy that goes by a mark, if there is one and it is whole."""

    def again() -> tuple[Question, ...]:
        return _read_again(path, is_same)

    folder = _folder()
    try:
        return compiled.read(_copy(folder, mark), again) if _is_private(folder) else None
    except (compiled.Damaged, OSError):
        return None


def _name_too(mark: str, seen: str) -> None:
    """Let the copy of a mark go by a second name, where the file system can do that."""
    folder = _folder()
    second = _copy(folder, seen)
    try:
        _unlink(second)
        os.link(_copy(folder, mark), second)
    except OSError:
        pass  # it is known by its first name


def _folder() -> str:
    return os.path.join(user_cache_dir("quiz", appauthor=False), "quizzes")


def _copy(folder: str, mark: str) -> str:
    return os.path.join(folder, f"{mark}-{_reader()}.copy")


_READERS: dict[str, str] = {}


def _reader() -> str:
    """Return the mark of the code that reads quizzes; it is looked at once."""
    package = os.path.dirname(quiz.__file__)
    if package not in _READERS:
        _READERS[package] = _mark_of(package)
    return _READERS[package]


def _mark_of(package: str) -> str:
    """Return what changes with the code that reads quizzes: its version, sizes and dates."""
    seen = [quiz.__version__]
    for part in _READ_BY:
        try:
            with os.scandir(os.path.join(package, part)) as entries:
                files = [(entry.name, entry.stat()) for entry in entries if entry.is_file()]
        except OSError:
            continue
        seen += sorted(f"{name} {about.st_size} {about.st_mtime_ns}" for name, about in files)
    text = "\n".join(seen).encode()
    return f"{zlib.crc32(text):08x}{zlib.adler32(text):08x}"


def _is_private(folder: str) -> bool:
    """Return whether a folder is the user's own, and no other user can write in it."""
    about = os.lstat(folder)
    if not hasattr(os, "getuid"):
        return stat.S_ISDIR(about.st_mode)
    own = about.st_uid == os.getuid() and not about.st_mode & 0o022
    return stat.S_ISDIR(about.st_mode) and own


def _write(path: str, quiz: Quiz) -> None:
    """Write a copy to a draft, which takes the place of the file once it is whole.

    It is not synced: what a power cut tears is damage like any other, and costs one reading.
    """
    draft = f"{path}.{os.getpid()}-{os.urandom(4).hex()}.draft"
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        compiled.write(draft, quiz)
        os.replace(draft, path)
    finally:
        _unlink(draft)


def _unlink(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


def _make_room(folder: str) -> None:
    """Delete the oldest copies, of other readers and other days, until the rest fits."""
    with os.scandir(folder) as entries:
        files = [(entry.stat(), entry.path) for entry in entries if entry.is_file()]
    left = sum(map(_share, files)) - ROOM
    for file in sorted(files, key=lambda file: file[0].st_mtime_ns):
        if left <= 0:
            break
        left -= _share(file)
        _unlink(file[1])


def _share(file: tuple[os.stat_result, str]) -> int:
    """Return the bytes that a file takes under each of its names."""
    return file[0].st_size // max(file[0].st_nlink, 1)


def _read_again(path: StrPath, is_same: Callable[[bytes], bool]) -> tuple[Question, ...]:
    """Return the questions from the quiz itself, if it is still the same.

    Raises:
        UnreadableQuiz: it is not, or can't be read.
    """
    from quiz.quizfile.reader import bytes_of, read_bytes  # noqa: PLC0415  only where a copy is gone

    data = bytes_of(path)
    if not is_same(data):
        message = "the file was changed while it was open: open it again"
        raise UnreadableQuiz((Problem(clean_line(str(path)), 1, 1, "", message),))
    return tuple(read_bytes(data, str(path)).questions)
