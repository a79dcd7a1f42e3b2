"""Names of learners in a class."""

from collections.abc import Collection
from random import Random

from quiz.model.seat import LONGEST_OWN_NAME
from quiz.model.submission import folded
from quiz.service.class_names import made_name, made_names, unique


def test_there_are_enough_names_and_all_are_short_and_apart() -> None:
    names = made_names()
    assert len(names) > 4_000
    assert max(map(len, names)) <= LONGEST_OWN_NAME
    assert len(set(map(folded, names))) == len(names)
    assert all(name.isascii() and name.count(" ") == 1 for name in names)


def test_a_thousand_learners_get_a_thousand_names() -> None:
    rng, taken = Random(1), set[str]()
    for _ in range(1_000):
        taken.add(folded(made_name(taken, rng)))
    assert len(taken) == 1_000


def test_where_all_are_taken_a_number_is_added() -> None:
    taken: Collection[str] = {folded(name) for name in made_names()}
    assert made_name(taken, Random(1)).endswith(" 2")


def test_a_number_fits_behind_a_long_name() -> None:
    taken = {folded(unique("x" * 40, set()))}
    for number in range(2, 12):
        name = unique("x" * 40, taken)
        assert name.endswith(f" {number}")
        assert len(name) == LONGEST_OWN_NAME
        taken.add(folded(name))
