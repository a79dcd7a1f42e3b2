"""What the screens have to show, counted anew from the database and from what was handed in."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.screen import Screen

from quiz.engine.grading import grade
from quiz.engine.wording import count, points
from quiz.model.answer import Answer, from_data, to_data
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question, scored
from quiz.service.attempt import Attempt
from quiz.store.journal import NAME
from quiz.store.purpose import Purpose
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.review_result import ReviewResultScreen
from quiz.tui.widgets.title_bar import TitleBar
from tests.tui.learner import plain

Place = tuple[str, str]
"""An attempt's key and a question's id."""
Answers = Mapping[Place, Any]
"""Answers as data, each with its place."""


@dataclass(frozen=True)
class HandedIn:
    """An exercise that was handed in."""

    key: str
    """Its attempt."""
    path: Path
    """Where the program says that its file is."""
    submission: Any
    """What the database says was handed in."""


def kept(folder: Path) -> Answers:
    """Return all answers as they lie in the database."""
    rows = _rows(
        folder, "SELECT key, question, answer FROM response JOIN attempt ON attempt.seq = attempt"
    )
    return {(key, question): json.loads(answer) for key, question, answer in rows}


def handed_in(folder: Path) -> Iterator[HandedIn]:
    """Yield what was handed in."""
    rows = _rows(folder, "SELECT key, placed, submission FROM attempt WHERE placed IS NOT NULL")
    for key, placed, submission in rows:
        yield HandedIn(key, Path(json.loads(placed)), json.loads(submission))


def _rows(folder: Path, query: str) -> list[Any]:
    path = folder / NAME
    if not path.exists():
        return []
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'response'").fetchone():
            return []
        return connection.execute(query).fetchall()


def shown(stack: list[Screen[Any]]) -> Iterator[tuple[Place, Any]]:
    """Yield the answers that screens hold, each with its place."""
    for attempt in _attempts(stack):
        for asked, response in zip(attempt.session.asked, attempt.session.responses, strict=True):
            if response:
                yield (attempt.key, asked.question.id), as_data(response.answer)


def as_data(answer: Answer) -> object:
    """Return an answer as it lies in the database."""
    return json.loads(json.dumps(to_data(answer)))


def _attempts(stack: list[Screen[Any]]) -> Iterator[Attempt]:
    for screen in stack:
        if isinstance(screen, QuestionScreen | ResultScreen):
            yield screen.attempt
        elif isinstance(screen, ReviewResultScreen):
            yield from screen.attempts


def hold_score(screen: Screen[Any], answers: Answers) -> str | None:
    """Hold the score on a screen to the answers that are kept; return it, if there is one.

    Raises:
        AssertionError: the screen shows another one.
    """
    if not screen.is_mounted or not screen.query("TitleBar"):
        return None
    match screen:
        case ResultScreen():
            said = _result(screen.attempt, answers)
        case ReviewResultScreen():
            said = f"{sum(_is_right(each, answers) for each in screen.attempts)} of "
            said += f"{len(screen.attempts)} right."
        case QuestionScreen():
            return _hold_head(screen, answers)
        case _:
            return None
    text = "\n".join(plain(widget) for widget in screen.query("Static"))
    assert said in text, f"{said!r} is not in {text[:200]!r}"
    return said


def _result(attempt: Attempt, answers: Answers) -> str:
    earned, possible, right, asked = _tally(attempt, answers)
    if attempt.purpose is Purpose.AGAIN:
        return f"{right} of {count(asked, 'question')} right this time."
    return f"{points(earned)} of {count(possible, 'point')}, {right} of {asked} questions"


def _hold_head(screen: QuestionScreen, answers: Answers) -> str | None:
    said = screen.query_one(TitleBar).score
    if said.endswith(" right"):
        assert said == f"{_tally(screen.attempt, answers)[2]} right"
    elif said:
        asked = (one.question.id for one in screen.session.asked)  # an edited file may ask less
        given = sum((screen.attempt.key, each) in answers for each in asked)
        assert said == f"{given} answered"
    return said or None


def _is_right(attempt: Attempt, answers: Answers) -> bool:
    """Return whether all that was asked and answered in a review is right."""
    shares = _shares(attempt, answers, _questions(attempt))
    return all(share == 1 for share in shares.values())


def _tally(attempt: Attempt, answers: Answers) -> tuple[float, int, int, int]:
    """Return points, possible points, how many are right and how many are asked."""
    asked = [one for one in _questions(attempt) if scored(one)]
    shares = _shares(attempt, answers, asked)
    earned = sum(question.points * shares.get(question.id, 0.0) for question in asked)
    right = sum(share == 1 for share in shares.values())
    return earned, sum(question.points for question in asked), right, len(asked)


def _questions(attempt: Attempt) -> list[Question]:
    asked = [one.question for one in attempt.session.asked]
    return [one for one in asked if not isinstance(one, PublicQuestion)]


def _shares(attempt: Attempt, answers: Answers, asked: list[Question]) -> dict[str, float]:
    quiz = attempt.session.quiz
    return {
        question.id: grade(
            question, from_data(answers[attempt.key, question.id]), quiz.passage, quiz.language
        ).fraction
        for question in asked
        if (attempt.key, question.id) in answers
    }
