"""What was answered, in words."""

import pytest

from quiz.engine.kinds import kind_of
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.question import Question
from tests.engine.conftest import build_quiz, choices, cloze, locate, match, order, teach_back


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        (choices(2, 7), ChoiceAnswer(frozenset({8, 1})), "Option 1; Option 8"),
        (choices(), ChoiceAnswer(frozenset()), ""),
        (cloze("a", "b"), TypedAnswer(("tea", "milk")), "tea; milk"),
        (order(3), OrderAnswer((2, 0, 1)), "Item 2; Item 0; Item 1"),
        (match(2), MatchAnswer((None, 2)), "Left 0 → –; Left 1 → Spare"),
        (locate(), LocateAnswer(1), "A form of it was approved in 2019."),
        (teach_back(), TeachBackAnswer("In my words."), "In my words."),
    ],
)
def test_an_answer_in_words(question: Question, answer: Answer, words: str) -> None:
    assert kind_of(question).in_words(question, answer, build_quiz()) == words
