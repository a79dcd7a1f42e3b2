"""An attempt of the history taken up again, with its quiz as it is now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from random import Random

from quiz.engine.certainty import Certainty
from quiz.engine.kinds import KINDS
from quiz.engine.kinds.base import Grade
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.session import Mode, Presented, Response, Session
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.service.attempt import Attempt, content_id, plan_of
from quiz.store.records import AttemptRecord, PlannedQuestion, ResponseRecord

Place = tuple[Presented, Response | None]
"""A question of an attempt, and the answer to it."""


def resume(
    quiz: Quiz, asked: Iterable[Question | PublicQuestion], record: AttemptRecord
) -> Attempt | None:
    """Return an attempt as it stood, with its quiz and the questions as they are now.

    A question that was edited is asked anew, one that is gone is left out, and the notice says so;
    None where no question is left.
    """
    given = {(one.question, one.content_id): one for one in record.responses}
    questions = {question.id: question for question in asked}
    found = [
        _place(quiz, question, planned, given.get((planned.question, planned.content_id)))
        if (question := questions.get(planned.question))
        else None
        for planned in record.plan
    ]
    session = _session(quiz, record, found)
    if session is None:
        return None
    now_planned = plan_of(session)
    return Attempt(
        id=record.id,
        session=session,
        plan=now_planned,
        purpose=record.purpose,
        seed=record.seed,
        certainty=record.certainty,
        form="pre" if record.form == "pre" else "post" if record.form == "post" else None,
        path=record.path,
        begun=record.begun,
        times={
            index: given[planned.question, planned.content_id].at
            for index, planned in enumerate(now_planned)
            if session.responses[index]
        },
        saved=True,
        notice=None if now_planned == record.plan else _notice(record.plan, now_planned),
        assignment=record.assignment,
        learner=record.learner or None,
    )


def with_later(attempt: Attempt, record: AttemptRecord) -> Attempt:
    """Return an attempt with the answers that another program gave in it later than its own.

    Where the other program ended the attempt, all of its answers are taken.
    """
    session, times = attempt.session, dict(attempt.times)
    responses = list(session.responses)
    given = {(one.question, one.content_id): one for one in record.responses}
    for index, planned in enumerate(attempt.plan):
        other = given.get((planned.question, planned.content_id))
        if other and (record.ended or index not in times or other.at > times[index]):
            responses[index] = _response(session.quiz, session.asked[index], other)
            times[index] = other.at
    return replace(attempt, session=replace(session, responses=tuple(responses)), times=times)


def _session(quiz: Quiz, record: AttemptRecord, found: Sequence[Place | None]) -> Session | None:
    """Return a session of the places that are still there; None where there is none."""
    places = [place for place in found if place]
    still = [index for index, place in enumerate(found) if place]
    if not places:
        return None
    return Session(
        quiz=quiz,
        asked=tuple(asked for asked, _ in places),
        responses=tuple(response for _, response in places),
        mode=Mode(record.mode),
        position=min(sum(index < record.position for index in still), len(still) - 1),
        flagged=frozenset(still.index(index) for index in record.flagged if index in still),
        passage_views=record.passage_views,
        second_goes=_second_goes(record, [asked for asked, _ in places]),
    )


def _second_goes(record: AttemptRecord, asked: Sequence[Presented]) -> Mapping[int, SecondGo]:
    """Return the second goes that were given, but for questions that are asked anew."""
    same = {(planned.question, planned.content_id) for planned in record.plan}
    questions = [one.question for one in asked]
    return {
        index: record.second_goes[question.id]
        for index, question in enumerate(questions)
        if question.id in record.second_goes and (question.id, content_id(question)) in same
    }


def _place(
    quiz: Quiz,
    question: Question | PublicQuestion,
    planned: PlannedQuestion,
    given: ResponseRecord | None,
) -> Place | None:
    """Return a question as it is now, with the answer to it; None where the two no longer fit."""
    asked = Presented.shuffled(question, Random(planned.content_id))
    if content_id(question) != planned.content_id:
        return asked, None
    if sorted(asked.option_order) == sorted(planned.option_order):
        asked = replace(asked, option_order=planned.option_order)
    if given is None:
        return asked, None
    response = _response(quiz, asked, given)
    return (asked, response) if response else None


def _response(quiz: Quiz, asked: Presented, given: ResponseRecord) -> Response | None:
    """Return an answer as it was marked; None where it no longer fits its passage."""
    certainty = None if given.certainty is None else Certainty(given.certainty)
    try:
        kind = KINDS[asked.question.kind]
        kind.check(asked.public, given.answer, quiz)
        if asked.with_answers is None:
            return Response(given.answer, None, certainty, changes=given.changes)
        marked = kind.grade(asked.with_answers, given.answer, quiz)
    except (ValueError, TypeError, IndexError):
        return None
    if kind.reads_passage and marked.fraction != given.fraction:
        return None  # the sentence of that number is another one now
    grade = Grade(given.fraction, given.parts, marked.misspelled)
    return Response(given.answer, grade, certainty, given.meant, given.changes)


def _notice(before: Sequence[PlannedQuestion], now: Sequence[PlannedQuestion]) -> str:
    there = {planned.question: planned.content_id for planned in now}
    edited = sum(there.get(p.question, p.content_id) != p.content_id for p in before)
    gone = len(before) - len(now)
    words = []
    if edited:
        words.append(f"Questions that were edited and are asked anew: {edited}.")
    if gone:
        words.append(f"Questions that no longer fit and are left out: {gone}.")
    return " ".join(["The quiz was changed since you began.", *words])
