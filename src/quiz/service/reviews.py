"""When questions come back: what is due today, and what is firmly known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from quiz.engine.memory import Memory, firmly_known, interleave
from quiz.engine.selection import Presented, lay_out
from quiz.engine.session import Session
from quiz.model.public_question import public
from quiz.model.question import Question, fingerprint
from quiz.model.quiz import Quiz
from quiz.service.attempt import Attempt, new_id
from quiz.service.library import Library
from quiz.store import reading
from quiz.store.journal import Journal
from quiz.store.purpose import Purpose


@dataclass(frozen=True, slots=True)
class Due:
    """What is due of a quiz."""

    quiz: Quiz
    """The quiz as it is now."""
    questions: tuple[str, ...]
    """The ids of the questions due today, the longest due first."""
    next: date | None
    """The next day, after today, on which one is due."""


Asking = tuple[Quiz, Question]
"""A question and the quiz that it is of."""


class Reviews:
    """Looks up what the history says of the days to come; days are those of the local clock."""

    def __init__(
        self,
        store: Journal,
        library: Library,
        now: Callable[[], datetime],
        seed: Callable[[], int],
    ) -> None:
        self._store = store
        self._library = library
        self._now = now
        self._seed = seed

    def due(self) -> tuple[Due, ...]:
        """Return what is due of every quiz of the history that is still there."""
        kept = self._store.read(reading.quizzes, ())
        found = (self._library.find_again(id_, path) for id_, _, path in kept)
        return tuple(Due(quiz, self.due_of(quiz), self._next_day(quiz)) for quiz in found if quiz)

    def start(
        self, seed: int | None = None, only: Quiz | None = None, *, certainty: bool = False
    ) -> tuple[Attempt, ...]:
        """Return what is due today as attempts of one question each, quizzes taking turns.

        Each is kept once it is answered, so that there is nothing to take up again: what was not
        answered stays due.
        """
        seed = self._seed() if seed is None else seed
        due = [one for one in self.due() if only is None or one.quiz.id == only.id]
        return tuple(_review(asking, seed, certainty) for asking in mixed(due, seed))

    def due_of(self, quiz: Quiz) -> tuple[str, ...]:
        """Return the ids of the due questions; one that was edited since is new, and not due."""
        now, tomorrow = self._now(), self._tomorrow()
        rows = self._store.read(lambda c: reading.due(c, quiz.id, tomorrow, now), ())
        questions = quiz.by_id
        return tuple(
            id_ for id_, mark in rows if id_ in questions and fingerprint(questions[id_]) == mark
        )

    def comes_back(self, attempt: Attempt) -> Mapping[str, date]:
        """Return the day on which each question of an attempt comes back, by its id."""
        memories = self._memories(attempt.session.quiz)
        questions = [asked.with_answers for asked in attempt.session.asked if asked.with_answers]
        found = ((q.id, memories.get((q.id, fingerprint(q)))) for q in questions)
        return {id_: memory.due.astimezone().date() for id_, memory in found if memory}

    def known(self, quiz: Quiz) -> tuple[int, int]:
        """Return how many questions are firmly known, and how many earn points."""
        memories, now = self._memories(quiz), self._now()
        questions = quiz.scored
        remembered = {id_ for id_, _ in memories}
        found = (memories.get((q.id, fingerprint(q))) for q in questions if q.id in remembered)
        return sum(firmly_known(memory, now) for memory in found if memory), len(questions)

    def _next_day(self, quiz: Quiz) -> date | None:
        tomorrow = self._tomorrow()
        due = self._store.read(lambda c: reading.next_due(c, quiz.id, tomorrow), None)
        return due.astimezone().date() if due else None

    def _tomorrow(self) -> datetime:
        """Return the midnight at which today ends."""
        today = self._now().astimezone().date()
        return datetime.combine(today + timedelta(days=1), time()).astimezone(UTC)

    def _memories(self, quiz: Quiz) -> Mapping[tuple[str, str], Memory]:
        return self._store.read(lambda c: reading.memories(c, quiz.id), {})


def mixed(due: Iterable[Due], seed: int) -> tuple[Asking, ...]:
    """Return all that is due in the order in which to ask it; of a group only one question."""
    asked = [asking for one in due for asking in _one_of_a_group(one)]
    rng = Random(seed)  # noqa: S311  an order
    return interleave(asked, rng, lambda a: a[0].id, lambda a: a[1].topic)


def _one_of_a_group(due: Due) -> Iterator[Asking]:
    """Yield the due questions; of a group the one that is due longest."""
    questions = due.quiz.by_id
    groups: set[str] = set()
    for question in (questions[id_] for id_ in due.questions):
        if question.group not in groups:
            yield due.quiz, question
        if question.group is not None:
            groups.add(question.group)


def _review(asking: Asking, seed: int, certainty: bool) -> Attempt:
    quiz, question = asking
    asked = (Presented(question, lay_out(public(question), Random(seed))),)  # noqa: S311  an order
    return Attempt(
        *(new_id(), Session.begin(quiz, asked), Purpose.REVIEW, seed, certainty, None),
        new=True,
        saved=True,  # what is not answered just stays due: there is nothing to keep of it yet
    )
