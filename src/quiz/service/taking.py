"""Taking quizzes: an attempt is begun, kept step by step, taken up again or left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from random import Random

from quiz.engine.selection import Presented, QuestionFilter, lay_out
from quiz.engine.session import Mode, Session
from quiz.model.public_question import public
from quiz.model.quiz import Quiz
from quiz.service import recording
from quiz.service.attempt import Attempt, Purpose, drawn
from quiz.service.library import Library
from quiz.service.resuming import kept_attempt
from quiz.service.reviewing import Asking, mixed
from quiz.service.values import Due
from quiz.store import reading
from quiz.store.journal import Journal
from quiz.store.records import Ended


class Taking:
    """Begins attempts, keeps what is answered, and finds what was left."""

    def __init__(
        self,
        journal: Journal,
        library: Library,
        now: Callable[[], datetime],
        new_key: Callable[[], str],
    ) -> None:
        self._journal = journal
        self._library = library
        self._now = now
        self._new_key = new_key

    def again(self, attempt: Attempt, seed: int) -> Attempt:
        """Return a new attempt of what was missed in one: practice, kept apart from what counts."""
        quiz = attempt.session.quiz
        missed = QuestionFilter(
            ids=frozenset(asked.question.id for asked in attempt.session.missed())
        )
        key, practice, purpose = self._new_key(), Mode.PRACTICE, Purpose.AGAIN
        again = drawn(quiz, missed, key=key, mode=practice, seed=seed, purpose=purpose)
        return self.keep(again, again.session)

    def unfinished(self, quiz: Quiz) -> Attempt | None:
        """Return the latest attempt of a quiz that isn't over, at the question where it stood."""
        kept = kept_attempt(
            self._journal,
            lambda begun: begun.quiz == quiz.id and begun.purpose is Purpose.FIRST,
            lambda connection: reading.open_attempt(connection, quiz.id),
        )
        if kept is None:
            return None
        planned = quiz.named({planned.question for planned in kept.begun.plan})
        taken = recording.taken_up(quiz, planned.values(), kept)
        if taken is None:
            begun = kept.begun
            self._journal.write(Ended(begun.attempt, quiz.id, begun.purpose, self._now(), None))
            return None
        attempt, replanned = taken
        saved = self._journal.write(*([replanned] if replanned else []))
        return replace(attempt, saved=saved)

    def keep(self, attempt: Attempt, session: Session) -> Attempt:
        """Keep what changed since the attempt's session, and return the attempt with the new one.

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
        return replace(attempt, session=session, new=False, saved=self._journal.write(*records))

    def abandon(self, attempt: Attempt) -> None:
        """Leave an attempt for good: it stays in the history, and is never offered again."""
        quiz = attempt.session.quiz
        self._journal.write(Ended(attempt.key, quiz.id, attempt.purpose, self._now(), None))

    def review(self, due: Iterable[Due], seed: int, *, certainty: bool) -> tuple[Attempt, ...]:
        """Return what is due as attempts of one question each, quizzes taking turns."""
        return tuple(self._review_of(asking, seed, certainty) for asking in mixed(due, seed))

    def _review_of(self, asking: Asking, seed: int, certainty: bool) -> Attempt:
        quiz, question = asking
        asked = (Presented(question, lay_out(public(question), Random(seed))),)  # noqa: S311  an order
        session = Session.begin(quiz, asked)
        return Attempt(
            *(self._new_key(), session, Purpose.REVIEW, seed, certainty, None),
            new=True,
            saved=True,  # what is not answered just stays due: there is nothing to keep of it yet
        )
