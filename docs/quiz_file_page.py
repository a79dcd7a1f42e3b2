"""The page of every field of a quiz file, in Markdown, from the schema."""

from collections.abc import Iterable, Mapping
from typing import Any

from quiz.check.finishing import OF_EVERY_QUESTION
from quiz.model.question import KINDS
from quiz.quizfile.schema import json_schema

Node = Mapping[str, Any]

_COMMON = "In every question"
_BUT_IN_A_DRAFT = {
    "The quiz": {"topics"},
    _COMMON: {*OF_EVERY_QUESTION},
    "kind: statement": {"why"},
    "kind: match": {"spare"},
    "kind: teach-back": {"checklist"},
    "Passage": {"text"},
    "Rejected": {"why"},
    "Tempting": {"why"},
}
"""What must be there unless it is in a draft, by the title of its table."""


def page() -> str:
    """Return the whole page."""
    whole = _inlined(json_schema())
    parts: Mapping[str, Node] = whole["$defs"]
    kinds = {kind: parts[made.__name__] for kind, made in KINDS.items()}
    shared = _shared(list(kinds.values()))
    lines = ["# The quiz file", "", "One file is one quiz, written in YAML.", ""]
    lines += [*fields("The quiz", whole, {}), *_common(kinds["choice"], shared)]
    for kind, node in kinds.items():
        lines += fields(f"kind: {kind}", node, shared)
    lines += ["# What stands inside them", ""]
    made = {type_.__name__ for type_ in KINDS.values()}
    for name, node in parts.items():
        if name not in made and node.get("type") == "object":
            lines += fields(name, node, {})
    return "\n".join(lines).rstrip() + "\n"


def _inlined(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema in which the values of an enumeration stand where it is referred to."""
    enums = {f"#/$defs/{name}": node for name, node in schema["$defs"].items() if "enum" in node}

    def inline(node: object) -> object:
        if isinstance(node, list):
            return [inline(one) for one in node]
        if not isinstance(node, dict):
            return node
        inside = {key: inline(one) for key, one in node.items()}
        return {**enums.get(inside.get("$ref"), {}), **inside}

    return {key: inline(node) for key, node in schema.items()}


def _shared(nodes: list[Node]) -> dict[str, Node]:
    """Return the fields that all kinds have in the same words."""
    first, *rest = (node["properties"] for node in nodes)
    return {
        name: node
        for name, node in first.items()
        if all(other.get(name, {}).get("description") == node["description"] for other in rest)
    }


def _common(node: Node, shared: Mapping[str, Node]) -> Iterable[str]:
    required = [name for name in node["required"] if name in shared]
    yield from fields(_COMMON, {"properties": shared, "required": required}, {})


def fields(title: str, node: Node, left_out: Mapping[str, Node]) -> Iterable[str]:
    """Yield the lines of a table of all fields of a node but some, under a title."""
    yield from (f"## {title}", "")
    if "description" in node:
        yield from (node["description"], "")
    if left_out:
        yield from (f"Besides what stands {_COMMON[0].lower()}{_COMMON[1:]}:", "")
    yield from ("| field | what it holds | |", "|---|---|---|")
    for name, field in node["properties"].items():
        if name not in left_out:
            says = " ".join(field["description"].split())
            finished = name in _BUT_IN_A_DRAFT.get(title, ())
            remark = "required, but in a draft" if finished else _remark(name, field, node)
            yield f"| `{name}` | {says} | {remark} |"
    yield ""


def _remark(name: str, field: Node, node: Node) -> str:
    """Return the values of a field, and whether it must be there."""
    values = _values(field)
    required = name in node.get("required", ())
    remarks = ["required"] if required else []
    if values:
        remarks.append(f"one of {', '.join(values)}")
    if field.get("default") not in (None, []) and not required:
        remarks.append(f"else {str(field['default']).lower()}")
    return "; ".join(remarks)


def _values(field: Node) -> tuple[str, ...]:
    for node in (field, *field.get("anyOf", ())):
        if "enum" in node:
            return tuple(str(value).lower() for value in node["enum"])
    return ()
