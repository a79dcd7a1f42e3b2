import pytest

from quiz.check.difference import difference

VETS = "Vets also use it to calm animals."


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Vets use it to calm animals.", "“also” is left out"),
        ("vets might use it to calm", "“might” stands there as “also”"),
        ("Vets also really use it", "“really” does not stand there"),
        ("use it to calm pets!", "“pets” stands there as “animals”"),
        ("Cooks use it", "“cooks” stands there as “also”"),
        ("also use cats", "“cats” stands there as “it”"),
        ("use it to calm", ""),
        ("vets also use it to calm animals", ""),
        (
            "Pets like use that to calm animals.",
            "“pets like” stands there as “vets also”, “that” stands there as “it”",
        ),
    ],
)
def test_the_difference_in_words(quote: str, said: str) -> None:
    assert difference(quote, VETS) == said


def test_words_that_come_again_and_again_are_compared_too() -> None:
    sentence = "so on and " * 100
    quote = sentence.replace("on", "off", 1)
    assert difference(quote, sentence) == "“off” stands there as “on”"


def test_only_the_first_differences_are_told() -> None:
    quote = "a1 b c2 d e3 f g4 h"
    assert difference(quote, "a b c d e f g h").count("stands there") == 3
