"""Opening a quiz: as it was read before where it is unchanged, else by reading it."""

from pathlib import Path

from quiz.model.problem import UnreadableQuiz
from quiz.model.quiz import Quiz
from quiz.quizfile import cache, source


def open_quiz(path: str | Path) -> Quiz:
    """Return the quiz that a file holds.

    Raises:
        UnreadableQuiz: the file can't be read, or is no quiz; with all its problems.
    """
    return quiz_in(source.contents(path), str(path))


def quiz_in(data: bytes, name: str) -> Quiz:
    """Return the quiz that the bytes of a file hold.

    Raises:
        UnreadableQuiz: they are no quiz; with all its problems.
    """
    return cache.load(data) or _read(data, name)


def known(path: str | Path) -> Quiz | None:
    """Return the quiz that a file holds if it was read before; None of any other file."""
    try:
        return cache.load(source.contents(path))
    except UnreadableQuiz:
        return None


def _read(data: bytes, name: str) -> Quiz:
    from quiz.quizfile.reader import read_bytes  # pydantic takes its time

    quiz = read_bytes(data, name)
    cache.save(data, quiz)
    return quiz
