"""The JSON Schema and the reader say the same of every file, but for what only the reader sees."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from pydantic import ValidationError

from quiz.check.finishing import lacking
from quiz.model.problem import ValuePath
from quiz.model.question import KINDS, Question, Statement
from quiz.quizfile.document import Plain
from quiz.quizfile.parsing import parse
from quiz.quizfile.schema import QUESTION, QUIZ, json_schema

TOP = Path(__file__).parents[2]
KETAMINE = TOP / "questions" / "ketamine.yaml"
GOOD = sorted((TOP / "tests" / "quizzes" / "good").glob("*.yaml"))
BROKEN = sorted((TOP / "tests" / "quizzes" / "broken").glob("*.yaml"))

ONLY_THE_READER_SEES = {
    # between two values
    "form-with-a-group": "two questions of one group in a form",
    "forms": "ids that no question has",
    "lost-quotes": "quotes that are not in the passage",
    "no-option-right": "how many options are right",
    "same-options": "a text that stands twice",
    "two-options-right": "how many options are right",
    "unknown-claims": "a claim that is not listed",
    "unknown-topic": "a topic that is not listed",
}
"""Broken files that are sound to the schema, with the fault that it can't say."""

HOW_YAML_IS_WRITTEN = {
    "anchor-and-alias",
    "directive",
    "escaped-hidden-characters",
    "hidden-characters",
    "keys-that-are-no-text",
    "merge-key",
    "same-key-twice",
    "tags",
}
"""Broken files whose data would be sound, or other than they are written."""


@cache
def validator() -> Validator:
    return Draft202012Validator(json_schema())


def sound(data: Plain) -> bool:
    """Return whether the JSON Schema takes the data."""
    return bool(validator().is_valid(data))


def test_the_file_is_the_schema() -> None:
    file = (TOP / "questions" / "quiz.schema.json").read_text()
    assert json.loads(file) == json_schema(), (
        "write it anew: quiz schema > questions/quiz.schema.json"
    )
    Draft202012Validator.check_schema(json_schema())


def test_the_shipped_quiz_points_to_it() -> None:
    first = KETAMINE.read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=quiz.schema.json"


def objects(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "additionalProperties" in node and "required" in node:
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


def test_every_field_is_described_and_no_other_allowed() -> None:
    found = list(objects(json_schema()))
    assert len(found) == len(KINDS) + 11
    for node in found:
        assert node["description"]
        assert node["additionalProperties"] is False
        for name, field in node["properties"].items():
            assert field.get("description"), name


def test_kinds_are_told_apart_by_their_name() -> None:
    schema = json_schema()
    for kind, cls in KINDS.items():
        node = schema["$defs"][cls.__name__]
        assert node["properties"]["kind"]["const"] == kind
        assert "kind" in node["required"]
    refs = [choice["$ref"] for choice in schema["properties"]["questions"]["items"]["anyOf"]]
    assert refs == [f"#/$defs/{cls.__name__}" for cls in KINDS.values()]


@pytest.mark.parametrize("path", [*GOOD, KETAMINE], ids=lambda path: path.stem)
def test_good_files_are_sound(path: Path) -> None:
    errors = [error.message for error in validator().iter_errors(parse(path.read_text()).data)]
    assert errors == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_structure_is_refused(path: Path) -> None:
    document = parse(path.read_text())
    if not document.whole or path.stem in HOW_YAML_IS_WRITTEN:
        assert document.problems or path.stem == "hidden-characters"
    else:
        assert sound(document.data) == (path.stem in ONLY_THE_READER_SEES)


def made(data: Plain) -> bool:
    """Return whether the reader's types take the data, and what is no draft is finished."""
    try:
        if isinstance(data, dict) and isinstance(items := data.get("questions"), list):
            data = {**data, "questions": [*map(QUESTION.validate_python, items)]}  # type: ignore[list-item]
        quiz = QUIZ.validate_python(data)
    except ValidationError:
        return False
    if quiz is None:
        return False
    finished = [question for question in quiz.questions if question not in quiz.drafts]
    return quiz.draft or bool(quiz.topics and quiz.passage.text and all(map(whole, finished)))


def whole(question: Question) -> bool:
    """Return whether a question lacks nothing that the JSON Schema asks for."""
    if isinstance(question, Statement) and len(question.why) < 2:
        return False
    return not any(fault.path[0] not in ("evidence", "why") for fault in lacking(question))


def paths(data: Plain, at: ValuePath = ()) -> Iterator[ValuePath]:
    yield at
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*at, key))
    if isinstance(data, list):
        for index, value in enumerate(data):
            yield from paths(value, (*at, index))


def with_value(data: Plain, path: ValuePath, value: Plain) -> Plain:
    """Return the data with another value at a path."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(data, dict):
        return {**data, str(first): with_value(data.get(str(first)), rest, value)}
    assert isinstance(data, list)
    items = [*data]
    items[int(first)] = with_value(items[int(first)], rest, value)
    return items


def without(data: Plain, path: ValuePath) -> Plain:
    """Return the data without what is at a path."""
    if not path:
        return {}
    *outer, last = path
    inside = data
    for step in outer:
        inside = inside[step]  # type: ignore[index]  # a path of these data
    if isinstance(inside, dict):
        return with_value(data, tuple(outer), {k: v for k, v in inside.items() if k != last})
    assert isinstance(inside, list)
    rest = [item for index, item in enumerate(inside) if index != last]
    return with_value(data, tuple(outer), rest)


QUIZZES = {file.stem: parse(file.read_text()).data for file in GOOD}
PLACES = st.sampled_from([(name, path) for name, data in QUIZZES.items() for path in paths(data)])
KEYS = sorted(key for node in objects(json_schema()) for key in node["properties"])
WORDS = ["", " ", "a", "A b", "C_1", "-a", "x" * 65, "x" * 201, "x" * 2_001, "true", "not stated"]
WORDS += ["easy", "access", "misread", "ok", "choice", "teach-back", "2026-13", "en-GB", "e"]
SCALARS: st.SearchStrategy[Plain] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 102),
    st.sampled_from([-0.5, 0.5, 1e9]),
    st.sampled_from(WORDS),
    st.text(st.sampled_from("abZ01-_. é中\t"), max_size=5),
)
VALUES: st.SearchStrategy[Plain] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=11),
        st.dictionaries(st.sampled_from(KEYS) | st.sampled_from(WORDS), inner, max_size=4),
    ),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(PLACES, VALUES)
def test_any_value_in_any_place_is_the_same_to_both(
    place: tuple[str, ValuePath], value: Plain
) -> None:
    name, path = place
    data = with_value(QUIZZES[name], path, value)
    assert sound(data) == made(data)


@pytest.mark.parametrize("name", QUIZZES)
def test_anything_missing_is_the_same_to_both(name: str) -> None:
    for path in paths(QUIZZES[name]):
        data = without(QUIZZES[name], path)
        assert sound(data) == made(data), path


@pytest.mark.parametrize("name", QUIZZES)
def test_anything_unknown_is_refused_by_both(name: str) -> None:
    named = ("topics", "claims", "waive", "why")
    for path in paths(QUIZZES[name]):
        data = (
            with_value(QUIZZES[name], (*path, "colour"), "blue") if is_mapping(name, path) else None
        )
        if data is not None and not set(path[-1:]) & set(named):
            assert not sound(data)
            assert not made(data)


def is_mapping(name: str, path: ValuePath) -> bool:
    inside = QUIZZES[name]
    for step in path:
        inside = inside[step]  # type: ignore[index]  # a path of these data
    return isinstance(inside, dict)
