"""Opening a quiz: from its compiled copy where there is one, else by reading it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.model.collector import no_collector
from quiz.model.quiz import Quiz
from quiz.quizfile import copies

if TYPE_CHECKING:
    from _typeshed import StrPath


def open_quiz(path: StrPath) -> Quiz:
    """Return the quiz that a file holds.

    Raises:
        UnreadableQuiz: the file can't be read, or is no quiz; with all its problems.
    """
    return copies.find(path) or _read(path)


def _read(path: StrPath) -> Quiz:
    from quiz.quizfile.reader import bytes_of, read_bytes  # noqa: PLC0415  pydantic takes its time

    data = bytes_of(path)
    with no_collector():
        quiz = read_bytes(data, str(path))
        copies.keep(data, quiz)
    return quiz
