"""An attempt as the records that are kept of it, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

from quiz.engine.selection import Presented, lay_out
from quiz.engine.session import Mode, Response, Session
from quiz.model.answer import LocateAnswer, from_data, to_data
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question, fingerprint
from quiz.model.quiz import Quiz
from quiz.service.attempt import Attempt
from quiz.store.purpose import Purpose
from quiz.store.records import (
    Answered,
    Begun,
    Ended,
    Moved,
    Planned,
    Record,
    Replanned,
)
from quiz.store.running import KeptAttempt


def beginning(attempt: Attempt, path: str | None, now: datetime) -> Begun:
    """Return the record of an attempt's beginning: it begins when it goes to disk."""
    quiz = attempt.session.quiz
    return Begun(
        attempt=attempt.key,
        quiz=quiz.id,
        version=quiz.version,
        title=quiz.title,
        path=path,
        purpose=attempt.purpose,
        mode=attempt.session.mode,
        form=attempt.form,
        certainty=attempt.certainty,
        seed=attempt.seed,
        at=now,
        plan=plan(attempt.session),
        assignment=attempt.assignment,
        learner=attempt.learner,
    )


def plan(session: Session) -> tuple[Planned, ...]:
    """Return what a session asks, and in which order."""
    return tuple(
        Planned(asked.question.id, print_of(asked.question), asked.option_order)
        for asked in session.asked
    )


def print_of(question: Question | PublicQuestion) -> str:
    """Return what changes when the question does; of one without its key, its name does."""
    return question.id if isinstance(question, PublicQuestion) else fingerprint(question)


def changes(attempt: Attempt, session: Session, now: datetime) -> Iterable[Record]:
    """Yield what happened between an attempt's session and a later one.

    An exercise is over when it is handed in, so that no kill can come between the two.
    """
    before = attempt.session
    for index, response in enumerate(session.responses):
        if response and before.responses[index] is None:
            yield _answered(attempt, session.asked[index], response, now)
    if (session.position, session.flagged, session.passage_views) != (
        before.position,
        before.flagged,
        before.passage_views,
    ):
        yield Moved(
            attempt.key, session.position, tuple(sorted(session.flagged)), session.passage_views
        )
    done = session.finished or (attempt.purpose is Purpose.REVIEW and not session.open)
    if done and not before.finished and attempt.purpose is not Purpose.EXERCISE:
        from quiz.engine.result import result  # noqa: PLC0415  at the end alone
        from quiz.store import results  # noqa: PLC0415

        outcome = results.to_data(result(session))
        yield Ended(attempt.key, session.quiz.id, attempt.purpose, now, outcome)


def _answered(attempt: Attempt, asked: Presented, response: Response, now: datetime) -> Answered:
    quiz, question = attempt.session.quiz, asked.question
    return Answered(
        attempt=attempt.key,
        quiz=quiz.id,
        version=quiz.version,
        question=question.id,
        fingerprint=print_of(question),
        purpose=attempt.purpose,
        answer=to_data(response.answer),
        fraction=response.fraction,
        parts=response.grade.parts if response.grade else (),
        scored=asked.with_answers is not None and asked.public.scored,
        certainty=None if response.certainty is None else int(response.certainty),
        at=now,
    )


def taken_up(
    quiz: Quiz, asked: Iterable[Question | PublicQuestion], kept: KeptAttempt
) -> tuple[Attempt, Replanned | None] | None:
    """Return an attempt as it stood, with its quiz and the questions as they are now.

    A question that was edited is asked anew, one that is gone is left out, and the second value
    says so; None where no question is left.
    """
    begun, moved = kept.begun, kept.moved
    given = {(a.question, a.fingerprint): a for a in kept.answers}
    questions = {question.id: question for question in asked}
    found = [
        _place(quiz, question, planned, given.get((planned.question, planned.fingerprint)))
        if (question := questions.get(planned.question))
        else None
        for planned in begun.plan
    ]
    places = [place for place in found if place]
    if not places:
        return None
    still = [index for index, place in enumerate(found) if place]
    session = Session(
        quiz=quiz,
        asked=tuple(asked for asked, _ in places),
        responses=tuple(response for _, response in places),
        mode=Mode(begun.mode),
        position=min(sum(index < moved.place for index in still), len(still) - 1),
        flagged=frozenset(still.index(index) for index in moved.flagged if index in still),
        passage_views=moved.looks,
    )
    now_planned = plan(session)
    attempt = Attempt(
        key=begun.attempt,
        session=session,
        purpose=begun.purpose,
        seed=begun.seed,
        certainty=begun.certainty,
        form="pre" if begun.form == "pre" else "post" if begun.form == "post" else None,
        saved=True,
        assignment=begun.assignment,
        learner=begun.learner,
    )
    if now_planned == begun.plan:
        return attempt, None
    notice = _notice(begun.plan, now_planned)
    return replace(attempt, notice=notice), Replanned(begun.attempt, now_planned)


def _place(
    quiz: Quiz, question: Question | PublicQuestion, planned: Planned, answered: Answered | None
) -> tuple[Presented, Response | None] | None:
    """Return a question as it is now, with the answer to it; None where the two no longer fit."""
    asked = Presented(question)
    layout = lay_out(asked.public, Random(planned.fingerprint))  # noqa: S311  an order
    if print_of(question) != planned.fingerprint:
        return replace(asked, option_order=layout), None
    if sorted(layout) == sorted(planned.layout):
        layout = planned.layout
    asked = replace(asked, option_order=layout)
    if answered is None:
        return asked, None
    response = _attempt(quiz, asked, answered)
    return (asked, response) if response else None


def _attempt(quiz: Quiz, asked: Presented, answered: Answered) -> Response | None:
    """Return an answer as it was marked; None where it no longer fits its passage."""
    from quiz.engine.certainty import Certainty  # noqa: PLC0415  only for an attempt that was left
    from quiz.engine.fitting import check  # noqa: PLC0415
    from quiz.engine.grading import Grade, grade  # noqa: PLC0415

    certainty = None if answered.certainty is None else Certainty(answered.certainty)
    try:
        answer = from_data(dict(answered.answer))
        check(asked.public, answer, quiz.passage, quiz.language)
        if asked.with_answers is None:
            return Response(answer, None, certainty)
        marked = grade(asked.with_answers, answer, quiz.passage, quiz.language)
    except (ValueError, TypeError, IndexError):
        return None
    if isinstance(answer, LocateAnswer) and marked.fraction != answered.fraction:
        return None  # the sentence of that number is another one now
    return Response(answer, Grade(answered.fraction, answered.parts), certainty)


def _notice(before: Sequence[Planned], now: Sequence[Planned]) -> str:
    there = {planned.question: planned.fingerprint for planned in now}
    edited = sum(there.get(p.question, p.fingerprint) != p.fingerprint for p in before)
    gone = len(before) - len(now)
    words = []
    if edited:
        words.append(f"Questions that were edited and are asked anew: {edited}.")
    if gone:
        words.append(f"Questions that no longer fit and are left out: {gone}.")
    return " ".join(["The quiz was changed since you began.", *words])
