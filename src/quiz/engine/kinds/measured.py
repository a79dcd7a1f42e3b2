"""Typed numbers: what counts as a number, with which unit, and as the same one."""

import re
from fractions import Fraction

from quiz.engine.kinds.second_go import SecondGo
from quiz.model.language import primary_subtag
from quiz.model.units import is_known, same_unit, unit
from quiz.model.written_number import written_number


def measured(text: str, asked: str | None) -> Fraction | SecondGo:
    """Return the number that a text is, alone or with the unit asked for; else why it is none."""
    found = written_number(text, asked)
    if found is None:
        return SecondGo.NOT_A_NUMBER
    if not found.unit or (asked and same_unit(found.unit, unit(asked))):
        return found.value
    return SecondGo.OTHER_UNIT if asked and is_known(found.unit) else SecondGo.NOT_A_NUMBER


def unclear_point(text: str, language: str) -> bool:
    """Return whether the point of a number parts thousands for some who write the language."""
    ours = primary_subtag(language) in _GROUPING_BY_POINTS
    return ours and re.search(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])", text) is not None


_GROUPING_BY_POINTS = frozenset(
    ["da", "de", "el", "es", "hr", "id", "is", "it", "nl", "pt", "ro", "sl", "sr", "tr", "vi"]
)


def equals_number(
    text: str, answer: int | float, tolerance: int | float, asked: str | None = None
) -> bool:
    """Return whether a text is a number that is no further from the answer than the tolerance."""
    number = measured(text, asked)
    if isinstance(number, SecondGo):
        return False
    return abs(number - Fraction(str(answer))) <= Fraction(str(tolerance))


def same_number(text: str, right: str, asked: str | None) -> bool:
    """Return whether two texts are the same number with the same unit.

    `asked` is the unit where a text has none. A number that begins with 0, as a code does, is none.
    """
    if re.match(r"\s*0\d", right):
        return False
    one, other = written_number(text, asked), written_number(right, asked)
    if one is None or other is None or one.value != other.value:
        return False
    own = unit(asked or "")
    return same_unit(one.unit or own, other.unit or own)
