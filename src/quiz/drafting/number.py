"""A draft that asks for a year or another figure of a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from quiz.drafting.sentence import Sentence
from quiz.model.labels import Skill
from quiz.model.number_words import SCALES, VALUES
from quiz.model.question import Number
from quiz.model.units import leading_unit
from quiz.model.words import STOP, words
from quiz.model.written_number import written_number

_SCALE = f"(?: (?:{'|'.join(SCALES)}))?"
_WORDS = "|".join(sorted(set(VALUES) - {"zero", "one"}, key=len, reverse=True))
_DIGITS = re.compile(
    r"(?<![\w.,/:$€£+−–-])(?<![#@] )"
    rf"(?P<sign>[$€£])?(?P<figure>(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,12}})(?:\.\d{{1,4}})?{_SCALE})"
    r"(?![\w/:+–-]|[.,]\d)"
)
_IN_WORDS = re.compile(rf"\b(?P<figure>(?:{_WORDS})(?:-(?:{_WORDS}|one))?{_SCALE})(?![\w-])", re.I)
_RANGE = re.compile(r"\s(?:to|or|and|in|out of)\s+(?:\w+\s+)?[$€£]?\d")
_OF_A_RANGE = re.compile(r"\d\S*\s(?:to|or|and|in)\s$")
_NAMED = re.compile(
    r"(?:(?i:type|phase|stage|grade|level|class|number|no\.|version|step|chapter|page|part|figure"
    r"|table|vitamin|group|day)|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|\b[A-Z]\.?)\s$"
)
"""What comes before a figure that is part of a name or of a date."""
_BEFORE_A_YEAR = re.compile(
    r"(?:\b(?i:in|since|by|until|before|after|from|of|year|during)|\d,|\b[A-Z][a-z]{2,8})\s$"
)
_YEARS = range(1500, 2101)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of a sentence, and where it stands there."""

    start: int
    end: int
    value: Fraction
    unit: str | None
    is_year: bool


def number(sentence: Sentence, topic: str) -> Number | None:
    """Return a question for the year of a sentence, else for its first figure; None for none."""
    found = sorted(_figures(sentence.text), key=lambda figure: not figure.is_year)
    if not found:
        return None
    figure, text = found[0], sentence.text
    what = "year" if figure.is_year else "number"
    left_out = f"“{text[: figure.start]}[{what}]{text[figure.end :]}”"
    value = figure.value
    return Number(
        id=f"number-{sentence.number}",
        draft=True,
        topic=topic,
        skill=Skill.ACCESS,
        ask=f"Which {what} does the passage give here? {left_out}",
        answer=int(value) if value.denominator == 1 else float(value),
        unit=figure.unit,
        evidence=text,
    )


def _figures(text: str) -> Iterator[_Figure]:
    for found in (*_DIGITS.finditer(text), *_IN_WORDS.finditer(text)):
        before, after = text[: found.start()], text[found.end() :]
        read = written_number(found["figure"])
        if read is None or _is_named(found[0], before) or _in_range(before, after):
            continue
        in_digits = found.re is _DIGITS
        unit = _unit(found["sign"] if in_digits else None, after)
        is_year = unit is None and _is_year(found["figure"], before, after)
        if in_digits or leading_unit(after):
            yield _Figure(found.start(), found.end(), read.value, unit, is_year)


def _is_named(figure: str, before: str) -> bool:
    """Return whether a figure is part of a name or a date; a month may stand before a year."""
    return bool(_NAMED.search(before)) and len(figure) != 4


def _in_range(before: str, after: str) -> bool:
    return bool(_RANGE.match(after) or _OF_A_RANGE.search(before))


def _is_year(figure: str, before: str, after: str) -> bool:
    if not (figure.isdecimal() and len(figure) == 4 and int(figure) in _YEARS):
        return False
    behind = words(after)[:1] if after.startswith(" ") else []
    return bool(_BEFORE_A_YEAR.search(before)) and all(word in STOP for word in behind)


def _unit(sign: str | None, after: str) -> str | None:
    """Return the unit of a figure, as it is written: a known one, or what is counted."""
    if sign:
        return sign
    known = leading_unit(after)
    if known:
        return known
    counted = re.match(r"\s([a-z]{3,}s)\b", after)
    return counted[1] if counted and counted[1] not in STOP else None
