"""Typed answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.kinds.comparison import equals_number, is_near_miss, matches
from tests.engine.conftest import PASSAGE


@given(st.text())
def test_an_accepted_text_matches_itself_unless_it_is_blank(text: str) -> None:
    assert matches(text, (text,)) == bool(text.strip())


@pytest.mark.parametrize("text", ["", "  ", "\t\n"])
def test_an_empty_text_never_matches(text: str) -> None:
    assert not matches(text, ("", " ", "a"))


DIFFERENT = [
    ("hypothyroidism", "hyperthyroidism"),
    ("glutamine", "glutamate"),
    ("glutamat", "glutamate"),
    ("1.5", "15"),
    ("1,5", "15"),
    ("-5", "5"),
    ("10²", "102"),
    ("1½", "11/2"),
    ("<5", ">5"),
    ("HIV+", "HIV"),
    ("hepatitis A", "hepatitis"),
    ("hepatitis A", "hepatitis B"),
    ("eat less salt", "eat more salt"),
    ("non-medical", "medical"),
    ("not stated", "stated"),
    ("four", "for"),
    ("five", "fifty"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_answers_never_match(one: str, other: str) -> None:
    assert not matches(one, (other,))
    assert not matches(other, (one,))


@pytest.mark.parametrize(
    "text",
    [
        "2019",
        " 2,019 ",
        "2 019",
        "2\N{NARROW NO-BREAK SPACE}019",
        "2019.0",
        "2019,0",
        "2019.",
        "+2019",
        "\uff12\uff10\uff11\uff19",
        "two thousand nineteen",
        "Two Thousand and Nineteen",
        "twenty nineteen",
        "in 2019",
        "In the year 2019.",
        "the year 2019",
        "2019".ljust(80),
        "in 2 019",
    ],
)
def test_the_same_number(text: str) -> None:
    assert equals_number(text, 2019, 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-2019",
        "- 2019",
        "2.019",
        "20,19",
        "20-19",
        "20 19",
        "2019 2020",
        "2019 or 2020",
        "2 019 2 020",
        "about 2019",
        "before 2019",
        "not 2019",
        "~2019",
        "<2019",
        "2019 years",
        "2019²",
        "2018",
        "year",
        "in",
        "nan",
        "inf",
        "-inf",
        "1e999",
        "2019e0",
        "0x7e3",
        "2_019",
        "2019".ljust(81),
        "9" * 5_000,
        "0" * 5_000 + "2019",
        "two " * 2_000,
        "\x00",
    ],
)
def test_another_number_or_none(text: str) -> None:
    assert not equals_number(text, 2019, 0)


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "9" * 5_000, "many", "1 2", ""])
def test_what_is_no_number_is_not_within_any_tolerance(text: str) -> None:
    assert not equals_number(text, 0, float("inf"))


@pytest.mark.parametrize(
    ("text", "answer", "tolerance", "expected"),
    [
        ("0.3", 0.3, 0, True),
        ("0.1", 0.1, 0, True),
        (".1", 0.1, 0, True),
        ("0,1", 0.1, 0, True),
        ("0.4", 0.3, 0.1, True),
        ("0.2", 0.3, 0.1, True),
        ("0.41", 0.3, 0.1, False),
        ("12", 10, 2, True),
        ("8", 10, 2, True),
        ("12.001", 10, 2, False),
        ("15", 1.5, 0, False),
        ("1.5", 15, 0, False),
        ("-5", -5, 0, True),
        ("1,500", 1500, 0, True),
        ("1,500", 1.5, 0, False),
        ("1234567.5", 1234567.5, 0, True),
        ("1 234 567", 1234567, 0, True),
        ("12 019", 12019, 0, True),
        ("112 019", 112019, 0, True),
        ("1 234,5", 1234.5, 0, True),
        ("2 0190", 20190, 0, False),
        ("1.5 million", 1_500_000, 0, True),
        ("12345678901234567890", 12345678901234567890, 0, True),
        ("12345678901234567891", 12345678901234567890, 0, False),
    ],
)
def test_tolerance(text: str, answer: float, tolerance: float, expected: bool) -> None:
    assert equals_number(text, answer, tolerance) is expected


@given(st.integers(-(10**19), 10**19))
def test_a_number_equals_itself_however_it_is_written(number: int) -> None:
    for text in (f"{number}", f"{number:,}", f"{number}.0", f" {number:,}.00 "):
        assert equals_number(text, number, 0)
        assert not equals_number(text, number + 1, 0)


@given(st.text(max_size=100), st.floats(allow_nan=False, allow_infinity=False))
def test_any_text_is_a_number_or_none(text: str, answer: float) -> None:
    if equals_number(text, answer, 0):
        assert equals_number(text, 0, float("inf"))


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("20 percent", "percent", True),
        ("20%", "percent", True),
        ("20 per cent", "%", True),
        ("20 years", "year", True),
        ("20 year", "years", True),
        ("20", "years", True),
        ("20 months", "years", False),
        ("20 years ago", "years", False),
        ("years 20", "years", False),
        ("20 in years", "years", False),
        ("20 years", None, False),
    ],
)
def test_the_unit_behind_a_number(text: str, unit: str | None, expected: bool) -> None:
    assert equals_number(text, 20, 0, unit) is expected


@pytest.mark.parametrize("text", ["2 019", "in the year 2 019", "2 019 people", "+2 019 people"])
def test_a_space_before_three_digits(text: str) -> None:
    assert equals_number(text, 2019, 0, "people")


GLUTAMINE = ("glutamine",)


@pytest.mark.parametrize(
    ("text", "accepted", "expected"),
    [
        ("glutamat", "glutamate", True),
        ("glutamatee", "glutamate", True),
        ("glutemate", "glutamate", True),
        ("glutmaate", "glutamate", True),
        ("the Glutamte.", "glutamate", True),
        ("glutamate", "glutamate", False),
        ("gltamat", "glutamate", False),
        ("glutamine", "glutamate", False),
        ("", "glutamate", False),
        ("severe depresion", "severe depression", True),
        ("sever depresion", "severe depression", False),
        ("depresion", "severe depression", False),
        ("depresion now", "depression", False),
        ("severe deep depresion", "severe depression", False),
        ("anaesthtic", "anesthetic", True),
        ("ketamin", "ketamine", True),
        ("lungs", "lung", False),
        ("lungz", "lungs", False),
        ("kidneg", "kidney", True),
        ("kidne", "kidney", True),
        ("lungsy", "lungs", False),
        ("efferent", "afferent", True),
        ("afferent", "efferent", False),
        ("animals", "animal", False),
        ("201999", "201998", False),
        ("glutamat3", "glutamate", False),
        ("two thousand ninteen", "two thousand nineteen", False),
        ("vitamin b12345", "vitamin b12346", False),
        ("hypothyroidism", "hyperthyroidism", False),
    ],
)
def test_near_misses(text: str, accepted: str, expected: bool) -> None:
    assert is_near_miss(text, (accepted,), GLUTAMINE, PASSAGE) is expected


def test_a_rejected_answer_is_no_near_miss() -> None:
    rejected = ("Efferent",)

    assert is_near_miss("efferent", ("afferent",), (), PASSAGE)
    assert not is_near_miss("the efferent", ("afferent",), rejected, PASSAGE)


def test_another_accepted_answer_is_no_near_miss() -> None:
    assert not is_near_miss("kidneys", ("kidney", "kidneys"), (), PASSAGE)


@given(st.data())
def test_one_slip_in_a_long_word_is_a_near_miss(data: st.DataObject) -> None:
    word = data.draw(st.text("bcdfgjkqvwxz", min_size=6, max_size=12))
    place = data.draw(st.integers(0, len(word) - 1))
    slip = word[:place] + "m" + word[place + 1 :]

    assert is_near_miss(slip, (word,), (), PASSAGE)
    assert not matches(slip, (word,))
