"""What is said of a value that does not fit: what is wrong, and what to write instead."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from quiz.engine import kinds as engine_kinds
from quiz.model.constraints import ID, LABEL, MONTH
from quiz.model.language import LANGUAGE
from quiz.model.letters import DASHES
from quiz.model.near_miss import nearest
from quiz.model.problem import shown
from quiz.model.question import KINDS
from quiz.model.quiz import Quiz
from quiz.model.text import VISIBLE
from quiz.quizfile.document import Plain
from quiz.quizfile.keys import lists_of

_KINDS = f"write one of {', '.join(KINDS)}"
_MEANT = {
    **{other: kind.name for kind in engine_kinds.KINDS.values() for other in kind.other_names},
    **dict.fromkeys(("find it", "remember", "recall"), "access"),
    "understand it": "understand",
    **dict.fromkeys(("judge it", "judge", "evaluate"), "appraise"),
    **dict.fromkeys(("use it", "use"), "apply"),
}
"""Other words for kinds and skills."""
_MISSING = {
    "kind": _KINDS,
    "schema": "write `schema: 1`, the version of this format",
    "id": "write a short name of your own, such as first-use",
    "title": "write a title",
    "passage": "write the passage, with its title, source and text",
    "questions": "write the questions",
    "source": "write where it comes from",
    "text": "write the text",
    "as_of": 'write the month in which it was checked, such as "2026-11"',
    "ask": "write the question",
    "options": "write the options, each as `- text: ...`",
    "answer": "write the right answer",
    "accept": "write every right answer, as a list",
    "blanks": "write what fits each blank, each as `- accept: [...]`",
    "items": "write the items in the right order, as a list",
    "pairs": "write the pairs, each as `- left: ...` with `right: ...` below it",
    "left": "write what is given",
    "right": "write what belongs to it",
    "quote": "copy the words of the sentence",
    "says": "write the claim in a few words",
    "status": "write ok, imprecise, dated, vague or view",
    "pre": "write the ids of the questions to ask before teaching",
    "post": "write the ids of the questions to ask after teaching",
}
PATTERNS = {
    VISIBLE: "nothing that can be seen stands here: write a text",
    ID: "write small letters a to z, digits and hyphens only, such as first-use",
    LABEL: "write letters a to z, digits, hyphens and underscores only, such as C01",
    MONTH: 'write the year and the month, such as "2026-11"',
    LANGUAGE: "write the code of a language, such as en, fr or zh-Hans",
}
"""What is said of a text that does not match a pattern."""
_OTHERS = {
    "bool_type": "write true or false",
    "int_type": "write a whole number, in digits, such as 2",
    "float_type": "write a number, in digits, such as 20 or 0.5",
    "finite_number": "write a number, in digits, such as 20 or 0.5",
    "tuple_type": "write a list: each value on a line of its own after a hyphen, or [one, two]",
    "dict_type": "write keys and values, each as `key: value`",
    "string_too_short": "nothing stands here: write a text",
    "string_too_long": "too long: write at most {max_length:,} characters",
    "too_short": "too few: write at least {min_length}, not {size}",
    "too_long": "too many: write at most {max_length:,}, not {size:,}",
    "greater_than_equal": "too small: write {ge:g} or more",
    "less_than_equal": "too large: write {le:g} or less",
}
"""What is said by the type of pydantic's error, with what its context holds."""
_NUMBERS = {"int_type", "float_type"}
_FLAGS = {
    "yes": "write true",
    "no": "write false",
    "true": "write true without quotation marks",
    "false": "write false without quotation marks",
}
_PLAIN = str.maketrans(dict.fromkeys(DASHES, "-"))
_FIGURES = re.compile(
    r"(?P<digits>-? ?\d{1,18}(?:[, ]\d{3}(?!\d))*+(?:[.,]\d{1,18})?+)\s*+"
    r"(?P<unit>(?:[^\W\d_]|[%°$€£])[^\"\\\\]{0,40})?"
)
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
MARKER = re.compile(
    r"(?:[-–—−•‣▪●·*]|\d{1,2}[.)])\s*+(\S.*?)(?:\s(?:[-–—−•‣▪●·*]|\d{1,2}[.)]).*)?$",
    re.DOTALL,
)
"""What stands for a hyphen before a value of a list, and the value."""
_UNKNOWN = "this does not belong here: see questions/README.md for what to write"


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """Return a question that names the nearest of the known words, or nothing."""
    listed = list(known)
    meant = _MEANT.get(str(word).casefold())
    near = (meant,) if meant in listed else nearest(str(word), listed)
    near = near or nearest(str(word).casefold(), listed)
    return f"did you mean {near[0]}?" if near else ""


