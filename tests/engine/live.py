"""Classes to look at: a lesson of any quiz, and where it stands after some steps."""

from datetime import UTC, datetime
from random import Random
from typing import Any

from quiz.engine.lesson import Lesson
from quiz.engine.live_class import ClassState, Step, after
from quiz.engine.selection import QuestionFilter, select
from quiz.engine.snapshot import Snapshot, TakenSeat
from quiz.model.answer import Answer
from quiz.model.class_settings import ClassSettings, Explanations, Pace
from quiz.model.quiz import Quiz
from quiz.model.seat import Seat, Vote

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
OWN = ClassSettings(pace=Pace.OWN)
AT_ONCE = ClassSettings(pace=Pace.OWN, explanations=Explanations.AT_ONCE)
WHEN_SHOWN = ClassSettings(pace=Pace.OWN, explanations=Explanations.WHEN_SHOWN)


def lesson(quiz: Quiz, seed: int = 1) -> Lesson:
    """Return the questions of a quiz in an order by lot."""
    return Lesson(quiz, select(quiz, QuestionFilter(), Random(seed)))


def stands(*steps: Step, of: int = 3, **settings: Any) -> ClassState:
    """Return where a class stands after steps, each of which could be taken."""
    state = ClassState(settings=ClassSettings(**settings), of=of)
    for step in steps:
        assert step in state.steps
        state = after(state, step, NOON)
    return state


def seat(id_: int = 1, *votes: Vote, **changed: Any) -> TakenSeat:
    """Return a seat with answers."""
    fields: dict[str, Any] = {
        "id": id_,
        "name": f"Learner {id_}",
        "code": f"CDF{id_}",
        "joined": NOON,
    }
    by_place = {(vote.position, vote.round): vote for vote in votes}
    return TakenSeat(Seat(**fields | changed), by_place)


def vote(position: int, answer: Answer, **changed: Any) -> Vote:
    """Return an answer to a question."""
    fields: dict[str, Any] = {
        "seat": 1,
        "position": position,
        "round": 1,
        "answer": answer,
        "at": NOON,
    }
    return Vote(**fields | changed)


def at(lesson: Lesson, *steps: Step, **settings: Any) -> Snapshot:
    """Return a class after steps, at noon."""
    return Snapshot(lesson, stands(*steps, of=len(lesson.asked), **settings), NOON)
