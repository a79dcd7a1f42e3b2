"""An answer as plain data, and back."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
    from_data,
    to_data,
)

INDEX = st.integers(0, 30)
ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    st.builds(ChoiceAnswer, st.frozensets(INDEX)),
    st.builds(TypedAnswer, st.lists(st.text()).map(tuple)),
    st.builds(OrderAnswer, st.lists(INDEX, unique=True).map(tuple)),
    st.builds(MatchAnswer, st.lists(st.none() | INDEX).map(tuple)),
    st.builds(LocateAnswer, INDEX),
    st.builds(TeachBackAnswer, st.text(), st.frozensets(INDEX)),
)


@given(ANSWERS)
def test_an_answer_comes_back_through_json(answer: Answer) -> None:
    assert from_data(json.loads(json.dumps(to_data(answer)))) == answer


def test_the_data_say_their_way() -> None:
    assert to_data(ChoiceAnswer(frozenset({8, 1}))) == {"way": "picked", "options": [1, 8]}
    assert to_data(OrderAnswer((1, 0))) == {"way": "ordered", "items": [1, 0]}
    assert to_data(TeachBackAnswer("So.", frozenset())) == {
        "way": "taught",
        "text": "So.",
        "ticked": [],
    }


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"way": "guessed"},
        {"way": "picked"},
        {"way": "picked", "options": 3},
        {"way": "picked", "options": ["x"]},
        {"way": "picked", "options": [None]},
        {"way": "picked", "options": [[]]},
        {"way": "ordered", "items": "012"},
        {"way": "matched", "rights": ["x"]},
        {"way": "located", "sentence": "1"},
        {"way": "taught", "text": 1, "ticked": []},
        {"way": 1},
    ],
)
def test_data_of_no_answer_are_refused(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_data(data)
