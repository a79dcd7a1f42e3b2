"""Numbers that are written out in an option: 1.3 million, 2 to 4 hours, minus five, a dozen."""

import re
from typing import NamedTuple
from unicodedata import normalize

from quiz.model.number_words import SCALES, TENS, UNITS, VALUES


class Figure(NamedTuple):
    """A number and what it counts."""

    value: float
    """The number; of a range its lower end."""
    unit: str
    """What it counts, in small letters; empty where nothing is said."""


_SCALES = SCALES | {"dozen": 12, "trillion": 10**12}
_LEAD = re.compile(
    r"(?:about|around|nearly|almost|roughly|approximately|in|by|after|before|since|more than"
    r"|less than|over|under|at least|at most|up to|the year|from|only|exactly|rs\.?|[~≈<>≤≥$€£])"
    r"\s*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-−]?\.\d+")
_FRACTION = re.compile(r"(?:([-−]?\d+)\s+)?([-−]?\d+)\s*/\s*(\d+)")
_ONE_SIGN = re.compile("[¼-¾⅐-⅞]")
_LETTER = re.compile(r"([^\W\d_]{1,2})(?:\s*=\s*)?(?=[-−]?[\d.])")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_RANGE = re.compile(r"\s*(?:to|or|-|–|—)\s*")
_BETWEEN = re.compile(r"between (.+?) and ", re.IGNORECASE)
_UNIT = re.compile(r"(?:%|°?[^\W\d_]*)(?:[ \-/][^\W\d_]+)?$")
_NAME = re.compile(r"\s*([^\W\d_]+)")
_WORDS = re.compile(r"(?P<minus>minus\s+)?(?P<first>[^\W\d_]+)(?:[- ](?P<second>[^\W\d_]+))?", re.I)
_PARTS_LISTED = "half third quarter fifth sixth seventh eighth ninth tenth"
_PARTS = {word: part for part, word in enumerate(_PARTS_LISTED.split(), start=2)} | {"fourth": 4}
_RAISED = re.compile("[⁰¹²³⁴-⁹]")


def figure(text: str) -> Figure | None:
    """Return the number that the text states, None where it states anything else.

    A time of day, a power, a date with a month, a pair and a number in the middle of a sentence are
    none.
    """
    rest = _ONE_SIGN.sub(_plain_fraction, text.strip().rstrip(".!")).strip()
    if _RAISED.search(rest):
        return None
    lead = _LEAD.match(rest)
    while lead:
        rest = rest[lead.end() :]
        lead = _LEAD.match(rest)
    letter = _LETTER.match(rest)
    if letter:
        bare = _plain(rest[letter.end() :])
        return bare and Figure(bare.value, f"{letter[1]} {bare.unit}")
    return _plain(_BETWEEN.sub(r"\1 to ", rest))


def _plain_fraction(sign: re.Match[str]) -> str:
    return " " + normalize("NFKC", sign[0]).replace("\u2044", "/")


def _plain(text: str) -> Figure | None:
    """Return the number or the range at the start of the text; a pair goes down, or stays."""
    low = _number(text)
    if low is None:
        return None
    joint = _RANGE.match(low.rest)
    high = _number(low.rest[joint.end() :]) if joint else None
    if high is None:
        return _with_unit(low.value * low.scale, low.rest)
    value = low.value * (low.scale if low.scale > 1 else high.scale)
    return _with_unit(value, high.rest) if value < high.value * high.scale else None


def _with_unit(value: float, rest: str) -> Figure | None:
    unit = rest.strip().lower()
    if not unit:
        return Figure(value, "")
    return Figure(value, unit.rstrip("s")) if _UNIT.match(unit) else None


class _Number(NamedTuple):
    """A number at the start of a text."""

    value: float
    scale: float
    rest: str


def _number(text: str) -> _Number | None:
    """Return the number at the start of the text, and what follows it."""
    fraction = _FRACTION.match(text)
    if fraction and int(fraction[3]):
        value = _float(fraction[1] or "0") + _float(fraction[2]) / int(fraction[3])
        return _Number(value, 1, text[fraction.end() :])
    digits = _DIGITS.match(text)
    if not digits:
        return _in_words(text)
    rest = text[digits.end() :]
    ordinal = _ORDINAL.match(rest)
    return _scaled(_float(digits[0]), rest[ordinal.end() :] if ordinal else rest)


def _float(digits: str) -> float:
    return float(digits.replace("−", "-").replace(",", ""))


def _in_words(text: str) -> _Number | None:
    found = _WORDS.match(text)
    if not found:
        return None
    sign = -1.0 if found["minus"] else 1.0
    first, second = found["first"].lower(), (found["second"] or "").lower()
    if first in TENS and second in UNITS:
        return _scaled(sign * (VALUES[first] + VALUES[second]), text[found.end("second") :])
    part = _PARTS.get(second.rstrip("s"))
    if part and first in VALUES:
        return _Number(sign * VALUES[first] / part, 1, text[found.end("second") :])
    if first in VALUES:
        return _scaled(sign * VALUES[first], text[found.end("first") :])
    if first == "a" and second in _SCALES:
        return _scaled(sign, text[found.end("first") :])
    return None


def _scaled(value: float, rest: str) -> _Number:
    scale = 1.0
    found = _NAME.match(rest)
    while found and found[1].lower() in _SCALES:
        scale, rest = scale * _SCALES[found[1].lower()], rest[found.end() :]
        found = _NAME.match(rest)
    return _Number(value, scale, rest)


def figures(texts: tuple[str, ...]) -> tuple[float, ...] | None:
    """Return the numbers that the texts state, None where one states none or units differ."""
    found = [one for one in map(figure, texts) if one]
    alike = len(found) == len(texts) and len({one.unit for one in found}) == 1
    return tuple(one.value for one in found) if alike else None
