"""The file of what was graded over: what is written is read back; what is wrong is said."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quiz.assignment import schema
from quiz.assignment.regrading_data import from_bytes, to_text
from quiz.model.regrading import MOST, Credit, Regrade

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
ONE = Regrade(
    quiz="rain",
    question="0123456789abcdef",
    blank=2,
    answer="snow",
    points=Credit.HALF,
    at=NOON,
)
Change = Callable[[dict[str, Any]], object]


def entry(**fields: object) -> Change:
    return lambda data: data["answers"][0].update(fields)


def without(name: str) -> Change:
    return lambda data: data["answers"][0].pop(name)


def field(**fields: object) -> Change:
    return lambda data: data.update(fields)


@given(st.text(min_size=1))
def test_it_is_read_back_as_it_was_written(answer: str) -> None:
    some = (ONE, replace(ONE, answer=answer, points=Credit.FULL, blank=1))
    data = to_text(some)
    assert from_bytes(data.encode()) == some
    assert Draft202012Validator(schema.regrading()).is_valid(json.loads(data))


MISTAKES: list[tuple[Change, str]] = [
    (entry(points="double"), "answers[0].points: not full, half or none"),
    (entry(points=1), "answers[0].points: not full, half or none"),
    (entry(blank=0), "answers[0].blank: less than 1"),
    (entry(blank=21), "answers[0].blank: more than 20"),
    (entry(blank=True), "answers[0].blank: not a whole number"),
    (entry(answer=""), "answers[0].answer: empty"),
    (entry(answer="\ud800"), "answers[0].answer: holds half a character"),
    (entry(answer="a" * 20_001), "answers[0].answer: longer than 20,000 characters"),
    (entry(answer=None), "answers[0].answer: not a text"),
    (entry(question="sh"), "answers[0].question: not as it has to be written"),
    (entry(at="2026-11-30"), "answers[0].at: no date and time with a time zone"),
    (entry(learner="Ana"), "answers[0].learner: unknown"),
    (without("points"), "answers[0].points: missing"),
    (field(answers={}), "answers: not a list"),
    (field(answers=[1]), "answers[0]: not names and values"),
    (field(more=1), "more: unknown"),
    (field(schema=2), "schema: this program reads version 1"),
    (field(format="quiz result"), "this is no quiz regrading"),
    (lambda data: data.update(answers=data["answers"] * (MOST + 1)), "answers: too many values"),
]


@pytest.mark.parametrize(("change", "said"), MISTAKES)
def test_what_is_wrong_is_said_with_its_place(change: Change, said: str) -> None:
    data = json.loads(to_text([ONE]))
    change(data)
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        from_bytes(json.dumps(data).encode())


BYTES = [
    (b"", "line 1, column 1: the file is cut off or damaged"),
    (b"\xff", "this is no UTF-8 text"),
    (b"[" * 100_000, "lists stand in lists too deeply"),
    (b'{"format": 1, "format": 2}', "the same name stands twice in one place"),
    (b'{"format": ' + b"9" * 5_000 + b"}", "a number is too long"),
]


@pytest.mark.parametrize(("data", "said"), BYTES, ids=[said for _, said in BYTES])
def test_what_is_no_such_file_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        from_bytes(data)
