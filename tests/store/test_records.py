"""Records survive the way through JSON, and nothing else passes for one."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from quiz.store.purpose import Purpose
from quiz.store.records import (
    Ended,
    Moved,
    Record,
    Replanned,
    from_data,
    moment,
    stamp,
    to_data,
)
from tests.store.conftest import START, Answer, Begin


def test_every_kind_of_record_survives_json(begin: Begin, answer: Answer) -> None:
    records: list[Record] = [
        begin(path="/quizzes/rivers.yaml", form="pre"),
        answer(certainty=3),
        Moved("s1", 4, (1, 3), 2),
        Replanned("s1", begin().plan[:2]),
        Ended("s1", "rivers", Purpose.FIRST, START, {"total": {"points": 1.5}}),
    ]
    for record in records:
        assert from_data(json.loads(json.dumps(to_data(record)))) == record


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"what": "wish"},
        {"what": "moved"},
        {"what": "moved", "attempt": "s", "place": 0, "flagged": 3, "looks": 0},
        {"what": "ended", "attempt": "s", "at": "yesterday"},
        {"what": "answered", "at": 5},
    ],
)
def test_other_data_are_no_record(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"no record|Invalid isoformat"):
        from_data(data)


@pytest.mark.parametrize(
    "changed",
    [
        {"fraction": 0.5},
        {"answer": {"way": "picked", "options": [1]}},
        {"question": "q1"},
        {"certainty": 1},
        {"at": START + timedelta(microseconds=1)},
        {"purpose": Purpose.AGAIN},
    ],
)
def test_a_seal_is_of_everything(answer: Answer, changed: dict[str, Any]) -> None:
    assert replace(answer(), **changed).seal != answer().seal


def test_times_are_utc_and_sort_as_text() -> None:
    far = timezone(timedelta(hours=9))
    early = datetime(2026, 1, 1, 8, tzinfo=far)
    late = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
    assert stamp(early) < stamp(late)
    assert moment(stamp(early)) == early
    assert stamp(early).endswith("+00:00")
