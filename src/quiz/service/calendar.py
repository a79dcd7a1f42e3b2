"""When questions come back: what is due today, and what is firmly known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from quiz.engine.memory import Memory
from quiz.model.question import Question, earns_points, fingerprint, scored
from quiz.model.quiz import Quiz
from quiz.service.library import Library
from quiz.service.values import Due
from quiz.store import reading
from quiz.store.journal import Journal


class Calendar:
    """Looks up what the history says of the days to come; days are those of the local clock."""

    def __init__(self, journal: Journal, library: Library, now: Callable[[], datetime]) -> None:
        self._journal = journal
        self._library = library
        self._now = now

    def due(self) -> tuple[Due, ...]:
        """Return what is due of every quiz of the history that is still there."""
        kept = self._journal.read(reading.quizzes, ())
        found = (self._library.find_again(id_, path) for id_, _, path in kept)
        return tuple(Due(quiz, self.due_of(quiz), self._next_day(quiz)) for quiz in found if quiz)

    def due_of(self, quiz: Quiz) -> tuple[str, ...]:
        """Return the ids of the due questions; one that was edited since is new, and not due."""
        now, tomorrow = self._now(), self._tomorrow()
        rows = self._journal.read(lambda c: reading.due(c, quiz.id, tomorrow, now), ())
        questions = quiz.named({id_ for id_, _ in rows}) if rows else {}
        return tuple(
            id_ for id_, mark in rows if id_ in questions and fingerprint(questions[id_]) == mark
        )

    def comes_back(self, quiz: Quiz, questions: Iterable[Question]) -> Mapping[str, date]:
        """Return the day on which each question comes back, by its id."""
        memories = self._memories(quiz)
        found = ((q.id, memories.get((q.id, fingerprint(q)))) for q in questions)
        return {id_: memory.due.astimezone().date() for id_, memory in found if memory}

    def known(self, quiz: Quiz) -> tuple[int, int]:
        """Return how many questions are firmly known, and how many earn points."""
        from quiz.engine.memory import firmly_known  # noqa: PLC0415  not needed to take a quiz

        memories, now = self._memories(quiz), self._now()
        questions = quiz.named({id_ for id_, _ in memories}).values() if memories else ()
        found = (memories.get((q.id, fingerprint(q))) for q in questions if scored(q))
        return sum(firmly_known(memory, now) for memory in found if memory), _scored(quiz)

    def _next_day(self, quiz: Quiz) -> date | None:
        tomorrow = self._tomorrow()
        due = self._journal.read(lambda c: reading.next_due(c, quiz.id, tomorrow), None)
        return due.astimezone().date() if due else None

    def _tomorrow(self) -> datetime:
        """Return the midnight at which today ends."""
        today = self._now().astimezone().date()
        return datetime.combine(today + timedelta(days=1), time()).astimezone(UTC)

    def _memories(self, quiz: Quiz) -> Mapping[tuple[str, str], Memory]:
        return self._journal.read(lambda c: reading.memories(c, quiz.id), {})


def _scored(quiz: Quiz) -> int:
    """Return how many questions of a quiz earn points."""
    return sum(map(earns_points, quiz.each("kind")))
