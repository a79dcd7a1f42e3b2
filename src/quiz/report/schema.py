"""The JSON Schema of a class report, made of the classes that it is written from."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from enum import Enum, StrEnum
from functools import partial
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from quiz.analysis.report import ClassReport
from quiz.analysis.script import Marked, Script
from quiz.model.answer import WAYS
from quiz.model.described import descriptions, hints
from quiz.model.question import KINDS, Choice, Question
from quiz.model.quiz import Quiz
from quiz.report.data import ABOUT_QUESTION, ABOUT_QUIZ, FORMAT, VERSION

Node = dict[str, Any]
"""A JSON Schema, or a part of one."""


def schema() -> Node:
    """Return the JSON Schema (draft 2020-12) of a class report."""
    definitions: dict[str, Node] = {}
    report = _whole(ClassReport, definitions)
    head: dict[str, Node] = {"format": {"const": FORMAT}, "schema": {"const": VERSION}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What a class understood",
        "description": "Shares run from 0 to 1; figures in percent say so.",
        **_fixed({**head, **report["properties"]}),
        "$defs": dict(sorted(definitions.items())),
    }


def as_text() -> str:
    """Return the JSON Schema as the text of a file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


_SIMPLE: Mapping[object, Node] = {
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    str: {"type": "string"},
    NoneType: {"type": "null"},
}


def _node(kind: Any, definitions: dict[str, Node]) -> Node:  # noqa: ANN401  a type as it is hinted
    """Return the schema of a type; those of classes go to the definitions."""
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if kind == Question:
        return _defined("Question", _question, definitions)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in {Union, UnionType}:
        return {"anyOf": [_node(one, definitions) for one in inner]}
    if origin is frozenset:
        return {"type": "array", "items": _node(inner[0], definitions)}
    if origin is tuple:
        return _sequence(inner, definitions)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(inner, definitions)
    if issubclass(kind, Enum | StrEnum):
        return {"enum": [one.value for one in kind]}
    return _defined(kind.__name__, _CLASSES.get(kind, partial(_whole, kind)), definitions)


Make = Callable[[dict[str, Node]], Node]
"""What makes the schema of a class."""


def _defined(name: str, make: Make, definitions: dict[str, Node]) -> Node:
    if name not in definitions:
        definitions[name] = make(definitions)
    return {"$ref": f"#/$defs/{name}"}


def _sequence(inner: tuple[Any, ...], definitions: dict[str, Node]) -> Node:
    item = {"type": "array", "items": _node(inner[0], definitions)}
    if inner[-1] is Ellipsis:
        return item
    return {**item, "minItems": len(inner), "maxItems": len(inner)}


def _mapping(inner: tuple[Any, ...], definitions: dict[str, Node]) -> Node:
    key, value = inner
    names: Node = {"type": "string"}
    if issubclass(key, Enum | StrEnum):
        names = {"enum": [str(one.value) for one in key]}
    return {
        "type": "object",
        "propertyNames": names,
        "additionalProperties": _node(value, definitions),
    }


def _whole(kind: type, definitions: dict[str, Node]) -> Node:
    return _object(kind, [field.name for field in fields(kind)], definitions)


def _quiz(definitions: dict[str, Node]) -> Node:
    return _object(Quiz, ABOUT_QUIZ, definitions)


def _question(definitions: dict[str, Node]) -> Node:
    made = _object(Choice, ABOUT_QUESTION, definitions)
    kind = {"enum": list(KINDS), "description": "The name of its kind."}
    return made | {"properties": made["properties"] | {"kind": kind}}


def _script(definitions: dict[str, Node]) -> Node:
    answers = {
        "type": "object",
        "additionalProperties": {"anyOf": [_node(Marked, definitions), {"type": "null"}]},
        "description": _said(descriptions(Script)["marked"]),
    }
    learner = {"type": "string", "description": descriptions(Script)["learner"]}
    return _fixed({"learner": learner, "answers": answers})


def _marked(definitions: dict[str, Node]) -> Node:
    made = _object(Marked, ("fraction", "certainty"), definitions)["properties"]
    ways = [_way(way, answer, definitions) for way, answer in WAYS.items()]
    answer = {"anyOf": ways, "description": descriptions(Marked)["answer"]}
    return _fixed({"answer": answer, **made})


def _way(way: str, answer: type, definitions: dict[str, Node]) -> Node:
    made = _whole(answer, definitions)
    return _fixed({"way": {"const": way}, **made["properties"]})


_CLASSES: Mapping[type, Make] = {Quiz: _quiz, Script: _script, Marked: _marked}
"""What makes the schema of the classes that are not told whole."""


def _object(kind: type, names: Iterable[str], definitions: dict[str, Node]) -> Node:
    """Return the schema of a class of which these fields are told."""
    kinds, said = hints(kind), descriptions(kind)
    nodes = {name: _node(kinds[name], definitions) for name in names}
    return _fixed({name: node | {"description": _said(said[name])} for name, node in nodes.items()})


def _said(text: str) -> str:
    """Return what stands under a field, in the words of JSON."""
    return " ".join(text.split()).replace("None", "null")


def _fixed(properties: Mapping[str, Node]) -> Node:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
