"""The model's dataclasses as pydantic core schemas: what both reader and JSON Schema go by.

They are built from the fields and from `bounds`. pydantic's TypeAdapter would build them too, but
importing it and adapting the classes takes longer than reading a quiz does.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic_core import CoreSchema, SchemaValidator
from pydantic_core import core_schema as core

from quiz.model.described import hints
from quiz.model.question import KINDS
from quiz.model.quiz import Quiz
from quiz.quizfile import bounds


@cache
def validator(kind: str) -> SchemaValidator:
    """Return what makes a question of that kind from plain data."""
    return SchemaValidator(dataclass(KINDS[kind]))


@cache
def frame_validator() -> SchemaValidator:
    """Return what makes a quiz from plain data, and leaves its questions as they are."""
    questions = _tuple(core.any_schema(), "Quiz.questions")
    return SchemaValidator(_dataclass(Quiz, {"questions": questions}))


@cache
def field_validator(name: str) -> SchemaValidator:
    """Return what makes the value of one field of a quiz from plain data."""
    return SchemaValidator(_shape(hints(Quiz)[name], f"Quiz.{name}"))


def quiz() -> CoreSchema:
    """Return the schema of a whole quiz."""
    return dataclass(Quiz)


def dataclass(cls: type) -> CoreSchema:
    """Return the schema of one of the model's classes."""
    return _dataclass(cls, {})


def _dataclass(cls: type, instead: Mapping[str, CoreSchema]) -> CoreSchema:
    kinds = hints(cls)
    shapes = {
        item.name: instead.get(item.name) or _shape(kinds[item.name], owned(cls, item.name))
        for item in fields(cls)
    }
    arguments = [
        core.dataclass_field(item.name, _default(item, shapes[item.name])) for item in fields(cls)
    ]
    return core.dataclass_schema(
        cls,
        core.dataclass_args_schema(cls.__name__, arguments),
        list(shapes),
        post_init=hasattr(cls, "__post_init__"),
        slots=True,
        strict=False,  # else only an instance of the class will do
        config=core.CoreConfig(extra_fields_behavior="forbid", strict=True),
    )


def owned(cls: type, name: str) -> str:
    """Return the field as `Class.field`, after the class that declares it."""
    owner = next(
        parent for parent in cls.__mro__ if name in vars(parent).get("__annotations__", ())
    )
    return f"{owner.__name__}.{name}"


def _default(item: Field[Any], shape: CoreSchema) -> CoreSchema:
    if item.default_factory is not MISSING:
        return core.with_default_schema(shape, default_factory=item.default_factory)
    if item.default is not MISSING:
        return core.with_default_schema(shape, default=item.default)
    return shape


def _shape(kind: type | UnionType, name: str) -> CoreSchema:
    """Return the schema of a field's annotation."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _literal(arguments)
    if origin in (UnionType, Union):
        return _union(arguments, name)
    if origin in (tuple, Sequence):
        return _tuple(_shape(arguments[0], name), name)
    if origin is Mapping:
        return _mapping(arguments, name)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return core.enum_schema(kind, list(kind), sub_type="str", strict=False)
    if isinstance(kind, type) and kind not in _PLAIN:
        return dataclass(kind)
    return _PLAIN[kind](name)


def _literal(values: tuple[Any, ...]) -> CoreSchema:
    if values == (1,):
        return core.int_schema(ge=1, le=1)  # a literal would take 1.0 and true for 1
    return core.literal_schema(list(values))


def _text(name: str) -> CoreSchema:
    bound = bounds.TEXTS.get(name, bounds.TEXT)
    return core.str_schema(min_length=1, strip_whitespace="pattern" not in bound, **bound)


def _whole_number(name: str) -> CoreSchema:
    return core.int_schema(**bounds.NUMBERS.get(name, {}))


def _number(name: str) -> CoreSchema:
    return core.float_schema(allow_inf_nan=False, **bounds.NUMBERS.get(name, {}))


_PLAIN: Mapping[object, Callable[[str], CoreSchema]] = {
    str: _text,
    bool: lambda _: core.bool_schema(),
    int: _whole_number,
    float: _number,
}


def _tuple(item: CoreSchema, name: str) -> CoreSchema:
    low, high = bounds.COUNTS.get(name, bounds.COUNT)
    return core.tuple_schema([item], variadic_item_index=0, min_length=low, max_length=high)


def _mapping(kinds: tuple[Any, ...], name: str) -> CoreSchema:
    low, high = bounds.COUNTS.get(name, bounds.COUNT)
    key = _shape(kinds[0], name)
    if key["type"] == "str":
        key = core.str_schema(min_length=1, **bounds.KEYS.get(name, bounds.KEY))
    return core.dict_schema(key, _shape(kinds[1], name), min_length=low, max_length=high)


def _union(kinds: tuple[Any, ...], name: str) -> CoreSchema:
    if NoneType in kinds:
        (rest,) = (kind for kind in kinds if kind is not NoneType)
        return core.nullable_schema(_shape(rest, name))
    if kinds == tuple(KINDS.values()):
        choices = {kind: dataclass(cls) for kind, cls in KINDS.items()}
        return core.tagged_union_schema(choices, "kind")
    shapes = [_shape(kind, name) for kind in kinds]
    if [shape["type"] for shape in shapes] == ["str", "tuple"]:
        return core.tagged_union_schema(
            dict(zip(("text", "list"), shapes, strict=True)), _one_or_many
        )
    return core.union_schema([*reversed(shapes)])


def _one_or_many(value: object) -> str:
    return "list" if isinstance(value, tuple) else "text"
