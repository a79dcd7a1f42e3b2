"""What a class understood, as JSON: the fields of the report, and the JSON Schema made of them."""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from quiz.analysis.class_report import ClassReport
from quiz.assignment import file
from quiz.model.answer import to_data
from quiz.model.question import KINDS

VERSION = 1
"""The version of the format."""
_OF_QUIZ = ("id", "title", "version", "language")
_OF_QUESTION = ("id", "kind", "topic", "skill", "difficulty", "points", "ask")

Node = dict[str, Any]
"""A JSON Schema, or a part of one."""


class _Whole(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_serialization_defaults_required=True,
    )
    report: ClassReport


def to_json(report: ClassReport) -> str:
    """Return the report as JSON, all in ASCII; `schema` says what stands in it.

    Of the quiz and of each question it says in short which they are; an answer is as in a result
    file.
    """
    data = _Whole.model_construct(report=report).model_dump(mode="json")["report"]
    data["quiz"] = _some(data["quiz"], _OF_QUIZ)
    for form, its in zip(report.forms, data["forms"], strict=True):
        for question in its["questions"]:
            question["question"] = _some(question["question"], _OF_QUESTION)
        for learner, one in zip(form.learners, its["learners"], strict=True):
            for name, marked in learner.submission.answers.items():
                if marked:
                    one["submission"]["answers"][name]["answer"] = to_data(marked.answer)
    whole = {"format": file.REPORT, "schema": VERSION, **data}
    return json.dumps(whole, indent=2, allow_nan=False) + "\n"


def schema() -> Node:
    """Return the JSON Schema (draft 2020-12) of a class report."""
    parts: Node = _Whole.model_json_schema(mode="serialization")["$defs"]
    report = parts.pop("ClassReport")
    parts["Certainty"]["enum"] = [
        str(level) for level in parts["Certainty"]["enum"]
    ]  # they are keys
    parts["Certainty"]["type"] = "string"
    parts["Quiz"] = _object(_some(parts["Quiz"]["properties"], _OF_QUIZ))
    for kind in KINDS.values():
        fields = _some(parts[kind.__name__]["properties"], _OF_QUESTION)
        parts[kind.__name__] = _object(fields)
    head = {"format": {"const": file.REPORT}, "schema": {"const": VERSION}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": report["description"],
        "description": "Shares run from 0 to 1; figures in percent say so.",
        **_object({**head, **report["properties"]}),
        "$defs": {name: parts[name] for name in sorted(_named(report, parts))},
    }


def _some(values: Mapping[str, Any], names: tuple[str, ...]) -> Node:
    return {name: values[name] for name in names}


def _object(properties: Node) -> Node:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _named(node: Node, parts: Node) -> set[str]:
    """Return the names of the parts that a node refers to, directly or through others."""
    names: set[str] = set()
    waiting = [node]
    while waiting:
        found = re.findall(r'"#/\$defs/(\w+)"', json.dumps(waiting.pop()))
        waiting += [parts[name] for name in found if name not in names]
        names.update(found)
    return names
