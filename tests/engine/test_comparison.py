"""Typed answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.kinds.comparison import is_near_miss, matches
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
