"""Values behave as frozen dataclasses of the standard library do."""

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from quiz.model import value
from quiz.model.question import Choice, Option, Skill
from quiz.model.value import dataclass, field, parts, replace


@dataclass(frozen=True, slots=True)
class Point:
    """A point."""

    x: int
    """From the left."""
    y: int = 0
    """From below."""

    @property
    def sum(self) -> int:
        """Both together."""
        return self.x + self.y


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Point):
    """A point with a name."""

    name: str = "P"
    """The name."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """What is said of it."""


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """A rank."""

    high: int
    """First."""
    low: str
    """Second."""


@dataclass(frozen=True, slots=True)
class Flowed:
    """A text that is laid out when it is made."""

    text: str
    """The text."""

    def __post_init__(self) -> None:
        """Take the white space away."""
        object.__setattr__(self, "text", self.text.strip())


MAKE: Any = dataclasses.make_dataclass
STANDARD: dict[type[Any], Any] = {
    Point: MAKE("Point", ["x", ("y", int, 0)], frozen=True, slots=True),
    Rank: MAKE("Rank", ["high", "low"], frozen=True, slots=True, order=True),
}
CALLS: list[tuple[type[Any], tuple[object, ...], dict[str, object]]] = [
    (Point, (1, 2), {}),
    (Point, (1,), {}),
    (Point, (), {"x": 1}),
    (Point, (1,), {"y": 3}),
    (Point, (), {}),
    (Point, (1, 2, 3), {}),
    (Point, (1,), {"x": 2}),
    (Point, (), {"x": 1, "z": 2}),
    (Rank, (1, "a"), {}),
    (Rank, (1,), {}),
]


def outcome(make: Callable[[], object]) -> object:
    try:
        return repr(make())
    except TypeError:
        return TypeError


@pytest.mark.parametrize(("cls", "given", "named"), CALLS)
def test_they_are_made_and_shown_like_dataclasses(
    cls: type[Any], given: tuple[object, ...], named: dict[str, object]
) -> None:
    assert outcome(lambda: cls(*given, **named)) == outcome(lambda: STANDARD[cls](*given, **named))


def test_equal_fields_of_one_class_are_equal() -> None:
    assert Point(1, 2) == Point(1, 2) != Point(2, 1)
    assert hash(Point(1, 2)) == hash(Point(1, 2))
    pair: object = (1, 0)
    assert Point(1, 0) != pair
    assert Point(1, 0) != Named(x=1, y=0)
    assert len({Point(1), Point(1), Point(2)}) == 2


def test_nothing_can_be_changed() -> None:
    point = Named(x=1)
    for name in ("x", "name", "other"):
        with pytest.raises(AttributeError, match="frozen"):
            setattr(point, name, 2)
        with pytest.raises(AttributeError, match="frozen"):
            delattr(point, name)
    assert not hasattr(point, "__dict__")


def test_fields_come_down_from_the_class_above() -> None:
    named = Named(x=1, name="A")
    assert list(parts(named)) == [("x", 1), ("y", 0), ("name", "A"), ("notes", {})]
    assert named.sum == 1
    assert Named(x=1).notes is not Named(x=1).notes
    assert Named(1, 2) == Named(x=1, y=2)
    with pytest.raises(TypeError):
        Named(1, 2, "A")  # type: ignore[call-arg]


def test_values_with_an_order_are_sorted() -> None:
    ranks = [Rank(2, "a"), Rank(1, "b"), Rank(1, "a")]
    assert sorted(ranks) == [Rank(1, "a"), Rank(1, "b"), Rank(2, "a")]
    assert Rank(1, "a") <= Rank(1, "a") >= Rank(1, "a") < Rank(2, "") > Rank(1, "z")
    with pytest.raises(TypeError):
        sorted([Point(1), Point(2)])  # type: ignore[type-var]


def test_what_a_class_does_when_it_is_made_is_done_again_when_it_is_changed() -> None:
    assert Flowed(" a ").text == "a"
    assert replace(Flowed("a"), text=" b ") == Flowed("b")
    with pytest.raises(TypeError):
        replace(Flowed("a"), words="b")  # type: ignore[call-arg]


def test_a_dataclass_of_the_standard_library_is_changed_too() -> None:
    other = MAKE("Other", ["a", ("b", int, 0)], frozen=True, kw_only=True)
    assert replace(other(a=1), b=2) == other(a=1, b=2)
    assert list(parts(other(a=1))) == [("a", 1), ("b", 0)]


def test_copies_are_equal() -> None:
    point = Named(x=1, notes={"a": "b"})
    assert copy.copy(point) == copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point


def test_patterns_match_them() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_the_standard_library_takes_them_for_dataclasses() -> None:
    assert dataclasses.is_dataclass(Named)
    names = {item.name: (item.type, item.default) for item in dataclasses.fields(Named)}
    assert names["x"] == (int, dataclasses.MISSING)
    assert names["name"] == (str, "P")
    assert dataclasses.asdict(Named(x=1)) == {"x": 1, "y": 0, "name": "P", "notes": {}}
    assert dataclasses.replace(Named(x=1), y=4) == Named(x=1, y=4)
    assert [item.name for item in dataclasses.fields(Point)] == ["x", "y"]


def test_a_question_is_one() -> None:
    question = Choice(
        id="a", topic="t", skill=Skill.APPLY, ask="?", explain=".", options=(Option(text="x"),)
    )
    assert question.kind == "choice"
    assert replace(question, id="b").id == "b"
    assert dataclasses.replace(question, id="b") == replace(question, id="b")


def test_all_of_them_are_frozen_and_have_slots() -> None:
    anything: Any = value
    for wish in ({"frozen": False, "slots": True}, {"frozen": True, "slots": False}):
        with pytest.raises(TypeError):
            anything.dataclass(**wish)


def test_the_model_needs_no_dataclasses() -> None:
    code = "import sys, quiz.model.bank, quiz.model.answer; print('dataclasses' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
