"""An answer as plain data, and back."""

import pytest

from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
    in_numbers,
    to_data,
)


def test_the_data_say_their_way() -> None:
    assert to_data(ChoiceAnswer(frozenset({8, 1}))) == {"way": "picked", "options": [1, 8]}
    assert to_data(OrderAnswer((1, 0))) == {"way": "ordered", "items": [1, 0]}
    assert to_data(TeachBackAnswer("So.", frozenset())) == {
        "way": "taught",
        "text": "So.",
        "checked": [],
    }


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (ChoiceAnswer(frozenset({2, 0})), "1, 3"),
        (TypedAnswer(("blood", "heart")), "blood, heart"),
        (OrderAnswer((1, 0, 2)), "2, 1, 3"),
        (MatchAnswer((1, None)), "2, -"),
        (LocateAnswer(0), "1"),
        (TeachBackAnswer("It rains."), "It rains."),
    ],
)
def test_an_answer_whose_question_is_gone_is_said_in_numbers(answer: Answer, said: str) -> None:
    assert in_numbers(answer) == said
