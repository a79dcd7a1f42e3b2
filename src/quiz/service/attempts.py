"""Attempts: begun, saved step by step, taken up again or left."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from quiz.engine.result import result
from quiz.engine.selection import QuestionFilter, of_form, select, usual
from quiz.engine.session import Mode, Response, Session
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Form, Quiz
from quiz.service.attempt import Attempt, new_attempt
from quiz.service.library import Library
from quiz.service.resuming import resume, with_later
from quiz.store.purpose import Purpose
from quiz.store.records import AttemptRecord, ResponseRecord, SubmissionRecord
from quiz.store.store import Store


@dataclass
class Attempts:
    """Begins attempts, saves what is answered, and finds what was left."""

    _store: Store
    _library: Library
    _now: Callable[[], datetime]
    _seed: Callable[[], int]

    def start(  # noqa: PLR0913  each is a choice of the learner
        self,
        quiz: Quiz,
        wanted: QuestionFilter,
        *,
        mode: Mode,
        seed: int | None = None,
        certainty: bool = False,
        form: Form | None = None,
        purpose: Purpose = Purpose.GRADED,
    ) -> Attempt:
        """Return a new attempt at its first question; the first `save` puts it on disk.

        Raises:
            NothingToAsk: no question fits, or the quiz has no such form.
        """
        seed = self._seed() if seed is None else seed
        asked = select(quiz, usual(of_form(quiz, wanted, form)), Random(seed))
        session = Session.begin(quiz, asked, mode)
        path = self._library.path_of(quiz)
        return new_attempt(session, purpose, seed, certainty=certainty, form=form, path=path)

    def retry(self, attempt: Attempt) -> Attempt:
        """Return a new attempt of what was missed in one: practice, kept apart from what counts."""
        missed = frozenset(asked.question.id for asked in attempt.session.missed())
        again = self.start(
            attempt.session.quiz,
            QuestionFilter(ids=missed),
            mode=Mode.PRACTICE,
            purpose=Purpose.RETRY,
        )
        return self.save(again, again.session)

    def save(self, attempt: Attempt, session: Session, response: Response | None = None) -> Attempt:
        """Save an attempt as a session has it, and return it with that session.

        A response is one that was given now to the question at the session's position; it is on
        disk before this returns. Never raises for trouble with the disk: `saved` says whether all
        is in the history, and the service's `trouble` why not.
        """
        now = self._now()
        times = dict(attempt.times)
        if response:  # a change is later than what it changes, whatever the clock says
            times[session.position] = max(now, times.get(session.position, now))
        attempt = replace(attempt, session=session, begun=attempt.begun or now, times=times)
        if _is_over(attempt):
            attempt = self._with_last_answers(attempt)
            if attempt.purpose is not Purpose.EXERCISE:  # that is handed in
                attempt = replace(attempt, ended=attempt.ended or now)
        new = [_response_record(attempt, session.position)] if response else []
        return replace(attempt, saved=self._store.save(as_record(attempt), *new))

    def mean(self, attempt: Attempt) -> Attempt:
        """Save that the answer on the screen was meant as the right one, or no more, as `save`."""
        if not attempt.can_be_meant:
            return attempt
        attempt = replace(attempt, session=attempt.session.mean())
        changed = _response_record(attempt, attempt.session.position)
        return replace(attempt, saved=self._store.save(as_record(attempt), changed))

    def _with_last_answers(self, attempt: Attempt) -> Attempt:
        """Return a test with its last answers, whichever program gave them: they are graded."""
        record = None
        if attempt.session.mode is Mode.TEST and not attempt.ended:
            record = self._store.attempt(attempt.id)
        return with_later(attempt, record) if record else attempt

    def unfinished(self, quiz: Quiz) -> Attempt | None:
        """Return the latest attempt of a quiz that isn't over, at the question where it stood."""
        record = self.left(quiz)
        return self.take_up(quiz, quiz.questions, record) if record else None

    def left(self, quiz: Quiz) -> AttemptRecord | None:
        """Return the latest attempt of a quiz that counts and isn't over, as it is kept."""
        records = self._store.unfinished(quiz.id)
        return next((one for one in records if one.purpose is Purpose.GRADED), None)

    def take_up(
        self, quiz: Quiz, asked: Iterable[Question | PublicQuestion], record: AttemptRecord
    ) -> Attempt | None:
        """Return an attempt of the history as it stands; None where its questions are all gone."""
        attempt = resume(quiz, asked, record)
        if attempt is None:
            self._store.save(replace(record, ended=self._now()))
        elif attempt.notice:
            return self.save(attempt, attempt.session)
        return attempt and replace(attempt, saved=self._store.flush())

    def abandon(self, attempt: Attempt) -> None:
        """Leave an attempt for good: it stays in the history, and is never offered again."""
        self.save(replace(attempt, ended=self._now()), attempt.session)


def as_record(attempt: Attempt, submission: SubmissionRecord | None = None) -> AttemptRecord:
    """Return all that is kept of an attempt that has begun.

    Raises:
        LookupError: an answer in it was never saved, or it has not begun.
    """
    session = attempt.session
    if attempt.begun is None:
        raise LookupError("it has not begun")
    answered = [index for index, response in enumerate(session.responses) if response]
    over = attempt.ended and _is_over(attempt) and session.with_answers
    return AttemptRecord(
        id=attempt.id,
        quiz=session.quiz.id,
        version=session.quiz.version,
        title=session.quiz.title,
        path=attempt.path,
        purpose=attempt.purpose,
        mode=session.mode,
        form=attempt.form,
        certainty=attempt.certainty,
        seed=attempt.seed,
        begun=attempt.begun,
        plan=attempt.plan,
        position=session.position,
        flagged=tuple(sorted(session.flagged)),
        passage_views=session.passage_views,
        ended=attempt.ended,
        result=result(session) if over else None,
        assignment=attempt.assignment,
        learner=attempt.learner or "",
        responses=tuple(
            _response_record(attempt, index)
            for index in sorted(answered, key=attempt.times.__getitem__)
        ),
        submission=submission,
        second_goes={
            session.asked[index].question.id: why for index, why in session.second_goes.items()
        },
    )


def _is_over(attempt: Attempt) -> bool:
    session = attempt.session
    return session.finished or (attempt.purpose is Purpose.REVIEW and not session.open)


def _response_record(attempt: Attempt, index: int) -> ResponseRecord:
    quiz, planned = attempt.session.quiz, attempt.plan[index]
    response = attempt.session.responses[index]
    if response is None:
        raise LookupError(f"question {index} has no answer")
    return ResponseRecord(
        attempt=attempt.id,
        quiz=quiz.id,
        version=quiz.version,
        question=planned.question,
        content_id=planned.content_id,
        purpose=attempt.purpose,
        answer=response.answer,
        fraction=response.fraction,
        parts=response.grade.parts if response.grade else (),
        scored=planned.scored,
        certainty=None if response.certainty is None else int(response.certainty),
        meant=response.meant,
        at=attempt.times[index],
        changes=response.changes,
    )
