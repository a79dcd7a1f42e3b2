"""What pydantic finds wrong with plain data, in plain words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from pydantic_core import ErrorDetails, ValidationError

from quiz.model.described import hints
from quiz.model.problem import Fault, Path
from quiz.model.question import KINDS
from quiz.quizfile.document import AT_MOST, Plain

_MISSING = {
    "schema": "write `schema: 1`, the version of this format",
    "id": "write a short name of your own, such as first-use",
    "title": "write a title",
    "topics": "write the topics, each as `name: The words that the learner sees`",
    "passage": "write the passage, with its title, source and text",
    "questions": "write the questions",
    "source": "write where it comes from",
    "text": "write the text",
    "as_of": 'write the month in which it was checked, such as "2026-11"',
    "topic": "write one of the topics of the quiz",
    "skill": "write access, understand, appraise or apply",
    "ask": "write the question",
    "explain": "write what the learner reads after the answer",
    "options": "write the options, each as `- text: ...`",
    "answer": "write the right answer",
    "why": "write why it is right or wrong",
    "accept": "write every right answer, as a list",
    "gaps": "write what fits each gap, each as `- accept: [...]`",
    "items": "write the items in the right order, as a list",
    "pairs": "write the pairs, each as `- left: ...` with `right: ...` below it",
    "left": "write what is given",
    "right": "write what belongs to it",
    "spare": "write a choice that fits nothing, with `text: ...` and `why: ...`",
    "quote": "copy the words of the sentence",
    "checklist": "write the points that a full explanation names, as a list",
    "says": "write the claim in a few words",
    "status": "write ok, imprecise, dated, vague or view",
    "pre": "write the ids of the questions to ask before teaching",
    "post": "write the ids of the questions to ask after teaching",
}
_PATTERNS = {
    "^[a-z": "write small letters a to z, digits and hyphens only, such as first-use",
    "^[A-Za-z0": "write letters a to z, digits, hyphens and underscores only, such as C01",
    "^[0-9]": 'write the year and the month, such as "2026-11"',
    "^[A-Za-z]": "write the code of a language, such as en, fr or zh-Hans",
}


_TELLABLE = 5_000
"""Up to so many faults in one question they are told one by one: more would take seconds."""


def did_you_mean(word: object, known: Sequence[str]) -> str:
    """Return a question that names the nearest of the known words, or nothing.

    Only the first thousand are looked at: all of very many would take seconds.
    """
    from rapidfuzz.distance.Indel import normalized_similarity  # noqa: PLC0415  for faults alone

    meant = str(word)[:64]
    share, near = max(
        ((normalized_similarity(meant, one), one) for one in known[:1_000]), default=(0, "")
    )
    return f"did you mean {near}?" if share >= 0.6 else ""


def faults(error: ValidationError, data: Plain, cls: type, at: Path = ()) -> Iterator[Fault]:
    """Yield what is wrong with data that make no instance of the class; they stand at a path."""
    if error.error_count() > _TELLABLE:
        yield Fault(
            at, f"more than {_TELLABLE:,} things are wrong in here: see questions/README.md"
        )
        return
    by_path: dict[Path, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False, include_input=False)[:AT_MOST]:
        by_path.setdefault(_path(detail["loc"], data), []).append(detail)
    for path, details in by_path.items():
        message = _message(details, _value(path, data), path, cls)
        if message:
            yield Fault((*at, *path), message, at_key=_is_of_a_key(details[0]))


def _is_of_a_key(detail: ErrorDetails) -> bool:
    return detail["type"] == "unexpected_keyword_argument" or detail["loc"][-1] == "[key]"


def _path(loc: tuple[int | str, ...], data: Plain) -> Path:
    """Return the way through the data, without the steps that only pydantic knows."""
    path: list[int | str] = []
    for step in loc:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, tuple) and isinstance(step, int):
            data = data[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _value(path: Path, data: Plain) -> Plain:
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, tuple) and isinstance(step, int):
            data = data[step]
    return data


def _message(details: list[ErrorDetails], value: Plain, path: Path, cls: type) -> str:
    kind, context = details[0]["type"], details[0].get("ctx", {})
    key = str(path[-1]) if path else ""
    if path == ("schema",) and kind != "missing":
        return "this version of the format is not known here: write `schema: 1`"
    match kind:
        case "missing":
            return f"missing: {_MISSING.get(key, 'write it')}"
        case "unexpected_keyword_argument":
            return _unknown(key, _class_at(cls, path[:-1]))
        case "literal_error" | "enum":
            return _one_of(key if _is_of_a_key(details[0]) else value, details)
        case "string_pattern_mismatch":
            return next(
                words for start, words in _PATTERNS.items() if context["pattern"].startswith(start)
            )
        case "dataclass_type":
            return _keys_wanted(value, _class_at(cls, path))
    return _wrong_type(kind, value) or _out_of_bounds(kind, context, value)


def _unknown(key: str, cls: type) -> str:
    known = [item.name for item in fields(cls)]
    before, colon, _ = key.partition(":")
    if colon and before in known:
        return f"a space is missing after the colon: write `{before}: ...`"
    if cls in KINDS.values() and any(
        key == item.name for kind in KINDS.values() for item in fields(kind)
    ):
        return "a question of this kind has no such key: take it out"
    guess = did_you_mean(key, known)
    return f"unknown key: {guess}" if guess else f"unknown key: take it out; {_known(known)}"


def _known(names: Sequence[str]) -> str:
    return f"the keys here are {', '.join(names)}"


def _class_at(cls: type, path: Path) -> type:
    """Return the class that data at the path make."""
    for step in path:
        hint = hints(cls).get(str(step))
        cls = next(
            (part for part in _parts(hint) if isinstance(part, type) and is_dataclass(part)), cls
        )
    return cls


def _parts(hint: object) -> Iterator[object]:
    yield hint
    for part in get_args(hint):
        yield from _parts(part)


def _one_of(value: Plain, details: list[ErrorDetails]) -> str:
    expected = str(details[0]["ctx"]["expected"])
    if _is_of_a_key(details[0]):
        return "write " + expected.replace("'", '"')
    expected = expected.replace("'", "")
    if any(detail["type"] == "bool_type" for detail in details):
        expected = f"true, false or {expected}"
    known = expected.replace(" or ", ", ").split(", ")
    if value in known:
        return f"write {value} without quotation marks"
    guess = did_you_mean(value, known)
    return f"{guess} write {expected}" if guess else f"write {expected}"


def _keys_wanted(value: Plain, cls: type) -> str:
    first = next(item.name for item in fields(cls))
    if isinstance(value, tuple):
        return f"a list stands here: write keys instead, beginning with `{first}: ...`"
    return f"write keys and values here, beginning with `{first}: ...`"


def _wrong_type(kind: str, value: Plain) -> str:
    match kind:
        case "string_type" if value is None:
            return "nothing stands here: write a text"
        case "string_type" if isinstance(value, bool | int | float):
            word = str(value).lower() if isinstance(value, bool) else str(value)
            return f'this stands for a value: to make it a text, write "{word}"'
        case "string_type" if isinstance(value, dict):
            return "keys stand here: write a text; if it holds a colon, put it in quotation marks"
        case "string_type":
            return "a list stands here: write one text"
        case "bool_type":
            return "write true or false"
        case "int_type":
            return "write a whole number, in digits"
        case "float_type" | "finite_number":
            return "write a number, in digits"
        case "tuple_type":
            return "write a list: each value on a line of its own after a hyphen, or [one, two]"
        case "dict_type":
            return "write keys and values, each as `key: value`"
    return ""


def _out_of_bounds(kind: str, context: Mapping[str, Any], value: Plain) -> str:
    size = len(value) if isinstance(value, tuple | dict) else 0
    match kind:
        case "string_too_short":
            return "nothing stands here: write a text"
        case "string_too_long":
            return f"too long: write at most {context['max_length']:,} characters"
        case "too_short" if size >= context["min_length"]:
            return ""  # values that are wrong themselves, and said to be, were not counted
        case "too_short":
            return f"too few: write at least {context['min_length']}, not {size}"
        case "too_long":
            return f"too many: write at most {context['max_length']:,}, not {size:,}"
        case "greater_than_equal":
            return f"too small: write {context['ge']:g} or more"
        case "less_than_equal":
            return f"too large: write {context['le']:g} or less"
    return "this does not belong here: see questions/README.md for what to write"
