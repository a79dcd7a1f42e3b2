"""What pydantic finds wrong with plain data, in plain words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz.distance.Indel import normalized_similarity
from rapidfuzz.process import extractOne

from quiz.model.problem import Fault, Path
from quiz.model.question import KINDS
from quiz.model.quiz import Quiz
from quiz.quizfile.document import Plain
from quiz.quizfile.yaml_parser import PROBLEMS

_KINDS = f"write one of {', '.join(KINDS)}"
_MISSING = {
    "kind": _KINDS,
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
_TYPES = {"string_type", "bool_type", "int_type", "float_type", "tuple_type"}
_TELLABLE = 5_000
"""Up to so many faults in one question they are told one by one: more would take seconds."""


def did_you_mean(word: object, known: Sequence[str]) -> str:
    """Return a question that names the nearest of the known words, or nothing.

    Only the first thousand are looked at: all of very many would take seconds.
    """
    meant = str(word)[:64]
    near = extractOne(meant, known[:1_000], scorer=normalized_similarity, score_cutoff=0.6)
    return f"did you mean {near[0]}?" if near else ""


def faults(error: ValidationError, data: Plain, at: Path = ()) -> Iterator[Fault]:
    """Yield what is wrong with the data of a quiz, or with those of a question at a path."""
    if error.error_count() > _TELLABLE:
        message = f"more than {_TELLABLE:,} things are wrong in here: see questions/README.md"
        yield Fault(at, message)
        return
    by_path: dict[Path, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False, include_input=False)[:PROBLEMS]:
        by_path.setdefault(_path(detail, data), []).append(detail)
    for path, details in by_path.items():
        detail = min(details, key=lambda one: one["type"] in _TYPES)
        below = any(path == other[: len(path)] != other for other in by_path)
        if detail["type"] == "string_type" and below:
            continue  # a list may stand here, too, and does: what is wrong is in it
        if message := _message(detail, path, data, at):
            yield Fault((*at, *path), message, at_key=_is_of_a_key(detail))


def _is_of_a_key(detail: ErrorDetails) -> bool:
    return detail["type"] == "unexpected_keyword_argument" or detail["loc"][-1:] == ("[key]",)


def _path(detail: ErrorDetails, data: Plain) -> Path:
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


def _value(path: Path, data: Plain) -> Plain:
    for step in path:
        if isinstance(data, list):
            data = data[int(step)]
        else:
            data = data.get(str(step)) if isinstance(data, dict) else None
    return data


def _class_at(path: Path, data: Plain, at: Path) -> type:
    """Return the class that is made of what stands at a path of the data."""
    cls: type = KINDS[str(_value(("kind",), data))] if at else Quiz
    for step in path:
        parts = _parts(get_type_hints(cls).get(str(step)))
        cls = next((part for part in parts if is_dataclass(part)), cls)
    return cls


def _parts(hint: Any) -> Iterator[type]:  # noqa: ANN401  a type as it is hinted
    yield hint
    for part in get_args(hint):
        yield from _parts(part)


def _message(detail: ErrorDetails, path: Path, data: Plain, at: Path) -> str:
    key, value = str(path[-1]) if path else "", _value(path, data)
    context: Mapping[str, Any] = detail.get("ctx", {})
    if at and not isinstance(data, dict):
        return "a question stands as keys and values: begin with `id: ...`"
    if path == ("schema",) and detail["type"] != "missing":
        return "this version of the format is not known here: write `schema: 1`"
    match detail["type"]:
        case "missing" | "union_tag_not_found":
            return f"missing: {_MISSING.get(key, 'write it')}"
        case "union_tag_invalid":
            return f"unknown kind: {did_you_mean(value, tuple(KINDS))} {_KINDS}"
        case "dataclass_type":
            return _keys_wanted(value, _class_at(path, data, at))
        case "unexpected_keyword_argument":
            return _unknown(key, _class_at(path[:-1], data, at))
        case "literal_error" | "enum" if _is_of_a_key(detail):
            return f"write {context['expected']}".replace("'", '"')
        case "literal_error" | "enum":
            return _one_of(value, context["expected"].replace("'", ""))
        case "string_pattern_mismatch":
            regex = context["pattern"]
            return next(words for start, words in _PATTERNS.items() if regex.startswith(start))
    return _wrong_type(detail["type"], value) or _out_of_bounds(detail["type"], context, value)


def _unknown(key: str, cls: type) -> str:
    known = [item.name for item in fields(cls)]
    before, colon, _ = key.partition(":")
    if colon and before in known:
        return f"a space is missing after the colon: write `{before}: ...`"
    if cls in KINDS.values() and any(
        key == item.name for kind in KINDS.values() for item in fields(kind)
    ):
        return "a question of this kind has no such key: take it out"
    guess = did_you_mean(key, known) or f"take it out; the keys here are {', '.join(known)}"
    return f"unknown key: {guess}"


def _one_of(value: Plain, expected: str) -> str:
    if expected == "not stated":  # the answer of a statement, which may be a truth value, too
        expected = "true, false or not stated"
    known = expected.replace(" or ", ", ").split(", ")
    if value in known:
        return f"write {value} without quotation marks"
    return f"{did_you_mean(value, known)} write {expected}".lstrip()


def _keys_wanted(value: Plain, cls: type) -> str:
    first = next(item.name for item in fields(cls))
    if isinstance(value, list):
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
    size = len(value) if isinstance(value, list | dict) else 0
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
