"""The shelf as home lists it: each quiz with how it stands."""

from __future__ import annotations

from pathlib import Path

from quiz.model.problem import QuizError, UnreadableQuiz
from quiz.service.calendar import Calendar
from quiz.service.library import Library
from quiz.service.values import Shelved, Summary
from quiz.store import reading
from quiz.store.journal import Journal


class Shelf:
    """Opens every quiz there is, and looks up how it stands."""

    def __init__(self, journal: Journal, library: Library, calendar: Calendar) -> None:
        self._journal = journal
        self._library = library
        self._calendar = calendar

    def quizzes(self) -> tuple[Shelved, ...]:
        """Return every quiz on the shelf, those too that can't be read."""
        return tuple(map(self._shelved, self._library.files()))

    def _shelved(self, path: Path) -> Shelved:
        try:
            quiz = self._library.open(str(path))
        except UnreadableQuiz as error:
            return Shelved(path.stem, path, None, error.problems)
        except QuizError:
            return Shelved(path.stem, path, None)
        read = self._journal.read
        return Shelved(
            name=path.stem,
            path=path,
            quiz=quiz,
            summary=read(lambda c: reading.summary(c, quiz.id), Summary()),
            due=len(self._calendar.due_of(quiz)),
            unfinished=read(lambda c: reading.unfinished(c, quiz.id), None),
        )
