"""The report as JSON, and its schema."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import ClassReport, report
from quiz.model.quiz import Quiz
from quiz.report.data import schema, to_json

from ..analysis.build import class_of
from ..paper.build import BANK
from .build import hostile, small, twice, whole

VALIDATOR = Draft202012Validator(schema())


def told(made: ClassReport) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(to_json(made))
    VALIDATOR.validate(data)
    return data


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def test_figures_and_answers_are_in_it() -> None:
    data = told(small())
    (form,) = data["forms"]
    assert data["quiz"] == {"id": "rain", "title": "Rain", "version": 1, "language": "en"}
    assert form["learners"][0]["submission"]["learner"] == "Ana"
    assert form["learners"][0]["submission"]["answers"]["s"] is None
    assert form["learners"][0]["submission"]["answers"]["c"]["answer"]["options"] == [0]
    mean = {"learners": 4, "value": 0.4375, "blank": None, "needs": 1}
    assert {**form["mean"], "interval": None} == {**mean, "interval": None}
    assert form["mean"]["interval"] == pytest.approx([0.0566, 0.8184], abs=1e-4)
    few = {"learners": 4, "value": None, "interval": None, "blank": "few", "needs": 10}
    assert form["consistency"] == form["questions"][0]["weight"] == few
    shape = ("median", "deviation", "skewness", "kurtosis")
    assert [round(form[name]["value"], 3) for name in shape] == [0.375, 0.239, 0.855, -1.289]
    assert form["questions"][0]["intended_weight"]["value"] == 50
    assert [form["not_understood"], form["talk_to"]] == [["sh", "c", "s"], ["Ben", "Cleo"]]
    choice = form["questions"][0]
    assert choice["question"]["id"] == "c"
    assert choice["tables"][0]["rows"][1]["count"] == 2
    assert choice["calibration"]["wrong"] == {"1": 1, "2": 0, "3": 1}
    assert data["issues"][2] == {
        "kind": "no-result",
        "source": None,
        "learner": "Zoe Late",
        "form": None,
        "detail": "",
    }


def test_every_report_is_as_its_schema_says(ketamine: Quiz) -> None:
    for made in (whole(ketamine, 12), twice(ketamine, 12), hostile(), report(BANK, [])):
        told(made)
        told(anonymous(made, Random(1)))


@settings(max_examples=15)
@given(st.lists(st.text(max_size=20), max_size=40, unique=True), st.integers(0, 999))
def test_whatever_learners_are_called(names: list[str], seed: int) -> None:
    data = told(report(BANK, class_of(BANK, names, seed)))
    found = {one["submission"]["learner"] for form in data["forms"] for one in form["learners"]}
    assert found == set(names)


def test_it_is_ascii() -> None:
    assert to_json(hostile()).isascii()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("forms", 0, "mean", "value"), "much"),
        (("forms", 0, "median", "needs"), None),
        (("forms", 0, "form"), "third"),
        (("forms", 0, "questions", 0, "question", "kind"), "riddle"),
        (("issues", 0, "kind"), "whim"),
        (("forms", 0, "extra"), 1),
    ],
)
def test_the_schema_refuses_what_is_no_report(path: tuple[str | int, ...], value: object) -> None:
    data = told(small())
    inner: Any = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert not VALIDATOR.is_valid(data)
