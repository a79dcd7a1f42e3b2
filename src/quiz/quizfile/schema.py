"""The JSON Schema of a quiz file, with which an editor completes and checks it.

It says what the types and bounds say. What only the reader sees: what must hold between two
values, such as a quote and the passage (`rules`, `keys` and `quotes`), and how YAML is written.
"""

import inspect
import json
from collections.abc import Callable, Mapping
from typing import Any

from quiz.model.described import descriptions
from quiz.model.question import KINDS, Option
from quiz.quizfile import shape

Node = dict[str, Any]
"""A JSON Schema, or a part of one."""

_KEYWORDS = {
    "pattern": "pattern",
    "max_length": "maxLength",
    "ge": "minimum",
    "le": "maximum",
}
"""How JSON Schema calls the bounds of a pydantic core schema."""


def schema() -> Node:
    """Return the JSON Schema (draft 2020-12) of a quiz file."""
    definitions: dict[str, Node] = {}
    quiz = _object(shape.quiz(), definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A quiz",
        **quiz,
        "$defs": dict(sorted(definitions.items())),
    }


def as_text() -> str:
    """Return the JSON Schema as the text of a file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


_BETWEEN: Mapping[type, Node] = {
    Option: {
        "if": {"properties": {"correct": {"const": True}}, "required": ["correct"]},
        "else": {"properties": {"why": {"type": "string"}}, "required": ["why"]},
    },
}
"""What must hold between the fields of a class: a wrong option says why."""

Core = Mapping[str, Any]
Definitions = dict[str, Node]


def _node(core: Core, definitions: Definitions) -> Node:
    """Return the schema for a pydantic core schema; those of classes go to the definitions."""
    return _NODES[core["type"]](core, definitions)


def _text(core: Core, _: Definitions) -> Node:
    return {"type": "string", "pattern": r"\S"} | _bounds(core)


def _whole_number(core: Core, _: Definitions) -> Node:
    if core.get("ge") == core.get("le") == 1:
        return {"const": 1}
    return {"type": "integer"} | _bounds(core)


def _number(core: Core, _: Definitions) -> Node:
    return {"type": "number"} | _bounds(core)


def _bounds(core: Core) -> Node:
    return {keyword: core[name] for name, keyword in _KEYWORDS.items() if name in core}


def _truth(_core: Core, _: Definitions) -> Node:
    return {"type": "boolean"}


def _literal(core: Core, _: Definitions) -> Node:
    (expected,) = core["expected"]  # no field has one of several
    return {"const": expected}


def _enum(core: Core, _: Definitions) -> Node:
    return {"enum": [member.value for member in core["members"]]}


def _with_default(core: Core, definitions: Definitions) -> Node:
    node, default = _node(core["schema"], definitions), core.get("default")
    return node | {"default": default} if default or default is False else node


def _nullable(core: Core, definitions: Definitions) -> Node:
    return {"anyOf": [_node(core["schema"], definitions), {"type": "null"}]}


def _list(core: Core, definitions: Definitions) -> Node:
    items = _node(core["items_schema"][0], definitions)
    return {"type": "array", "items": items} | _counts(core, "Items")


def _mapping(core: Core, definitions: Definitions) -> Node:
    values, keys = _node(core["values_schema"], definitions), core["keys_schema"]
    node: Node = {"type": "object"} | _counts(core, "Properties")
    if keys["type"] == "literal":
        properties = dict.fromkeys(keys["expected"], values)
        return node | {"properties": properties, "additionalProperties": False}
    return node | {"propertyNames": _node(keys, definitions), "additionalProperties": values}


def _counts(core: Core, things: str) -> Node:
    low, high = core["min_length"], core["max_length"]
    return {f"min{things}": low, f"max{things}": high} if low else {f"max{things}": high}


def _union(core: Core, definitions: Definitions) -> Node:
    nodes = [_node(choice, definitions) for choice in core["choices"]]
    return nodes[0] if nodes[0].get("type") == "number" else {"anyOf": nodes}


def _tagged_union(core: Core, definitions: Definitions) -> Node:
    return {"oneOf": [_node(choice, definitions) for choice in core["choices"].values()]}


def _class(core: Core, definitions: Definitions) -> Node:
    name = core["cls"].__name__
    if name not in definitions:
        definitions[name] = _object(core, definitions)
    return {"$ref": f"#/$defs/{name}"}


_NODES: Mapping[str, Callable[[Core, Definitions], Node]] = {
    "str": _text,
    "int": _whole_number,
    "float": _number,
    "bool": _truth,
    "literal": _literal,
    "enum": _enum,
    "default": _with_default,
    "nullable": _nullable,
    "tuple": _list,
    "dict": _mapping,
    "union": _union,
    "tagged-union": _tagged_union,
    "dataclass": _class,
}


def _object(core: Core, definitions: Definitions) -> Node:
    """Return the schema of a class: its fields with their descriptions, and no other."""
    cls, described = core["cls"], descriptions(core["cls"])
    fields = {field["name"]: field["schema"] for field in core["schema"]["fields"]}
    required = [name for name, shape in fields.items() if shape["type"] != "default"]
    return {
        "description": inspect.getdoc(cls),
        "type": "object",
        "properties": {
            name: {"description": described[name]} | _node(shape, definitions)
            for name, shape in fields.items()
        },
        "required": ["kind", *required] if cls in KINDS.values() else required,
        "additionalProperties": False,
        **_BETWEEN.get(cls, {}),
    }
