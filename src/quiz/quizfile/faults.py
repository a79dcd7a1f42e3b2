"""What pydantic finds wrong with plain data, as faults with the way to each."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from types import MappingProxyType
from typing import get_type_hints

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from quiz.model.problem import Fault, ValuePath
from quiz.model.question import KINDS
from quiz.model.quiz import Quiz
from quiz.quizfile import messages
from quiz.quizfile.document import MarkedDict, MarkedList, Plain
from quiz.quizfile.keys import classes_in
from quiz.quizfile.yaml_parser import PROBLEMS

_TYPES = {"string_type", "bool_type", "int_type", "float_type", "tuple_type"}
_TELLABLE = 5_000
"""Up to so many faults in one question they are told one by one: more would take seconds."""


def faults_of(
    error: ValidationError,
    data: Plain,
    at: ValuePath = (),
    wanted: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Fault]:
    """Yield what is wrong with the data of a quiz, or with those of a question at a path.

    What is wanted beside what pydantic wants is given by its key, with what to write.
    """
    if error.error_count() > _TELLABLE:
        message = f"more than {_TELLABLE:,} things are wrong in here: see questions/README.md"
        yield Fault(at, message)
        return
    by_path: dict[ValuePath, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False, include_input=False)[:PROBLEMS]:
        by_path.setdefault(_path(detail, data), []).append(detail)
    for path, details in by_path.items():
        detail = min(details, key=lambda one: one["type"] in _TYPES)
        below = any(path == other[: len(path)] != other for other in by_path)
        if detail["type"] == "string_type" and below:
            continue  # a list may stand here, too, and does: what is wrong is in it
        if message := _message(detail, path, data, at):
            yield Fault((*at, *path), message, at_key=_is_of_a_key(detail))
    yield from without(data, wanted, at)


def without(data: Plain, wanted: Mapping[str, str], at: ValuePath = ()) -> Iterator[Fault]:
    """Yield the keys that are wanted and that keys and values at a path lack."""
    if isinstance(data, dict):
        yield from (Fault((*at, key), wanted[key]) for key in wanted if key not in data)


def _is_of_a_key(detail: ErrorDetails) -> bool:
    return detail["type"] == "unexpected_keyword_argument" or detail["loc"][-1:] == ("[key]",)


def _path(detail: ErrorDetails, data: Plain) -> ValuePath:
    """Return the way through the data, without the steps that only pydantic knows."""
    if detail["type"].startswith("union_tag") and isinstance(data, dict):
        return ("kind",)
    path: list[int | str] = []
    for step in detail["loc"]:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            continue
        path.append(step)
    return (*path, detail["loc"][-1]) if detail["type"] == "missing" else tuple(path)


def _value(path: ValuePath, data: Plain) -> Plain:
    for step in path:
        if isinstance(data, list):
            data = data[int(step)]
        else:
            data = data.get(str(step)) if isinstance(data, dict) else None
    return data


def _class_at(path: ValuePath, data: Plain, at: ValuePath) -> type:
    """Return the class that is made of what stands at a path of the data."""
    cls: type = KINDS[str(_value(("kind",), data))] if at else Quiz
    for step in path:
        parts = classes_in(get_type_hints(cls).get(str(step)))
        cls = next((part for part in parts if is_dataclass(part)), cls)
    return cls


def _message(detail: ErrorDetails, path: ValuePath, data: Plain, at: ValuePath) -> str:
    key, value = str(path[-1]) if path else "", _value(path, data)
    context = detail.get("ctx", {})
    if at and not isinstance(data, dict):
        return "a question stands as keys and values: begin with `id: ...`"
    match detail["type"]:
        case "missing" | "union_tag_not_found":
            return messages.missing(key)
        case "union_tag_invalid":
            return messages.unknown_kind(value)
        case "dataclass_type":
            return messages.keys_wanted(value, _class_at(path, data, at))
        case "unexpected_keyword_argument":
            return messages.unknown_key(key, _class_at(path[:-1], data, at))
        case "literal_error" | "enum" if _is_of_a_key(detail):
            return f"write {context['expected']}".replace("'", '"')
        case "literal_error" | "enum":
            return messages.one_of(value, context["expected"])
        case "string_pattern_mismatch":
            return messages.PATTERNS[context["pattern"]]
    if path == ("schema",):
        return "this version of the format is not known here: write `schema: 1`"
    return _of_value(detail, path, data)


def _of_value(detail: ErrorDetails, path: ValuePath, data: Plain) -> str:
    holder = _value(path[:-1], data) if path else None
    word, value = "", _value(path, data)
    if isinstance(holder, MarkedDict | MarkedList):
        word = holder.words.get(path[-1], "")
    if isinstance(holder, MarkedList) and detail["type"] == "string_type":
        first, last = holder.number_at(int(path[-1]))
        if first < last:  # said once, at its first value that is no text
            said = all(isinstance(each, str) for each in holder[first : int(path[-1])])
            return messages.parted(list(map(holder.word, range(first, last + 1)))) if said else ""
    return messages.other(detail["type"], detail.get("ctx", {}), value, word)
