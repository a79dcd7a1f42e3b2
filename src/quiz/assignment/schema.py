"""The JSON Schemas of the files of a class, in the words of the model."""

import json
from collections.abc import Mapping
from typing import Any

from quiz.assignment import file
from quiz.assignment.assignment_data import ASSIGNMENT
from quiz.assignment.shape import Node
from quiz.assignment.submission_data import SUBMISSION
from quiz.model.answer import WAYS
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.described import descriptions
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion
from quiz.model.submission import Reply, Submission

_CHECKSUM = "The first 16 hex digits of the SHA-256 of all but format, schema and itself."
_INSIDE: Mapping[type, Mapping[str, type]] = {
    Assignment: {"terms": AssignmentSettings, "passage": Passage, "questions": PublicQuestion},
    Submission: {"replies": Reply},
}
"""What stands inside the fields of a class."""


def assignment() -> Node:
    """Return the JSON Schema (draft 2020-12) of the file of an assignment."""
    return _file(file.ASSIGNMENT, ASSIGNMENT, Assignment)


def result() -> Node:
    """Return the JSON Schema (draft 2020-12) of a result file."""
    schema = _file(file.RESULT, SUBMISSION, Submission)
    schema["properties"]["checksum"]["description"] = _CHECKSUM
    return schema


def as_text(schema: Node) -> str:
    """Return a JSON Schema as the text of a file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _file(name: str, shape: Node, cls: type) -> dict[str, Any]:
    inside = _object(shape, cls)
    head = {
        "format": {"description": "What the file is.", "type": "string", "const": name},
        "schema": {"description": "The version of this format.", "type": "integer", "const": 1},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A {name}",
        "description": (cls.__doc__ or "").strip(),
        **inside,
        "properties": head | inside["properties"],
        "required": [*head, *inside["required"]],
    }


def _object(shape: Node, cls: type) -> dict[str, Any]:
    """Return the shape of an object with what the class says of its fields."""
    says = descriptions(cls)
    return {
        **shape,
        "properties": {
            name: {"description": says.get(name, ""), **_field(node, name, cls)}
            for name, node in shape["properties"].items()
        },
    }


def _field(node: Node, name: str, cls: type) -> Node:
    inside = _INSIDE.get(cls, {}).get(name)
    if name == "answer":
        return {"oneOf": [_answer(one) for one in node["oneOf"]]}
    if inside is Reply:
        return {**node, "additionalProperties": _object(node["additionalProperties"], Reply)}
    if inside is PublicQuestion:
        return {
            **node,
            "items": {"oneOf": [_object(one, PublicQuestion) for one in node["items"]["oneOf"]]},
        }
    return _object(node, inside) if inside else node


def _answer(node: Node) -> Node:
    made = _object(node, WAYS[node["properties"]["way"]["const"]])
    made["properties"]["way"]["description"] = "How it was answered."
    return made
