"""What is wrong with a file of a class, in words: the first fault, with its place."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from quiz.model.text import INNER_FOLDER, clean_line, first_forbidden, without_joiners

_SAID = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "string_type": "not a text",
    "string_unicode": "holds half a character",
    "string_too_short": "empty",
    "string_too_long": "longer than {max_length:,} characters",
    "int_type": "not a whole number",
    "bool_type": "not true or false",
    "tuple_type": "not a list",
    "dict_type": "not names and values",
    "model_type": "not names and values",
    "model_attributes_type": "not names and values",
    "literal_error": "not {expected}",
    "enum": "not {expected}",
    "greater_than_equal": "less than {ge}",
    "less_than_equal": "more than {le:,}",
    "less_than": "{lt:,} or more",
    "too_short": "too few values: at least {min_length}",
    "too_long": "too many values: at most {max_length:,}",
    "union_tag_invalid": "no {discriminator} that is known: {expected_tags}",
    "union_tag_not_found": "no {discriminator} that is known",
}
_LONGEST_NAME = 64
_NOTHING = object()


Model = TypeVar("Model", bound=BaseModel)


def checked(model: type[Model], data: object) -> Model:
    """Return data from JSON as a model.

    Raises:
        ValueError: they are of none; the first fault as `where: what`.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        where = _where(fault["loc"], data)
        raise ValueError(f"{where}: {_what(fault)}" if where else _what(fault)) from None


def _what(fault: ErrorDetails) -> str:
    if fault["type"] == "string_pattern_mismatch":
        return _of_text(fault["input"], fault["ctx"]["pattern"])
    said = _SAID.get(fault["type"], fault["msg"]).format(**fault.get("ctx", {}))
    return said.replace("'", "")


def _of_text(text: str, pattern: str) -> str:
    if not without_joiners(text).strip():
        return "empty"
    hidden = first_forbidden(text)
    if hidden:
        return f"holds the hidden character {hidden[1]}"
    if pattern == INNER_FOLDER:
        return "not a folder inside that of the file, as results/7b"
    return "not as it has to be written"


def _where(steps: tuple[int | str, ...], data: object) -> str:
    """Return the place of a fault; a step that leads nowhere names a variant, and is left out."""
    if steps[-1:] == ("[key]",):
        return f"the name {_where(steps[:-1], data)}"
    where, last = "", len(steps) - 1
    for place, step in enumerate(steps):
        inside = _inside(data, step)
        if isinstance(step, int):
            where += f"[{step}]"
        elif inside is not _NOTHING or place == last:
            where += f".{clean_line(step[:_LONGEST_NAME])}"
        data = data if inside is _NOTHING else inside
    return where.removeprefix(".")


def _inside(data: object, step: int | str) -> object:
    if isinstance(data, list) and isinstance(step, int):
        return data[step]
    return data.get(step, _NOTHING) if isinstance(data, dict) else _NOTHING
