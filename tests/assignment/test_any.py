"""Whatever stands in a file of a class: it is read, or refused in words."""

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.assignment import assignment_data, submission_data
from quiz.model.text import first_forbidden

from .build import submission
from .test_assignment_data import made

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats()
    | st.text()
    | st.sampled_from(["", "\x1b[31m", "\ud800", "2026-11-30T09:00:00+24:59", "9" * 100, "../x"]),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=5,
)


def places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each value inside a value."""
    if path:
        yield path
    match value:
        case dict():
            for name, one in value.items():
                yield from places(one, (*path, name))
        case list():
            for index, one in enumerate(value):
                yield from places(one, (*path, index))


def mutated(text: str, choose: Random, value: object, *, remove: bool) -> dict[str, Any]:
    """Return the data of a file of which one value is gone, or another one."""
    data: dict[str, Any] = json.loads(text)
    *way, last = choose.choice(list(places(data)))
    holder: Any = data
    for step in way:
        holder = holder[step]
    if remove:
        del holder[last]
    else:
        holder[last] = value
    return data


ASSIGNMENT, RESULT = assignment_data.to_text(made()), submission_data.to_text(submission())


@pytest.mark.parametrize(
    ("text", "read"),
    [(ASSIGNMENT, assignment_data.from_bytes), (RESULT, submission_data.from_bytes)],
    ids=["assignment", "result"],
)
@settings(max_examples=300)
@given(choose=st.randoms(use_true_random=False), value=JSON, remove=st.booleans())
def test_any_value_in_any_place(
    text: str, read: Callable[[bytes], object], choose: Random, value: object, remove: bool
) -> None:
    data = mutated(text, choose, value, remove=remove)
    if "checksum" in data:
        data["checksum"] = submission_data.checksum(data)
    said = refusal(read, json.dumps(data).encode())
    assert first_forbidden(said) is None
    assert len(said) < 1_000


def refusal(read: Callable[[bytes], object], data: bytes) -> str:
    """Return why data are refused; nothing where they are read."""
    try:
        read(data)
    except ValueError as error:
        return str(error)
    return ""


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    for read in (assignment_data.from_bytes, submission_data.from_bytes):
        with pytest.raises(ValueError, match=r"."):
            read(data)
