"""An answer as plain data, and back."""

from quiz.model.answer import (
    ChoiceAnswer,
    OrderAnswer,
    TeachBackAnswer,
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
