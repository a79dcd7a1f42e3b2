"""Records survive the way through JSON and rows, and nothing else passes for one."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.result import Result, Score
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.store.reading import Unreadable, from_data
from quiz.store.records import AttemptRecord, ResponseRecord, SubmissionRecord
from quiz.store.writing import stamp, to_data, to_row
from tests.store.conftest import START, answered, attempt

WHOLE = replace(
    answered(attempt(path=Path("/quizzes/\udcff.yaml"), form="pre", flagged=(1, 3)), 0, 1),
    ended=START,
    second_goes={"q2": SecondGo.SPELLING},
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


INDEX = st.integers(0, 30)
ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    st.builds(ChoiceAnswer, st.frozensets(INDEX)),
    st.builds(TypedAnswer, st.lists(st.text()).map(tuple)),
    st.builds(OrderAnswer, st.lists(INDEX, unique=True).map(tuple)),
    st.builds(MatchAnswer, st.lists(st.none() | INDEX).map(tuple)),
    st.builds(LocateAnswer, INDEX),
    st.builds(TeachBackAnswer, st.text(), st.frozensets(INDEX)),
)


@given(ANSWERS)
def test_an_answer_survives_json_and_a_row(answer: Answer) -> None:
    record = replace(WHOLE.responses[0], answer=answer)
    assert from_data(ResponseRecord, json.loads(json.dumps(to_data(record)))) == record
    assert from_data(ResponseRecord, to_row(record)) == record


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"way": "guessed"},
        {"way": "picked"},
        {"way": "picked", "options": 3},
        {"way": "picked", "options": ["x"]},
        {"way": "picked", "options": [None]},
        {"way": "picked", "options": [[]]},
        {"way": "ordered", "items": "012"},
        {"way": "matched", "rights": ["x"]},
        {"way": "located", "sentence": "one"},
        {"way": "taught", "text": 1, "checked": []},
        {"way": 1},
    ],
)
def test_other_data_are_no_answer(answer: dict[str, object]) -> None:
    with pytest.raises(Unreadable):
        from_data(ResponseRecord, to_data(WHOLE.responses[0]) | {"answer": answer})


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
        {"second_goes": {"q2": "luck"}},
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
