"""What must hold for any bytes at all: a quiz that can be taken, or a list of faults in words."""

from datetime import date
from random import Random

from quiz.check.inspection import inspect
from quiz.engine.selection import QuestionFilter, select
from quiz.engine.session import Mode, Presented, Session
from quiz.model.answer import (
    Answer,
    TypedAnswer,
)
from quiz.model.problem import Problem, UnreadableQuiz
from quiz.model.question import Number, Short
from quiz.model.quiz import Quiz
from quiz.model.text import first_forbidden
from quiz.plain.ask import question_blocks
from quiz.plain.explain import explanation
from quiz.plain.lines import layout
from quiz.quizfile.reader import read_bytes
from quiz.quizfile.yaml_parser import PROBLEMS
from tests.support.answers import any_answer
from tests.with_answers import with_answers

NAME = "quiz.yaml"
LONGEST = 4_000
"""Characters of the longest message: a text of the file is shortened in it."""


def verdict(data: bytes) -> Quiz | tuple[Problem, ...]:
    """Return the quiz that the bytes hold, or what is wrong with them; nothing else may happen.

    Raises:
        AssertionError: what is said of them can't be used, or must not reach a terminal.
    """
    try:
        return read_bytes(data, NAME)
    except UnreadableQuiz as error:
        hold(error.problems, data)
        return error.problems


def hold(problems: tuple[Problem, ...], data: bytes) -> None:
    """Hold faults to being few, in order, each in one clean line, at a place that there is."""
    assert 0 < len(problems) <= PROBLEMS
    assert list(problems) == sorted(set(problems))
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for problem in problems:
        said = str(problem)
        assert first_forbidden(said) is None, said
        assert said.isascii() or said.encode(), said
        assert "\n" not in said, said
        assert problem.message.strip(), said
        assert len(said) < LONGEST, said
        assert 1 <= problem.line <= lines, (said, lines)
        assert 1 <= problem.column <= len(data) + 1, said


def take(quiz: Quiz, rng: Random) -> Session:
    """Return an attempt of a quiz, taken to its end with answers of any kind, told line by line."""
    session = Session.begin(
        quiz, select(quiz, QuestionFilter(), Random(rng.random())), Mode.PRACTICE
    )
    while session.open:
        asked = session.asked[session.position]
        assert list(layout(question_blocks(asked, quiz), 40))
        answered = session.answer(_answer(asked, quiz, rng))[0]
        if answered.response is None:
            answered = answered.answer(_answer(asked, quiz, rng))[0]
        if answered.response:
            assert 0 <= answered.response.fraction <= 1
            assert list(layout(explanation(asked, answered.response, quiz), 40))
        session = answered.onward()
    return session.finish()


def look_over(quiz: Quiz) -> None:
    """Let every rule of `quiz check` look at a quiz, and make its tables."""
    found = inspect(quiz, date(2026, 11, 23))
    assert found.coverage.share >= 0
    assert found.counts
    assert found.guessers is not None
    assert found.keys
    assert found.parts is not None


def _answer(asked: Presented, quiz: Quiz, rng: Random) -> Answer:
    if isinstance(asked.question, Number | Short):
        return TypedAnswer((rng.choice(("1", "1,5", "½", "-0", "1e999", "٣", "one", "zz")),))
    return any_answer(with_answers(asked), quiz, rng)
