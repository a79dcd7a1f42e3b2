"""Sentences that a question can stand on."""

import pytest

from quiz.drafting.sentence import lone_words, sentences
from tests.drafting.build import passage, sentence

TEXT = "Bees dance. Why do they dance? Bees dance.\n\nThey show the way. “Do they?” Yes!\n\nants"


def test_what_asks_or_stands_twice_is_left_out() -> None:
    found = sentences(passage(TEXT), "en")
    assert [(one.number, one.text, one.paragraph) for one in found] == [
        (1, "Bees dance.", 0),
        (4, "They show the way.", 1),
        (6, "Yes!", 1),
        (7, "ants", 2),
    ]


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("Hands pick up germs.", True),
        ("“Hands pick up germs.”", True),
        ("Hands pick up germs…", True),
        ("Hands pick up germs", False),
        ("Wash your hands!", False),
        ("Wash.", False),
        ("The talk turned to suicide after a while.", False),
        ("Adults take 500 mg in the morning.", False),
        ("Adults take 2 tablets in the morning.", False),
        ("Most adults sleep for 7 hours.", True),
        ("For more of this see www.example.org today.", False),
        (f"Bees {'and bees ' * 50}dance.", False),
    ],
)
def test_what_can_be_drafted(text: str, can: bool) -> None:
    assert sentence(text).can_be_drafted is can


def test_words_that_stand_in_one_sentence_alone() -> None:
    text = "Bees dance for food. Wasps eat food. A dancing bee knows the Sun."
    lone = lone_words(sentences(passage(text), "en"))
    assert [*lone.values()] == [(), ("Wasps", "eat"), ("knows", "Sun")]
