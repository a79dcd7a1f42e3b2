"""What pydantic makes of the model: the types that the reader goes by, and the JSON Schema.

They say what types, lengths and ranges say. What only the reader sees: what must hold between two
values, such as a quote and the passage (`rules`, `keys` and `quotes`), and how YAML is written.
"""

import json
from functools import cache
from typing import Annotated, Any, get_type_hints

from pydantic import ConfigDict, Discriminator, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import DictSchema

from quiz.check.finishing import OF_EVERY_QUESTION
from quiz.model.question import KINDS, Common, Question
from quiz.model.quiz import Quiz
from quiz.model.text import VISIBLE

_CONFIG = ConfigDict(extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)
# A union, as pydantic takes no configuration beside a dataclass alone, and would keep it there.
QUIZ: TypeAdapter[Quiz | None] = TypeAdapter(Quiz | None, config=_CONFIG)
QUESTION: TypeAdapter[Question] = TypeAdapter(
    Annotated[Question, Discriminator("kind")], config=_CONFIG
)


@cache
def part(name: str) -> TypeAdapter[Any]:
    """Return what reads one part of a quiz."""
    kind = get_type_hints(Quiz, include_extras=True)[name]
    return TypeAdapter(kind | None, config=_CONFIG)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a quiz file."""
    described = ConfigDict(**_CONFIG, use_attribute_docstrings=True)  # they take long to find
    both: TypeAdapter[Any] = TypeAdapter(Quiz | Common, config=described)
    parts = both.json_schema(schema_generator=_Generator)["$defs"]
    schema, common = parts.pop("Quiz"), parts.pop("Common")["properties"]
    for kind in KINDS.values():
        node = parts[kind.__name__]
        node["required"].insert(0, "kind")
        for name, field in common.items():  # pydantic describes no field of a parent
            node["properties"][name]["description"] = field["description"]
    finished = {"Finished": _finished(), "Explained": _EXPLAINED}
    whole = json.dumps({**schema, "title": "A quiz", **_FINISHED, "$defs": parts | finished})
    made: dict[str, Any] = json.loads(whole, object_hook=_by_name)
    made["$defs"]["Visible"] = {"type": "string", "pattern": VISIBLE}
    return {"$schema": _Generator.schema_dialect, **made}


_EXPLAINED = {"required": ["why"], "properties": {"why": {"type": "string"}}}
_DRAFT = {"required": ["draft"], "properties": {"draft": {"const": True}}}
_FINISHED = {
    "if": _DRAFT,
    "else": {
        "required": ["topics"],
        "properties": {
            "passage": {"required": ["text"]},
            "questions": {"items": {"if": _DRAFT, "else": {"$ref": "#/$defs/Finished"}}},
        },
    },
}
"""What a quiz has that is no draft."""


def _finished() -> dict[str, Any]:
    """Return what a question has that is no draft."""
    explained = {"$ref": "#/$defs/Explained"}
    right = {"required": ["correct"], "properties": {"correct": {"const": True}}}
    rejected = {"reject": {"items": explained}}
    return {
        "required": [*OF_EVERY_QUESTION],
        "properties": {
            "options": {"items": {"if": right, "else": explained}},
            **rejected,
            "blanks": {"items": {"properties": rejected}},
            "words": {"items": explained},
            "spare": {"type": "object", **explained},
            "skill": {"type": "string"},
            "why": {"minProperties": 2},
        },
        "allOf": [
            {"if": {"properties": {"kind": {"const": kind}}}, "then": {"required": [key]}}
            for kind, cls in KINDS.items()
            for key in _OF_KINDS.intersection(cls.__dataclass_fields__)
        ],
    }


_OF_KINDS = frozenset({"checklist", "spare", "why"})
"""Keys that every finished question has whose kind knows them."""


def _by_name(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node in which the pattern of visible text stands by its name: it is long."""
    if node.get("pattern") != VISIBLE:
        return node
    del node["pattern"]
    return node | {"allOf": [{"$ref": "#/$defs/Visible"}]}


class _Generator(GenerateJsonSchema):
    """Without titles that repeat names; a key that does not match is none."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def dict_schema(self, schema: DictSchema) -> dict[str, Any]:
        node = super().dict_schema(schema)
        if by_pattern := node.pop("patternProperties", None):
            (node["additionalProperties"],) = by_pattern.values()
            node["propertyNames"] = self.generate_inner(schema["keys_schema"])
        return node
