"""What the data of a file may be: a JSON Schema of few keywords, and the check against it.

One value says both: strangers' files are checked against the schema that is published.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import NoneType
from typing import Any

from quiz.model.text import clean_line, first_forbidden

Node = Mapping[str, Any]
"""A JSON Schema, or a part of one."""

YEARS = range(2000, 3000)
"""The years of a moment: those at the ends of the calendar can't be moved to another time zone."""


def text(longest: int, pattern: str | None = None) -> Node:
    """Return the shape of a text in which no character is hidden."""
    bounds: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": longest}
    return bounds if pattern is None else bounds | {"pattern": pattern}


def line(longest: int) -> Node:
    """Return the shape of a text on one line."""
    return text(longest, r"^[^\n]+$")


def typed(longest: int) -> Node:
    """Return the shape of a text that a learner wrote: it may be empty, and hold anything."""
    return {"type": "string", "maxLength": longest, "format": "as it was typed"}


def whole(least: int, most: int) -> Node:
    """Return the shape of a whole number."""
    return {"type": "integer", "minimum": least, "maximum": most}


def one_of(*values: str) -> Node:
    """Return the shape of a word out of several."""
    return {"type": "string", "enum": list(values)}


def several(item: Node, most: int, least: int = 0, *, unique: bool = False) -> Node:
    """Return the shape of a list."""
    shape = {"type": "array", "items": item, "minItems": least, "maxItems": most}
    return shape | {"uniqueItems": True} if unique else shape


def mapping(key: Node, value: Node, most: int) -> Node:
    """Return the shape of values under names that the file chooses."""
    return {
        "type": "object",
        "propertyNames": key,
        "additionalProperties": value,
        "maxProperties": most,
    }


def fields(required: Mapping[str, Node], optional: Mapping[str, Node] | None = None) -> Node:
    """Return the shape of values under names that are fixed."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def variants(*shapes: Node) -> Node:
    """Return the shape of one of several objects, told apart by the constant of their first key."""
    return {"oneOf": list(shapes)}


TRUTH: Node = {"type": "boolean"}
"""The shape of true and false."""
MOMENT: Node = {"type": "string", "maxLength": 40, "format": "date-time"}
"""The shape of a date and a time with its zone."""

_TYPES = {
    "object": (dict, "names and values"),
    "array": (list, "a list"),
    "string": (str, "a text"),
    "integer": (int, "a whole number"),
    "boolean": (bool, "true or false"),
    "null": (NoneType, "null"),
}


def check(value: object, node: Node, where: str = "") -> None:
    """Look whether data from JSON have a shape.

    Raises:
        ValueError: they don't; the first fault as `where: what`.
    """
    if "oneOf" in node:
        node = _variant(value, node["oneOf"], where)
    _check_type(value, node, where)
    match value:
        case str():
            _check_text(value, node, where)
        case list():
            _check_list(value, node, where)
        case dict():
            _check_object(value, node, where)
        case bool() | None:
            pass
        case int():
            if not node["minimum"] <= value <= node["maximum"]:
                raise _fault(where, f"not from {node['minimum']} to {node['maximum']}")


def _fault(where: str, what: str) -> ValueError:
    return ValueError(f"{where}: {what}" if where else what)


def _inside(where: str, key: str) -> str:
    name = clean_line(key[:64])
    return f"{where}.{name}" if where else name


def _variant(value: object, nodes: Sequence[Node], where: str) -> Node:
    name = next(iter(nodes[0]["properties"]))
    word = value.get(name) if isinstance(value, dict) else None
    known = {node["properties"][name]["const"]: node for node in nodes}
    if not isinstance(word, str) or word not in known:
        raise _fault(where, f"no {name} that is known: {', '.join(known)}")
    return known[word]


def _check_type(value: object, node: Node, where: str) -> None:
    names = node["type"] if isinstance(node["type"], list) else [node["type"]]
    if not any(type(value) is _TYPES[name][0] for name in names):
        raise _fault(where, f"not {' or '.join(_TYPES[name][1] for name in names)}")


def _check_text(value: str, node: Node, where: str) -> None:
    if len(value) > node.get("maxLength", len(value)):
        raise _fault(where, f"longer than {node['maxLength']:,} characters")
    if len(value.strip()) < node.get("minLength", 0):
        raise _fault(where, "empty")
    if "const" in node and value != node["const"]:
        raise _fault(where, f"not “{node['const']}”")
    if "enum" in node and value not in node["enum"]:
        raise _fault(where, f"none of {', '.join(node['enum'])}")
    if "pattern" in node and not re.fullmatch(node["pattern"], value, re.ASCII):
        raise _fault(where, "not as it has to be written")
    match node.get("format"):
        case "date-time":
            _check_moment(value, where)
        case "as it was typed":
            if any("\ud800" <= letter <= "\udfff" for letter in value):
                raise _fault(where, "holds half a character")
        case _ if hidden := first_forbidden(value):
            raise _fault(where, f"holds the hidden character {hidden[1]}")


def _check_moment(value: str, where: str) -> None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or moment.year not in YEARS:
        raise _fault(where, "no date and time with a time zone")


def _check_list(value: list[object], node: Node, where: str) -> None:
    if not node["minItems"] <= len(value) <= node["maxItems"]:
        raise _fault(where, f"not from {node['minItems']} to {node['maxItems']:,} values")
    for index, item in enumerate(value):
        check(item, node["items"], f"{where}[{index}]")
    if node.get("uniqueItems") and len(set(value)) < len(value):
        raise _fault(where, "the same value twice")


def _check_object(value: dict[str, object], node: Node, where: str) -> None:
    known, other = node.get("properties", {}), node["additionalProperties"]
    for name in node.get("required", ()):
        if name not in value:
            raise _fault(_inside(where, name), "missing")
    if len(value) > node.get("maxProperties", len(value)):
        raise _fault(where, f"more than {node['maxProperties']:,} values")
    for name, item in value.items():
        if name not in known and other is False:
            raise _fault(_inside(where, name), "unknown")
        if "propertyNames" in node:
            check(name, node["propertyNames"], f"the name {_inside(where, name)}")
        check(item, known.get(name, other), _inside(where, name))
