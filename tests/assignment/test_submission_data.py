"""Result files: what is written is read back; what is wrong is said, with its place."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.assignment.submission_data import (
    LARGEST,
    MOST_QUESTIONS,
    checksum,
    from_bytes,
    to_text,
)
from quiz.model.answer import TypedAnswer
from quiz.model.submission import Reply, folded
from quiz.model.text import first_forbidden

from .build import BEGUN, MARKS, submission

Change = Callable[[dict[str, Any]], object]


def changed(change: Change, *, sealed: bool = True) -> bytes:
    """Return the bytes of a result file that was changed, with a checksum that fits or not."""
    data = json.loads(to_text(submission()))
    change(data)
    if sealed:
        data["checksum"] = checksum(data)
    return json.dumps(data).encode()


def answer(**parts: object) -> Change:
    return lambda data: data["replies"][MARKS[0]].update(answer=parts)


def field(name: str, value: object) -> Change:
    return lambda data: data.update({name: value})


def test_a_submission_is_read_back_as_it_was_written() -> None:
    for one in (submission(), replace(submission(), form=None, way="paper", replies={})):
        assert from_bytes(to_text(one).encode()) == one


def test_a_result_file_is_small_and_in_lines() -> None:
    text = to_text(submission("Zoë"))
    assert '  "learner": "Zoë",\n' in text
    assert text.endswith("}\n")
    assert len(text.encode()) < 500 * len(MARKS)


@given(st.text(), st.text(max_size=30))
def test_whatever_was_typed_comes_back(typed: str, more: str) -> None:
    reply = Reply(answer=TypedAnswer((typed, more)), at=BEGUN)
    one = replace(submission(), replies={MARKS[0]: reply})
    text = to_text(one)
    assert from_bytes(text.encode()) == one
    assert first_forbidden(text) is None


def test_the_order_of_names_is_free_and_a_byte_order_mark_does_no_harm() -> None:
    data = json.loads(to_text(submission()))
    turned = json.dumps(dict(reversed(data.items())))
    assert from_bytes(b"\xef\xbb\xbf" + turned.encode()) == submission()


TABLE: list[tuple[Change, str]] = [
    (lambda data: data.pop("learner"), "learner: missing"),
    (lambda data: data["replies"][MARKS[1]].pop("at"), f"replies.{MARKS[1]}.at: missing"),
    (field("grade", 100), "grade: unknown"),
    (field("learner", 7), "learner: not a text"),
    (field("learner", "  "), "learner: empty"),
    (field("learner", "x" * 101), "learner: longer than 100 characters"),
    (field("learner", "A\x1b[31m"), "learner: holds the hidden character U+001B"),
    (field("learner", "A\nB"), "learner: not as it has to be written"),
    (field("quiz", "../../etc"), "quiz: not as it has to be written"),
    (field("assignment", "0123456789ABCDEF"), "assignment: not as it has to be written"),
    (field("assignment", "0123456789abcdef\n"), "assignment: not as it has to be written"),
    (field("version", True), "version: not a whole number"),
    (field("version", 0), "version: less than 1"),
    (field("looks", -1), "looks: less than 0"),
    (field("form", "during"), "form: not pre or post"),
    (field("way", None), "way: not program or paper"),
    (field("begun", "2026-11-30T09:00:00"), "begun: no date and time with a time zone"),
    (field("begun", "0001-01-01T00:00:00+14:00"), "begun: no date and time with a time zone"),
    (field("ended", "yesterday"), "ended: no date and time with a time zone"),
    (field("asked", []), "asked: too few values: at least 1"),
    (field("asked", [MARKS[0], MARKS[0]]), "asked: the same value twice"),
    (field("asked", [MARKS[0]]), ": this question was not asked"),
    (field("asked", {"0": MARKS[0]}), "asked: not a list"),
    (field("replies", []), "replies: not names and values"),
    (field("replies", {"../x": {}}), "the name replies.../x: not as it has to be written"),
    (
        answer(way="guessed"),
        f"replies.{MARKS[0]}.answer: no way that is known: picked, typed",
    ),
    (answer(way=["picked"]), f"replies.{MARKS[0]}.answer: no way that is known"),
    (answer(way="picked", options=[1, 1]), ".answer.options: the same value twice"),
    (answer(way="picked", options=[1.0]), "no whole number: 1.0"),
    (answer(way="picked", options=["1"]), ".answer.options[0]: not a whole number"),
    (answer(way="picked", options=[10**6]), ".answer.options[0]: 1,000 or more"),
    (answer(way="picked"), ".answer.options: missing"),
    (answer(way="matched", rights=["a"]), ".rights[0]: not a whole number"),
    (answer(way="typed", texts=[]), ".answer.texts: too few values: at least 1"),
    (answer(way="typed", texts=["x" * 20_001]), ".texts[0]: longer than 20,000 characters"),
    (answer(way="typed", texts=["\ud800"]), ".texts[0]: holds half a character"),
    (lambda data: data["replies"][MARKS[0]].update(certainty=4), "certainty: more than 3"),
    (field("schema", 2), "schema: this program reads version 1"),
    (field("format", "quiz assignment"), "this is no quiz result"),
]


@pytest.mark.parametrize(("change", "message"), TABLE, ids=[message for _, message in TABLE])
def test_what_is_wrong_is_said_with_its_place(change: Change, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        from_bytes(changed(change))


def test_damage_is_noticed() -> None:
    with pytest.raises(ValueError, match="checksum: the file is damaged, or was edited"):
        from_bytes(changed(field("learner", "Bob"), sealed=False))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "cut off or damaged"),
        (b"\xff\xfe{}", "no UTF-8 text"),
        (b"[]", "this is no quiz result"),
        (b"null", "this is no quiz result"),
        (b"[" * 100_000, "too deeply"),
        (b'{"a":' * 100_000, "too deeply"),
        (b'{"a": 1, "a": 2}', "the same name stands twice"),
        (b'{"a": ' + b"1" * 5_000 + b"}", "a number is too long"),
        (b'{"a": NaN}', "no whole number: NaN"),
        (b'{"a": 1e999}', "no whole number: 1e999"),
    ],
)
def test_what_is_no_json_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_bytes(data)


@given(st.integers(1, 2_000))
def test_a_file_that_was_cut_off_is_refused(kept: int) -> None:
    data = to_text(submission()).encode()
    with pytest.raises(ValueError, match=r"cut off or damaged|no UTF-8"):
        from_bytes(data[: min(kept, len(data) - 3)])


def test_a_learner_is_the_same_in_other_letters() -> None:
    assert folded(" Zoe\u0308  Ba ") == folded("ZOË BA")
    assert folded("Zoe") != folded("Zoë")


def test_the_largest_result_has_room() -> None:
    assert MOST_QUESTIONS * 300 < LARGEST
