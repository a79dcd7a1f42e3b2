"""Attempts: begun, saved step by step, taken up again or left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from random import Random

from quiz.engine.selection import QuestionFilter, of_form, select, usual
from quiz.engine.session import Mode, Session
from quiz.model.quiz import Quiz
from quiz.service import recording
from quiz.service.attempt import Attempt, Form, new_id
from quiz.service.library import Library
from quiz.service.resuming import kept_attempt
from quiz.store import reading
from quiz.store.journal import Journal
from quiz.store.purpose import Purpose
from quiz.store.records import Ended


class Attempts:
    """Begins attempts, saves what is answered, and finds what was left."""

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

    def start(  # noqa: PLR0913  each is a choice of the learner
        self,
        quiz: Quiz,
        wanted: QuestionFilter,
        *,
        mode: Mode,
        seed: int | None = None,
        certainty: bool = False,
        form: Form | None = None,
        purpose: Purpose = Purpose.FIRST,
    ) -> Attempt:
        """Return a new attempt at its first question; the first `save` puts it on disk.

        Raises:
            NothingToAsk: no question fits, or the quiz has no such form.
        """
        seed = self._seed() if seed is None else seed
        asked = select(quiz, usual(of_form(quiz, wanted, form)), Random(seed))  # noqa: S311  an order
        session = Session.begin(quiz, asked, mode)
        return Attempt(new_id(), session, purpose, seed, certainty, form, new=True)

    def retry(self, attempt: Attempt) -> Attempt:
        """Return a new attempt of what was missed in one: practice, kept apart from what counts."""
        missed = QuestionFilter(
            ids=frozenset(asked.question.id for asked in attempt.session.missed())
        )
        quiz = attempt.session.quiz
        again = self.start(quiz, missed, mode=Mode.PRACTICE, purpose=Purpose.AGAIN)
        return self.save(again, again.session)

    def unfinished(self, quiz: Quiz) -> Attempt | None:
        """Return the latest attempt of a quiz that isn't over, at the question where it stood."""
        kept = kept_attempt(
            self._store,
            lambda begun: begun.quiz == quiz.id and begun.purpose is Purpose.FIRST,
            lambda connection: reading.open_attempt(connection, quiz.id),
        )
        if kept is None:
            return None
        taken = recording.taken_up(quiz, quiz.questions, kept)
        if taken is None:
            begun = kept.begun
            self._store.write(Ended(begun.attempt, quiz.id, begun.purpose, self._now(), None))
            return None
        attempt, replanned = taken
        saved = self._store.write(*([replanned] if replanned else []))
        return replace(attempt, saved=saved)

    def save(self, attempt: Attempt, session: Session) -> Attempt:
        """Save what changed since the attempt's session, and return the attempt with the new one.

        A new answer is on disk before this returns. Never raises for trouble with the disk:
        `saved` says whether all is in the history, `trouble` why not.
        """
        now = self._now()
        records = tuple(recording.changes(attempt, session, now))
        if not records and attempt.saved:
            return replace(attempt, session=session)
        if attempt.new:
            path = self._library.path_of(attempt.session.quiz)
            records = (recording.beginning(attempt, path, now), *records)
        return replace(attempt, session=session, new=False, saved=self._store.write(*records))

    def abandon(self, attempt: Attempt) -> None:
        """Leave an attempt for good: it stays in the history, and is never offered again."""
        quiz = attempt.session.quiz
        self._store.write(Ended(attempt.key, quiz.id, attempt.purpose, self._now(), None))
