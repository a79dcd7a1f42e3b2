"""Names and hard words that are asked for."""

import pytest

from quiz.drafting.cloze import cloze
from tests.drafting.build import sentence

HARD = ("glutamate", "mechanism")


@pytest.mark.parametrize(
    ("text", "word", "ask"),
    [
        ("Its brand name is Spravato.", "Spravato", "Which word fills the blank?"),
        ("Last week the FDA gave a warning.", "FDA", "Which word fills the blank?"),
        ("It is sold in the United States now.", "United States", "Which words fill the blank?"),
        ("It is by the Centers for Disease Control.", "Centers for Disease Control", "Which words"),
        ("It acts mainly on glutamate in the brain.", "glutamate", "Which word fills the blank?"),
        ("Its mechanism has to do with glutamate.", "glutamate", "Which word fills the blank?"),
    ],
)
def test_a_word(text: str, word: str, ask: str) -> None:
    question = cloze(sentence(text), HARD, set(), "topic")
    assert question is not None
    assert question.blanks[0].accept == (word,)
    assert question.text == text.replace(word, "___")
    assert question.ask.startswith(ask)
    assert question.quotes == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "Hands pick up germs from others.",
        "Spravato is sold by one company.",
        "The story of Ada's bees is well known.",
        "In the news Ada Lark says that bees dance.",
        "They asked Dr. Ada Lark about the bees.",
        "They met on a Monday in late May.",
        "With glutamate there is more glutamate.",
        "Fill the ___ with glutamate.",
    ],
)
def test_no_word(text: str) -> None:
    assert cloze(sentence(text), HARD, set(), "topic") is None


def test_no_word_is_asked_for_twice() -> None:
    text = "Spravato acts on glutamate by a mechanism."
    first = cloze(sentence(text), HARD, {"spravato", "glutamate"}, "topic")
    assert first is not None
    assert first.blanks[0].accept == ("mechanism",)
    assert cloze(sentence(text), HARD, {"spravato", "glutamate", "mechanism"}, "topic") is None
