"""What is said of an exercise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from random import Random

import pytest

from quiz.engine.assigning import assign
from quiz.engine.exercise import begin
from quiz.engine.exercise_wording import (
    because,
    came_to,
    handed_in,
    how,
    until,
    waits,
)
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Response, Session
from quiz.engine.wording import empty, stopped
from quiz.model.answer import TypedAnswer
from quiz.model.assignment import Assignment, AssignmentSettings
from tests.engine.conftest import build_quiz

NOON = datetime(2027, 5, 3, 12, 0, tzinfo=UTC)
EAST = timezone(timedelta(hours=3))


def assignment(terms: AssignmentSettings, source: str | None = None) -> Assignment:
    return assign(build_quiz(), QuestionFilter(), terms, id="0" * 16, rng=Random(1), source=source)


def session(*, with_answers: bool, left: int) -> Session:
    """Return a session in which so many questions at the end have no answer."""
    begun = begin(
        assignment(AssignmentSettings()), build_quiz() if with_answers else None, Random(1)
    )
    given = Response(TypedAnswer(("a",)), None)
    responses = tuple(given if i < 10 - left else None for i in range(10))
    return replace(begun, responses=responses)


@pytest.mark.parametrize(
    ("terms", "source", "words"),
    [
        (
            AssignmentSettings(),
            None,
            "10 questions. Answers are not explained here: your teacher has the key.",
        ),
        (AssignmentSettings(mode="practice"), None, "10 questions. Answers are not explained here"),
        (
            AssignmentSettings(mode="practice", count=1),
            "x",
            "1 question. Practice: each answer is explained",
        ),
        (
            AssignmentSettings(mode="test", count=99),
            "x",
            "10 questions. Test: answers are explained at the end",
        ),
    ],
)
def test_how_it_is_taken(terms: AssignmentSettings, source: str | None, words: str) -> None:
    assert how(assignment(terms, source)).startswith(words)


def test_until_when_is_told_in_the_time_zone_of_the_learner() -> None:
    given = assignment(AssignmentSettings(until=NOON))
    assert until(given, NOON.astimezone(EAST)) == "Hand in by May 3, 2027, 3:00 PM."
    late = until(given, NOON.astimezone(EAST) + timedelta(seconds=1))
    assert late
    assert late.startswith("It was to be handed in by May 3, 2027, 3:00 PM.")
    assert "still" in late
    assert until(assignment(AssignmentSettings()), NOON) is None


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (0, None),
        (1, "Question 10 has no answer."),
        (2, "2 questions have no answer: 9 and 10."),
        (3, "3 questions have no answer: 8, 9 and 10."),
    ],
)
def test_what_is_empty(left: int, words: str | None) -> None:
    now = session(with_answers=False, left=left)
    assert empty(now) == words
    assert next(came_to(now)) == f"{10 - left} of 10 questions answered."
    assert (words in list(came_to(now))) is (left > 0)


def test_only_without_the_key_the_teacher_grades() -> None:
    assert "your teacher grades the answers" in " ".join(
        came_to(session(with_answers=False, left=0))
    )
    assert "teacher" not in " ".join(came_to(session(with_answers=True, left=0)))


def test_where_it_stood_and_what_became_of_it() -> None:
    now = session(with_answers=False, left=4).go(5)
    assert stopped(now) == "You stopped at question 6 of 10; 6 answered."
    assert handed_in(NOON).startswith("You handed this in on May 3, 2027, 12:00 PM.")
    assert "Not handed in yet: the disk is full." in waits(NOON, "the disk is full")
    assert because("the disk is full") == "The disk is full."
