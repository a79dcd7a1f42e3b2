"""What is published is what is enforced: the schemas of the files refuse what the program does."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from quiz.assignment import schema, submission_data
from quiz.assignment.assignment_model import AssignmentFile
from quiz.assignment.faults import checked
from quiz.assignment.fields import Closed
from quiz.assignment.submission_model import ResultFile

from .build import submission
from .test_any import ASSIGNMENT, JSON, RESULT, mutated


def ends_at_the_end(_: object, pattern: str, text: object, __: object) -> Iterator[ValidationError]:
    """Look for a pattern as ECMAScript does: its $ is never before a last newline."""
    if isinstance(text, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), text):
        yield ValidationError(pattern)


Validator: type[Any] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"pattern": ends_at_the_end}
)
SCHEMAS = {AssignmentFile: schema.assignment(), ResultFile: schema.result()}


def is_refused(model: type[Closed], data: object) -> bool:
    """Return whether the program refuses the data; the published schema must say the same."""
    published = not Validator(SCHEMAS[model]).is_valid(data)
    try:
        checked(model, data)
    except ValueError:
        assert published, data
        return True
    assert not published, data
    return False


@pytest.mark.parametrize("made", SCHEMAS.values())
def test_the_schemas_are_schemas(made: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(made)


@pytest.mark.parametrize(
    ("learner", "refused"),
    [
        ("Ada", False),
        ("  Zoë\tB. ", False),
        ("山本五十六さん", False),
        ("7", False),
        ("", True),
        ("  ", True),
        ("\u00a0\u2003", True),
        ("A\x1b[31m", True),
        ("A\nB", True),
        ("A\n", True),
        ("\u202egnp.exe", True),
        ("A\u200bB", True),
        ("\U000e0041", True),
        ("x" * 100, False),
        ("x" * 101, True),
    ],
)
def test_the_name_of_a_learner(learner: str, refused: bool) -> None:
    data = json.loads(submission_data.to_text(replace(submission(), learner=learner)))
    assert is_refused(ResultFile, data) is refused


@given(st.text(max_size=12))
def test_any_name(learner: str) -> None:
    data = json.loads(RESULT) | {"learner": learner}
    is_refused(ResultFile, data)


VALUES = JSON.filter(lambda value: "\\ud800" not in json.dumps(value) and ".0" not in repr(value))


@pytest.mark.parametrize(("model", "text"), [(AssignmentFile, ASSIGNMENT), (ResultFile, RESULT)])
@settings(max_examples=300)
@given(choose=st.randoms(use_true_random=False), value=VALUES, remove=st.booleans())
def test_any_value_in_any_place(
    model: type[Closed], text: str, choose: Random, value: object, remove: bool
) -> None:
    is_refused(model, mutated(text, choose, value, remove=remove))
