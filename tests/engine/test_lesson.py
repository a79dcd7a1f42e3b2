"""What is asked of all in a class, by the places that are shown."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.kinds import KINDS, grade
from quiz.engine.kinds.second_go import SecondGo
from quiz.model.answer import Answer, ChoiceAnswer, LocateAnswer, TypedAnswer
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from tests.engine.live import lesson
from tests.support.answers import any_answer, right_answer
from tests.support.files import BEES

QUIZ = read(BEES)
SEEDS = st.integers(0, 10**6)


def known(answer: Answer) -> Answer:
    """Return an answer without what is not asked in a class: the list of a teach-back."""
    return type(answer)(answer.text) if answer.way == "taught" else answer


def test_every_kind_is_asked() -> None:
    assert {one.kind for one in lesson(QUIZ).shown} == set(KINDS)


@given(SEEDS)
def test_an_answer_comes_back_as_it_was_given(seed: int) -> None:
    asked, rng = lesson(QUIZ, seed), Random(seed)
    for position in range(len(asked.asked)):
        answer = known(any_answer(asked.question(position), QUIZ, rng))
        assert asked.read(position, asked.written(position, answer)) == answer


@given(SEEDS)
def test_a_question_is_shown_in_the_order_of_the_class_under_its_number(seed: int) -> None:
    asked = lesson(QUIZ, seed)
    for number, (shown, one) in enumerate(zip(asked.shown, asked.asked, strict=True), 1):
        assert (shown.id, shown.hint, shown.parts) == (str(number), None, one.shown)


@given(SEEDS)
def test_the_places_of_the_right_answer_are_those_of_the_right_reasons(seed: int) -> None:
    asked = lesson(QUIZ, seed)
    for position, shown in enumerate(asked.shown):
        question = asked.question(position)
        right = asked.written(position, known(right_answer(question, QUIZ)))
        if isinstance(right, ChoiceAnswer):
            said = asked.explained(position, right_answer(question, QUIZ)).feedback
            assert {one.index for one in said.reasons if one.right} == right.options
            for reason in said.reasons:
                assert reason.index is not None
                assert shown.parts[reason.index] == reason.text


def test_an_answer_is_graded_as_elsewhere() -> None:
    asked, rng = lesson(QUIZ), Random(1)
    for position in range(len(asked.asked)):
        question = asked.question(position)
        for _ in range(5):
            answer = any_answer(question, QUIZ, rng)
            assert asked.grade(position, answer) == grade(question, answer, QUIZ)


@pytest.mark.parametrize(
    ("kind", "answer", "error"),
    [
        ("choice", TypedAnswer(("The queen",)), TypeError),
        ("choice", ChoiceAnswer(frozenset({9})), ValueError),
        ("choice", ChoiceAnswer(frozenset({-1})), ValueError),
        ("number", TypedAnswer(("1", "2")), ValueError),
        ("locate", LocateAnswer(10_000), ValueError),
    ],
)
def test_what_is_no_answer_is_refused(kind: str, answer: Answer, error: type[Exception]) -> None:
    asked = lesson(QUIZ)
    position = [one.kind for one in asked.shown].index(kind)
    with pytest.raises(error):
        asked.read(position, answer)


def test_what_is_typed_is_cleaned() -> None:
    asked = lesson(QUIZ)
    position = [one.kind for one in asked.shown].index("short")
    typed = TypedAnswer(("\x1b[2Jne\u200bctar\ud800",))
    assert asked.read(position, typed) == TypedAnswer(("\ufffd[2Jnectar\ufffd",))


def test_a_slip_may_be_put_right() -> None:
    asked = lesson(QUIZ)
    position = [one.kind for one in asked.shown].index("number")
    assert asked.second_go(position, TypedAnswer(("many",))) is SecondGo.NOT_A_NUMBER


def test_hard_words_wait_for_their_questions(ketamine: Quiz) -> None:
    asked = lesson(ketamine)
    everything = range(len(asked.asked))
    assert asked.terms(everything) == ketamine.glossary
    assert set(asked.terms(())) < set(ketamine.glossary)
