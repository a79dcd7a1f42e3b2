"""Opening a quiz: as it was read before where it is unchanged, else by reading it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.model.quiz import Quiz
from quiz.quizfile import cache, source

if TYPE_CHECKING:
    from _typeshed import StrPath


def open_quiz(path: StrPath) -> Quiz:
    """Return the quiz that a file holds.

    Raises:
        UnreadableQuiz: the file can't be read, or is no quiz; with all its problems.
    """
    return known(path) or _read(path)


def known(path: StrPath) -> Quiz | None:
    """Return the quiz that a file holds if it was read before; None of any other file."""
    try:
        return cache.load(source.contents(path))
    except source.Refused:
        return None


def _read(path: StrPath) -> Quiz:
    from quiz.quizfile.reader import bytes_of, read_bytes  # noqa: PLC0415  pydantic takes its time

    data = bytes_of(path)
    quiz = read_bytes(data, str(path))
    cache.save(data, quiz)
    return quiz
