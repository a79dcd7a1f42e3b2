"""An attempt: a session, what it is for, and what the history keeps of it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from quiz.engine.fingerprint import fingerprint
from quiz.engine.returning import session_of
from quiz.engine.session import Mode, Session
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Form
from quiz.model.returned import Returned
from quiz.store.purpose import Purpose
from quiz.store.records import PlannedQuestion


@dataclass(frozen=True, slots=True)
class Attempt:
    """A session, and what the history keeps of it."""

    id: str
    session: Session
    plan: tuple[PlannedQuestion, ...]
    """What the session asks, as the history knows it."""
    purpose: Purpose
    seed: int
    """What the order was drawn from."""
    certainty: bool
    """Whether the learner is asked how sure they are."""
    form: Form | None
    """Which form of the quiz is asked."""
    path: Path | None = None
    """The file that the quiz was read from."""
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
    def is_new(self) -> bool:
        """Whether the history has still to hear that it was begun."""
        return self.begun is None

    @property
    def can_be_meant(self) -> bool:
        """Whether the learner may say that the answer on the screen was meant as the right one."""
        return self.session.can_be_meant and not (self.is_exercise or self.is_retry)

    @property
    def is_retry(self) -> bool:
        """Whether it goes through what was missed: that counts for nothing."""
        return self.purpose is Purpose.RETRY

    @property
    def is_exercise(self) -> bool:
        """Whether it is one for a class."""
        return self.purpose is Purpose.EXERCISE

    @property
    def is_handed_in(self) -> bool:
        """Whether it is over once the learner hands it in: a test, and every exercise."""
        return self.is_exercise or self.session.mode is Mode.TEST

    @property
    def is_review(self) -> bool:
        """Whether it goes through what is due: what is not answered just stays due."""
        return self.purpose is Purpose.REVIEW


def new_id() -> str:
    """Return an id that no other attempt or assignment has: 16 hex digits."""
    return os.urandom(8).hex()


def new_attempt(  # noqa: PLR0913  each is known when it begins
    session: Session,
    purpose: Purpose,
    seed: int,
    *,
    certainty: bool,
    form: Form | None = None,
    path: Path | None = None,
    assignment: str | None = None,
    learner: str | None = None,
) -> Attempt:
    """Return an attempt of which the history has still to hear."""
    return Attempt(
        id=new_id(),
        session=session,
        plan=plan_of(session),
        purpose=purpose,
        seed=seed,
        certainty=certainty,
        form=form,
        path=path,
        assignment=assignment,
        learner=learner,
    )


def attempt_of(returned: Returned) -> Attempt:
    """Return the attempt as a learner looks back at it; nothing of it goes into the history."""
    attempt = new_attempt(
        session_of(returned),
        Purpose.EXERCISE,
        seed=0,
        certainty=any(one.certainty for one in returned.answers),
        form=returned.form,
        learner=returned.learner,
    )
    return replace(attempt, begun=datetime.now().astimezone(), saved=True)


def plan_of(session: Session) -> tuple[PlannedQuestion, ...]:
    """Return what a session asks, and in which order."""
    return tuple(
        PlannedQuestion(
            question=asked.question.id,
            content_id=content_id(asked.question),
            option_order=asked.option_order,
            scored=asked.with_answers is not None and asked.question.scored,
        )
        for asked in session.asked
    )


def content_id(question: Question | PublicQuestion) -> str:
    """Return what changes when the question does; of one without its key, its name does."""
    return question.id if isinstance(question, PublicQuestion) else fingerprint(question)
