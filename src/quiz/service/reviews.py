"""When questions come back: what is due today, and what is firmly known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from quiz.engine.fingerprint import fingerprint
from quiz.engine.memory import firmly_known, interleave
from quiz.engine.session import Presented, Session
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.service.attempt import Attempt, new_attempt
from quiz.service.library import Library
from quiz.store import queries
from quiz.store.purpose import Purpose
from quiz.store.queries import QuestionMemory
from quiz.store.store import Store


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


@dataclass
class Reviews:
    """Looks up what the history says of the days to come; days are those of the local clock."""

    _store: Store
    _library: Library
    _now: Callable[[], datetime]
    _seed: Callable[[], int]

    def due(self) -> tuple[Due, ...]:
        """Return what is due of every quiz of the history that is still there."""
        past = self._store.read(queries.quizzes, [])
        found = (self._library.find_again(one.quiz, one.path) for one in past)
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
        return tuple(self._review(*asking, seed, certainty) for asking in mixed(due, seed))

    def _review(self, quiz: Quiz, question: Question, seed: int, certainty: bool) -> Attempt:
        asked = (Presented.shuffled(question, Random(seed)),)
        session, path = Session.begin(quiz, asked), self._library.path_of(quiz)
        return new_attempt(session, Purpose.REVIEW, seed, certainty=certainty, path=path)

    def due_of(self, quiz: Quiz) -> tuple[str, ...]:
        """Return the ids of the due questions, the longest due first.

        What was last seen a day or more in the future was seen while the clock was wrong: it is
        due.
        """
        tomorrow, wrong = self._tomorrow(), self._now() + timedelta(days=1)
        return tuple(
            one.question
            for one in self._memories(quiz, quiz.questions)
            if one.due < tomorrow or one.last_review > wrong
        )

    def comes_back(self, attempt: Attempt) -> Mapping[str, date]:
        """Return the day on which each question of an attempt comes back, by its id."""
        asked = [one.with_answers for one in attempt.session.asked if one.with_answers]
        memories = self._memories(attempt.session.quiz, asked)
        return {one.question: one.due.astimezone().date() for one in memories}

    def known(self, quiz: Quiz) -> tuple[int, int]:
        """Return how many questions are firmly known, and how many earn points."""
        now, memories = self._now(), self._memories(quiz, quiz.scored)
        return sum(firmly_known(one, now) for one in memories), len(quiz.scored)

    def _next_day(self, quiz: Quiz) -> date | None:
        tomorrow = self._tomorrow()
        later = (one.due for one in self._memories(quiz, quiz.questions) if one.due >= tomorrow)
        first = min(later, default=None)
        return first.astimezone().date() if first else None

    def _tomorrow(self) -> datetime:
        """Return the midnight at which today ends."""
        today = self._now().astimezone().date()
        return datetime.combine(today + timedelta(days=1), time()).astimezone(UTC)

    def _memories(self, quiz: Quiz, questions: Iterable[Question]) -> list[QuestionMemory]:
        """Return what is remembered of questions; one that was edited since is new.

        A draft is not asked again before it is finished: what would explain it is not written.
        """
        found = self._store.memories(quiz.id)
        remembered = {one.question for one in found}
        now = {
            q.id: fingerprint(q) for q in questions if q.id in remembered and not quiz.is_draft(q)
        }
        return [one for one in found if now.get(one.question) == one.content_id]


def mixed(due: Iterable[Due], seed: int) -> tuple[Asking, ...]:
    """Return all that is due in the order in which to ask it; of a group only one question."""
    asked = [asking for one in due for asking in _one_of_a_group(one)]
    rng = Random(seed)
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
