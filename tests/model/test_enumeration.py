"""Enumerations of words do what those of the standard library do."""

import copy
import enum
import json
import pickle

import pytest

from quiz.model.enumeration import StrEnum


class Ours(StrEnum):
    """Two words, and what is said of them."""

    RIGHT = "right"
    """The one."""
    NOT_QUITE = "not quite"

    @property
    def short(self) -> str:
        """The first letter."""
        return self[0]


class Theirs(enum.StrEnum):
    """The same."""

    RIGHT = "right"
    NOT_QUITE = "not quite"

    @property
    def short(self) -> str:
        """The first letter."""
        return self[0]


def test_the_values_are_the_same() -> None:
    assert [(one.name, one.value, str(one), f"{one:>9}", one.short) for one in Ours] == [
        (one.name, one.value, str(one), f"{one:>9}", one.short) for one in Theirs
    ]
    assert type(Ours.RIGHT.value) is str
    assert len(Ours) == len(Theirs)
    assert list(reversed(Ours)) == [Ours.NOT_QUITE, Ours.RIGHT]
    assert repr(Ours.RIGHT).replace("Ours", "Theirs") == repr(Theirs.RIGHT)
    assert hash(Ours.RIGHT) == hash("right")
    assert json.dumps({Ours.RIGHT: Ours.NOT_QUITE}) == '{"right": "not quite"}'


def test_there_is_one_of_each() -> None:
    assert Ours("not quite") is Ours.NOT_QUITE
    assert Ours(Ours.RIGHT) is Ours.RIGHT
    assert pickle.loads(pickle.dumps(Ours.RIGHT)) is Ours.RIGHT
    assert copy.deepcopy(Ours.RIGHT) is Ours.RIGHT
    assert copy.copy(Ours.RIGHT) is Ours.RIGHT
    assert isinstance(Ours.RIGHT, Ours)
    assert Ours.RIGHT in Ours


@pytest.mark.parametrize("word", ["wrong", "", "RIGHT", None, 1, ["right"], ("right",)])
def test_no_other_word_is_taken(word: object) -> None:
    with pytest.raises(ValueError, match="is not a valid Theirs") as theirs:
        Theirs(word)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="is not a valid Ours") as ours:
        Ours(word)  # type: ignore[arg-type]
    assert str(ours.value).replace("Ours", "Theirs") == str(theirs.value)


def test_no_word_stands_for_two() -> None:
    with pytest.raises(TypeError, match="Again says a word twice"):

        class Again(StrEnum):
            ONE = "one"
            OTHER = "one"


def test_it_can_be_told_apart_in_a_match() -> None:
    match Ours("right"):
        case Ours.NOT_QUITE:
            told = "not quite"
        case Ours.RIGHT:
            told = "right"
    assert told == "right"
