"""Codes of classes and seats."""

from random import Random

import pytest

from quiz.engine.class_code import CLASS_LENGTH, SEAT_LENGTH, SIGNS, new_code, typed_code

LOOK_ALIKE = ("B8", "G6", "S5", "Z2", "O0", "I1L", "UV", "VY")


def test_no_sign_is_a_vowel_and_no_two_look_alike() -> None:
    assert not {*SIGNS} & {*"AEIOUY01"}
    assert not [pair for pair in LOOK_ALIKE if {*pair} <= {*SIGNS}]
    assert len({*SIGNS}) == len(SIGNS)


def test_no_code_is_drawn_twice() -> None:
    rng, taken = Random(1), set[str]()
    for _ in range(2_000):
        taken.add(new_code(SEAT_LENGTH, taken, rng))
    assert len(taken) == 2_000
    assert {len(code) for code in taken} == {SEAT_LENGTH}
    assert len(new_code(CLASS_LENGTH, taken, rng)) == CLASS_LENGTH


@pytest.mark.parametrize("seed", range(20))
def test_a_code_is_read_as_it_was_drawn(seed: int) -> None:
    code = new_code(CLASS_LENGTH, (), Random(seed))
    assert typed_code(f" {code[:3].lower()}-{code[3:]} ") == code


def test_what_looks_alike_is_put_right() -> None:
    assert typed_code("b g s z i 1") == "8652LL"
