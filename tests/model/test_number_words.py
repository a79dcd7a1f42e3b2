"""Number words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.number_words import with_digits

UNITS = ["", *str.split("one two three four five six seven eight nine")]
TEENS = str.split("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
TENS = str.split("twenty thirty forty fifty sixty seventy eighty ninety")


def below_1000(number: int, link: str) -> str:
    hundreds, rest = divmod(number, 100)
    words = [UNITS[hundreds], "hundred"] if hundreds else []
    if rest and words and link:
        words.append(link)
    if 10 <= rest < 20:
        words.append(TEENS[rest - 10])
    elif rest:
        words += [TENS[rest // 10 - 2]] if rest >= 20 else []
        words += [UNITS[rest % 10]] if rest % 10 else []
    return " ".join(words)


def in_words(number: int, link: str = "") -> str:
    """Return a number below a billion as an American says it, or with "and" as a Briton does."""
    parts = []
    for scale, name in ((10**6, "million"), (10**3, "thousand")):
        count, number = divmod(number, scale)
        if count:
            parts.append(f"{below_1000(count, link)} {name}")
    if number and parts and number < 100 and link:
        parts.append(link)
    return " ".join([*parts, *([below_1000(number, link)] if number else [])]) or "zero"


@given(st.integers(0, 10**9 - 1), st.sampled_from(["", "and"]))
def test_every_number_below_a_billion_is_read(number: int, link: str) -> None:
    assert with_digits(in_words(number, link)) == str(number)


@given(st.integers(10, 20), st.integers(10, 99))
def test_two_numbers_that_make_a_year_are_one(century: int, year: int) -> None:
    assert with_digits(f"{in_words(century)} {in_words(year)}") == f"{century}{year}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zero", "0"),
        ("one of five", "1 of 5"),
        ("nineteen hundred", "1900"),
        ("hundred", "100"),
        ("thousand", "1000"),
        ("one billion", "1000000000"),
        ("five hundred thousand", "500000"),
        ("5 thousand", "5000"),
        ("3 hundred", "300"),
        ("1.5 million", "1500000"),
        ("1.25 million", "1250000"),
        ("1.5 million people", "1500000 people"),
        ("1.5 millionaires", "1.5 millionaires"),
        ("1.255 million", "1.255 1000000"),
        ("one hundred and two hundred", "100 and 200"),
        ("one hundred and more", "100 and more"),
        ("two thousand and more", "2000 and more"),
        ("five and six", "5 and 6"),
        ("twenty one thirty", "21 30"),
        ("forty forty", "40 40"),
        ("one two three", "1 2 3"),
        ("someone weighs a lot", "someone weighs a lot"),
        ("often in tenths", "often in tenths"),
        ("phones and stones", "phones and stones"),
        ("", ""),
    ],
)
def test_number_words_inside_a_text(text: str, expected: str) -> None:
    assert with_digits(text) == expected
