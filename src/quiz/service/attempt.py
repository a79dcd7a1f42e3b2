"""An attempt: a session, what it is for, and what the history keeps of it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from quiz.engine.result import result
from quiz.engine.session import Session
from quiz.model.answer import to_data
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question, fingerprint
from quiz.model.quiz import Form
from quiz.store.purpose import Purpose
from quiz.store.records import AttemptRecord, PlannedQuestion, ResponseRecord, SubmissionRecord


@dataclass(frozen=True, slots=True)
class Attempt:
    """A session, and what the history keeps of it."""

    id: str
    session: Session
    purpose: Purpose
    seed: int
    """What the order was drawn from."""
    certainty: bool
    """Whether the learner is asked how sure they are."""
    form: Form | None
    """Which form of the quiz is asked."""
    begun: datetime | None = None
    """When it was first saved; None while the history has still to hear of it."""
    times: Mapping[int, datetime] = field(default_factory=dict)
    """When each question was answered, by its index."""
    ended: datetime | None = None
    """When it was finished, handed in or left."""
    saved: bool = False
    """Whether all of it is in the history on disk."""
    notice: str | None = None
    """What changed in the quiz since it was begun, in words."""
    assignment: str | None = None
    """The id of the assignment that it takes, in an exercise."""
    learner: str | None = None
    """The learner's name or code, in an exercise."""

    @property
    def new(self) -> bool:
        """Whether the history has still to hear that it was begun."""
        return self.begun is None

    @property
    def practice(self) -> bool:
        """Whether it goes through what was missed: that counts for nothing."""
        return self.purpose is Purpose.AGAIN

    @property
    def exercise(self) -> bool:
        """Whether it is one for a class."""
        return self.purpose is Purpose.EXERCISE

    @property
    def review(self) -> bool:
        """Whether it goes through what is due: what is not answered just stays due."""
        return self.purpose is Purpose.REVIEW


def new_id() -> str:
    """Return an id that no other attempt or assignment has: 16 hex digits."""
    return os.urandom(8).hex()


def content_id(question: Question | PublicQuestion) -> str:
    """Return what changes when the question does; of one without its key, its name does."""
    return question.id if isinstance(question, PublicQuestion) else fingerprint(question)


def plan(session: Session) -> tuple[PlannedQuestion, ...]:
    """Return what a session asks, and in which order."""
    return tuple(
        PlannedQuestion(asked.question.id, content_id(asked.question), asked.option_order)
        for asked in session.asked
    )


def as_record(
    attempt: Attempt, path: Path | None, submission: SubmissionRecord | None = None
) -> AttemptRecord:
    """Return all that is kept of an attempt that has begun.

    Raises:
        LookupError: an answer in it was never saved, or it has not begun.
    """
    session = attempt.session
    if attempt.begun is None:
        raise LookupError("it has not begun")
    answered = [index for index, response in enumerate(session.responses) if response]
    over = session.with_answers and (session.finished or not session.open)
    return AttemptRecord(
        id=attempt.id,
        quiz=session.quiz.id,
        version=session.quiz.version,
        title=session.quiz.title,
        path=path,
        purpose=attempt.purpose,
        mode=session.mode,
        form=attempt.form,
        certainty=attempt.certainty,
        seed=attempt.seed,
        begun=attempt.begun,
        plan=plan(session),
        position=session.position,
        flagged=tuple(sorted(session.flagged)),
        passage_views=session.passage_views,
        ended=attempt.ended,
        result=result(session) if attempt.ended and over else None,
        assignment=attempt.assignment,
        learner=attempt.learner or "",
        responses=tuple(
            response_record(attempt, index)
            for index in sorted(answered, key=attempt.times.__getitem__)
        ),
        submission=submission,
    )


def response_record(attempt: Attempt, index: int) -> ResponseRecord:
    """Return what is kept of the answer to the question at an index."""
    quiz, asked, response = (
        attempt.session.quiz,
        attempt.session.asked[index],
        attempt.session.responses[index],
    )
    if response is None:
        raise LookupError(f"question {index} has no answer")
    return ResponseRecord(
        attempt=attempt.id,
        quiz=quiz.id,
        version=quiz.version,
        question=asked.question.id,
        content_id=content_id(asked.question),
        purpose=attempt.purpose,
        answer=to_data(response.answer),
        fraction=response.fraction,
        parts=response.grade.parts if response.grade else (),
        scored=asked.with_answers is not None and asked.public.scored,
        certainty=None if response.certainty is None else int(response.certainty),
        at=attempt.times[index],
    )
