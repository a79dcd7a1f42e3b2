"""Classes that run: of the bees, over a folder of their own."""

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from quiz.engine.live_class import Step
from quiz.engine.live_view import TeacherView
from quiz.model.answer import Answer
from quiz.model.class_settings import ClassSettings
from quiz.model.quiz import Quiz
from quiz.model.seat import Seat, Vote
from quiz.quizfile.reader import read
from quiz.service.classes import Classes
from quiz.service.live_class import LiveClass, NotOpen
from tests.engine.test_lesson import known
from tests.service.conftest import Clock
from tests.support.answers import any_answer, right_answer
from tests.support.files import BEES

QUIZ = read(BEES)
SOURCE = BEES.read_text(encoding="utf-8")
OPENED = (Step.BEGIN, Step.OPEN)


def classes(folder: Path, clock: Clock | None = None) -> Classes:
    """Return the classes of a folder, with codes and names that are the same in every run."""
    return Classes(folder, now=clock or Clock(), rng=Random(1))


def begun(
    of: Classes,
    *steps: Step,
    quiz: Quiz = QUIZ,
    roster: tuple[str, ...] = (),
    **settings: Any,
) -> LiveClass:
    """Return a new class after steps."""
    live = of.begin(quiz, SOURCE, ClassSettings(**settings), roster=roster, seed=1)
    for step in steps:
        live.step(step)
    return live


def killed(of: Classes, live: LiveClass) -> LiveClass:
    """Return a class as it goes on after its program ended somehow."""
    live.close()
    return of.resume(live.code)


def right(live: LiveClass, position: int = 0) -> Answer:
    """Return the right answer by the places that are shown."""
    answer = known(right_answer(live.lesson.question(position), live.quiz))
    return live.lesson.written(position, answer)


def by_lot(live: LiveClass, position: int, rng: Random) -> Answer:
    """Return an answer by lot by the places that are shown."""
    answer = known(any_answer(live.lesson.question(position), live.quiz, rng))
    return live.lesson.written(position, answer)


def answered(live: LiveClass, seat: Seat, position: int, answer: Answer) -> Vote:
    """Answer a question that takes answers, and return what was confirmed."""
    (saved,) = live.save([live.check(seat, position, answer, None)])
    assert not isinstance(saved, NotOpen)
    return saved


def seen(live: LiveClass) -> TeacherView:
    """Return what the teacher sees but for when learners were heard of, which is not kept."""
    view = live.teacher()
    return replace(view, seats=tuple(replace(line, seen=None) for line in view.seats))
