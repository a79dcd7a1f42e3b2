"""Records survive the way through JSON and rows, and nothing else passes for one."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from quiz.engine.result import Result, Score
from quiz.store.coding import Unreadable, from_data, stamp, to_data, to_row
from quiz.store.records import AttemptRecord, SubmissionRecord
from tests.store.conftest import START, answered, attempt

WHOLE = replace(
    answered(attempt(path=Path("/quizzes/\udcff.yaml"), form="pre", flagged=(1, 3)), 0, 1),
    ended=START,
    result=Result(Score(points=1.5, possible=2), {"one": Score(points=0.5)}, {}, {}),
    submission=SubmissionRecord(attempt="s1", stem="a", text="{}", folder=Path("/results")),
)


def test_an_attempt_survives_json_and_a_row() -> None:
    assert from_data(AttemptRecord, json.loads(json.dumps(to_data(WHOLE)))) == WHOLE
    assert from_data(AttemptRecord, to_row(WHOLE)) == WHOLE


def test_a_field_that_is_not_known_is_passed_over() -> None:
    data = to_data(WHOLE)
    data["mood"] = "good"
    data["responses"][0]["mood"] = "good"
    assert from_data(AttemptRecord, data) == WHOLE


def test_a_field_that_may_be_left_out_is_as_it_comes() -> None:
    data = to_data(WHOLE)
    del data["submission"], data["responses"][0]["number"]
    assert from_data(AttemptRecord, data) == replace(WHOLE, submission=None)


@pytest.mark.parametrize(
    "changed",
    [
        {"quiz": None},
        {"version": "one"},
        {"certainty": "yes"},
        {"begun": "yesterday"},
        {"begun": 5},
        {"purpose": "fun"},
        {"flagged": 3},
        {"flagged": "["},
        {"plan": "[" * 100_000},
        {"plan": [{"question": "q0"}]},
        {"responses": [{}]},
        {"result": {"total": []}},
    ],
)
def test_other_data_are_no_record(changed: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        from_data(AttemptRecord, to_data(WHOLE) | changed)


def test_a_record_that_lacks_a_field_is_none() -> None:
    data = to_data(WHOLE)
    del data["mode"], data["plan"]
    with pytest.raises(Unreadable, match=r"there is no (mode, plan|plan, mode)"):
        from_data(AttemptRecord, data)


def test_times_are_utc_and_sort_as_text() -> None:
    far = timezone(timedelta(hours=9))
    early = datetime(2026, 1, 1, 8, tzinfo=far)
    late = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
    assert stamp(early) < stamp(late)
    assert datetime.fromisoformat(stamp(early)) == early
    assert stamp(early).endswith("+00:00")
