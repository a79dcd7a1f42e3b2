"""Sentences that are asked for by what stands in no other."""

from quiz.drafting.locate import locate
from tests.drafting.build import sentence

TEXT = "Rinse off the soap and dry your hands on a clean towel."


def test_the_longest_two_words_in_their_order() -> None:
    question = locate(sentence(TEXT), ("Rinse", "dry", "really", "towel", "soap"), "topic")
    assert question is not None
    assert question.ask == "Which sentence of the passage speaks of “Rinse” and “towel”?"
    assert question.quotes == (TEXT,)


def test_too_few_words() -> None:
    assert locate(sentence(TEXT), ("towel",), "topic") is None
    assert locate(sentence(TEXT), ("towel", "towel"), "topic") is None
    assert locate(sentence(TEXT), ("towel", "dry", "really"), "topic") is None
