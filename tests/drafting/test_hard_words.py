"""Hard words of a text."""

import pytest

from quiz.drafting.hard_words import hard_words, is_term

TEXT = (
    "Glutamate is a neurotransmitter. An anesthetic, or several anesthetics, takes feeling away. "
    "Patients receiving it are carefully watched in long-term care in Alabama. The FDA reviewed it."
)


def test_the_hardest_come_first_in_their_shortest_form() -> None:
    assert hard_words(TEXT) == ("neurotransmitter", "anesthetic", "several")
    assert hard_words(TEXT, 1) == ("neurotransmitter",)
    assert hard_words("Bees dance.") == ()


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("glutamate", True), ("mechanism", True), ("applications", False), ("recreational", False)],
)
def test_what_ends_as_everyday_words_do_is_no_term(word: str, is_one: bool) -> None:
    assert is_term(word) is is_one
