"""Sentences that can be read alone, as true statements."""

import pytest

from quiz.drafting.statement import statement
from tests.drafting.build import sentence


def test_a_statement_is_true_by_the_words_of_the_passage() -> None:
    text = "Cold water works as well as warm water."
    question = statement(sentence(text), "topic")
    assert question is not None
    assert (question.ask, question.answer, question.quotes) == (text, True, (text,))


@pytest.mark.parametrize(
    "text",
    [
        "It may be how depression is eased.",
        "However, cold water works as well.",
        "Wash your hands before you eat.",
        "Go to bed at the same time each day.",
        "Experts said: nobody knows how it works.",
        "“Cold water works as well,” they said.",
        "Cold water works well.",
        f"Cold water {'really ' * 20}works.",
    ],
)
def test_what_leans_on_others_speaks_to_the_reader_or_is_too_long_is_left_out(text: str) -> None:
    assert statement(sentence(text), "topic") is None