def missing(key: str) -> str:
    """Return what to write under a key that is not there."""
    return f"missing: {_MISSING.get(key, 'write it')}"


def unknown_kind(kind: Plain) -> str:
    """Return which kinds of question there are."""
    return " ".join(filter(None, ("unknown kind:", did_you_mean(kind, KINDS), _KINDS)))


def unknown_key(key: str, cls: type) -> str:
    """Return what to do with a key that a class does not have."""
    known = _names(cls)
    before, colon, _ = key.partition(":")
    if colon and before in known:
        return f"a space is missing after the colon: write `{before}: ...`"
    if listed := _lists_with(key, cls):
        return (
            f"this belongs to `{listed}`: begin each of them with a hyphen, its keys in one column"
        )
    kinds = [name for name, kind in KINDS.items() if key in _names(kind)]
    if kinds and cls in KINDS.values():
        return f"only questions of kind {' or '.join(kinds)} have this key: take it out"
    if kinds and cls is Quiz:
        return (
            "this belongs to a question: begin it in the column of the other keys of that question"
        )
    guess = did_you_mean(key, known) or f"take it out; the keys here are {', '.join(known)}"
    return f"unknown key: {guess}"


def _names(cls: type) -> list[str]:
    return [item.name for item in fields(cls)]


def _lists_with(key: str, cls: type) -> str:
    """Return the list of a class whose values have such a key; an empty text where none has."""
    lists = (name for name, item in lists_of(cls) if key in _names(item))
    return next(lists, "") if cls is not Quiz else ""


def keys_wanted(value: Plain, cls: type) -> str:
    """Return with which key the values of a class begin."""
    first = fields(cls)[0].name
    if isinstance(value, list):
        return f"a list stands here: write keys instead, beginning with `{first}: ...`"
    return f"write keys and values here, beginning with `{first}: ...`"


def one_of(value: Plain, expected: str) -> str:
    """Return which of the expected words to write, as pydantic lists them."""
    if expected == "'not stated'":  # the answer of a statement, which may be a truth value, too
        expected = "true, false or not stated"
    expected = expected.replace("'", "")
    known = expected.replace(" or ", ", ").split(", ")
    if value in known:
        return f"write {value} without quotation marks"
    return f"{did_you_mean(value, known)} write {expected}".lstrip()


def as_list(value: str) -> str:
    """Return how a value of a list is written."""
    return f"begin each value of a list with a hyphen and a space: `- {shown(value)}`"


def parted(values: list[str]) -> str:
    """Return how to write a number that the commas of a list took apart."""
    apart = ", ".join(f'"{value}"' for value in values)
    return (
        f'a comma parts the values of a list: write "{shown(",".join(values))}" in quotation marks '
        f"if it is one value, else {apart}"
    )


def other(kind: str, context: Mapping[str, Any], value: Plain, word: str = "") -> str:
    """Return what is said of any other type of error; nothing where more was said already.

    `word` is a number, truth value or nothing as the file writes it.
    """
    if kind == "string_type":
        return _no_text(value, word)
    if kind in _NUMBERS and isinstance(value, str) and (said := _in_digits(value)):
        return said
    if kind == "bool_type" and isinstance(value, str) and value.casefold() in _FLAGS:
        return _FLAGS[value.casefold()]
    if kind == "tuple_type" and isinstance(value, str) and (found := MARKER.fullmatch(value)):
        return as_list(found[1])
    size = len(value) if isinstance(value, list | dict) else 0
    if kind == "too_short" and size >= context["min_length"]:
        return ""  # values that are wrong themselves, and said to be, were not counted
    return _OTHERS.get(kind, _UNKNOWN).format(size=size, **context)


def _no_text(value: Plain, word: str) -> str:
    """Return how to make a text of a value."""
    match value:
        case None if not word:
            return "nothing stands here: write a text"
        case dict():
            return "keys stand here: write a text; if it holds a colon, put it in quotation marks"
        case list():
            return "a list stands here: write one text"
    word = word or str(value).lower()
    return f'this stands for a value: to make it a text, write "{word}"'


def _in_digits(text: str) -> str:
    """Return how to write a text that is meant as a number; nothing where that isn't known."""
    plain = unicodedata.normalize("NFKC", text[:100].strip()).translate(_PLAIN)
    found = _FIGURES.fullmatch(plain)
    if found is None:
        return ""
    digits, unit = found["digits"].replace(" ", ""), found["unit"]
    digits = digits.replace(",", "") if _THOUSANDS.fullmatch(digits) else digits.replace(",", ".")
    if unit:
        return f'write {digits} alone; what it counts stands below, as `unit: "{shown(unit)}"`'
    if digits == text.strip():
        return f"write {digits} without quotation marks"
    return f"write {digits}: a number is made of digits, a hyphen for minus and a decimal point"
