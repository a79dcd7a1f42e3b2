"""What is published is what is enforced: the schemas of the files refuse what the program does."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from quiz.assignment import assignment_data, returned_data, schema, submission_data
from quiz.model.returned import Returned, ReturnedAnswer
from quiz.model.text import first_forbidden

from ..paper.build import BANK
from .build import ANSWERS, submission
from .test_assignment_data import made

ASSIGNMENT, RESULT = assignment_data.to_text(made()), submission_data.to_text(submission())
BACK = Returned(
    learner="Ada",
    form="pre",
    looks=2,
    quiz=BANK,
    answers=(
        *(
            ReturnedAnswer(question=f"q{place}", answer=one, certainty=place % 4 or None)
            for place, one in enumerate(ANSWERS)
        ),
        ReturnedAnswer(question="empty", answer=None),
        ReturnedAnswer(question="given", answer=ANSWERS[1], given=500),
    ),
)
RETURNED = returned_data.to_text(BACK, "schema: 1")
BEYOND = re.compile("not that of this question|same question|not asked|there are |blanks")
"""What no schema can say: that one value fits another."""


def ends_at_the_end(_: object, pattern: str, text: object, __: object) -> Iterator[ValidationError]:
    """Look for a pattern as ECMAScript does: its $ is never before a last newline."""
    if isinstance(text, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), text):
        yield ValidationError(pattern)


Validator: type[Any] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"pattern": ends_at_the_end}
)


def with_terms(**terms: str) -> dict[str, Any]:
    """Return an assignment with these terms in the place of its own."""
    data: dict[str, Any] = json.loads(ASSIGNMENT)
    return data | {"terms": data["terms"] | terms}


def read_returned(data: bytes) -> object:
    """Read a returned result whose source is a quiz."""
    return returned_data.from_bytes(data, lambda _: BANK)


Read = Callable[[bytes], object]
SCHEMAS: dict[Read, Any] = {
    assignment_data.from_bytes: Validator(schema.assignment()),
    submission_data.from_bytes: Validator(schema.result()),
    read_returned: Validator(schema.returned()),
}


def refusal(read: Read, data: dict[str, Any]) -> str:
    """Return why data are refused, which the published schema must do, too; or nothing."""
    if "checksum" in data:
        data["checksum"] = submission_data.checksum(data)
    said = ""
    try:
        read(json.dumps(data).encode())
    except ValueError as error:
        said = str(error)
    assert SCHEMAS[read].is_valid(data) is (not said or bool(BEYOND.search(said))), (said, data)
    return said


@pytest.mark.parametrize("made", [schema.assignment(), schema.result(), schema.returned()])
def test_the_schemas_are_schemas(made: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(made)


@pytest.mark.parametrize(
    ("learner", "refused"),
    [
        ("Ada", ""),
        ("  Zoë B. ", ""),
        ("Zoë\tB.", "learner: not as it has to be written"),
        ("\u200d\ufe0f", "learner: empty"),
        ("\u3164", "learner: holds the hidden character U+3164"),
        ("Ada\u2800", "learner: holds the hidden character U+2800"),
        ("\ue000Ada", "learner: holds the hidden character U+E000"),
        ("\U0001fffe", "learner: holds the hidden character U+1FFFE"),
        ("山本五十六さん", ""),
        ("x" * 100, ""),
        ("", "learner: empty"),
        ("  ", "learner: empty"),
        ("\u00a0\u2003", "learner: empty"),
        ("A\x1b[31m", "learner: holds the hidden character U+001B"),
        ("A\nB", "learner: not as it has to be written"),
        ("A\n", "learner: not as it has to be written"),
        ("\u202egnp.exe", "learner: holds the hidden character U+202E"),
        ("\U000e0041", "learner: holds the hidden character U+E0041"),
        ("x" * 101, "learner: longer than 100 characters"),
    ],
)
def test_the_name_of_a_learner(learner: str, refused: str) -> None:
    data = json.loads(submission_data.to_text(replace(submission(), learner=learner)))
    assert refusal(submission_data.from_bytes, data) == refused


@pytest.mark.parametrize("folder", ["results", "results/7b/", "a b/c..d", "~", "Klasse 7ß/年"])
def test_a_folder_inside_that_of_the_file(folder: str) -> None:
    assert not refusal(assignment_data.from_bytes, with_terms(folder=folder))


@pytest.mark.parametrize(
    "folder",
    [
        *("/etc", "//server/x", "..", "../x", "a/..", "a/../../b", ".", "./a", "a/.b", "/", "a//b"),
        *("C:/x", "C:", "a:b", r"\\server\x", r"..\x", r"a\..\b"),
        *(" ", " /a", "a/ /b", "a\tb", "a/\u200d/b"),
    ],
)
def test_no_folder_outside_that_of_the_file(folder: str) -> None:
    assert refusal(assignment_data.from_bytes, with_terms(folder=folder))


@pytest.mark.parametrize(
    "moment",
    [
        *("2026-W49-1", "2026-W49-1T10:00:00Z", "2026-338T10:00:00Z", "20261204T100000Z"),
        *("2026-12-04T10:00Z", "2026-12-04 10:00:00Z", "2026-12-04T10:00:00"),
    ],
)
def test_no_moment(moment: str) -> None:
    said = refusal(assignment_data.from_bytes, with_terms(until=moment))
    assert said == "terms.until: no date and time with a time zone"


@given(st.text(max_size=12))
def test_any_name(learner: str) -> None:
    refusal(submission_data.from_bytes, json.loads(RESULT) | {"learner": learner})


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(0.1, 0.9)
    | st.text()
    | st.sampled_from(["", "\x1b[31m", "2026-11-30T09:00:00+24:59", "9" * 100, "../x"]),
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


@pytest.mark.parametrize(
    ("text", "read"),
    [*zip((ASSIGNMENT, RESULT, RETURNED), SCHEMAS, strict=True)],
    ids=["assignment", "result", "returned"],
)
@settings(max_examples=100)
@given(choose=st.randoms(use_true_random=False), value=JSON, remove=st.booleans())
def test_any_value_in_any_place(
    text: str, read: Read, choose: Random, value: object, remove: bool
) -> None:
    data = json.loads(text)
    *way, last = choose.choice(list(places(data)))
    holder = data
    for step in way:
        holder = holder[step]
    if remove:
        del holder[last]
    else:
        holder[last] = value
    said = refusal(read, data)
    assert first_forbidden(said) is None
    assert len(said) < 1_000


def test_what_is_returned_is_read_as_it_was_written() -> None:
    assert read_returned(RETURNED.encode()) == BACK


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    for read in SCHEMAS:
        with pytest.raises(ValueError, match=r"."):
            read(data)
