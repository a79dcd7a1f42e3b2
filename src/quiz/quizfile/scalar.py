"""What an unquoted word of YAML stands for: the core schema of YAML 1.2, and no more of it."""

import re

Scalar = str | int | float | bool | None
"""What a word can be."""

_NAMED: dict[str, Scalar] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_BEGINS_A_NUMBER = frozenset("0123456789+-.")
_NUMBER = re.compile(
    r"[-+]?(?:(\d{1,18})|(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})(?:[eE][-+]?\d{1,3})?)", re.ASCII
)


def resolve(word: str) -> Scalar:
    """Return the number, truth value or None that the word stands for, or the word itself.

    Numbers are decimal and have at most 18 digits on each side of the point. Dates, `yes`, `no`
    and numbers in other bases are text (https://yaml.org/spec/1.2.2/#103-core-schema).
    """
    if word in _NAMED:
        return _NAMED[word]
    if word[0] not in _BEGINS_A_NUMBER:
        return word
    number = _NUMBER.fullmatch(word)
    if number is None:
        return word
    return float(word) if number[1] is None else int(word)
