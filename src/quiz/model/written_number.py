"""A number as people write it: in digits or words, with its unit behind it."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from quiz.model.letters import SIGNS
from quiz.model.number_words import with_digits
from quiz.model.units import is_known, same_unit, unit


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number, and what stands by it."""

    value: Fraction
    """The number."""
    unit: str
    """Its unit in one form, as `units.unit` gives it; empty where there is none."""


_MOST_CHARACTERS = 80
_LARGEST_EXPONENT = 30


@lru_cache(maxsize=4096)
def written_number(text: str, own: str | None = None) -> WrittenNumber | None:
    """Return the number that a text is, alone or with a unit; None where it is none.

    Digits may be grouped by commas, spaces or apostrophes, by points where that is clear, and have
    a decimal point or comma; a fraction, a mixed number, a power of ten and number words are
    numbers, too. "In", "it is" and "the year" may stand before it, and a minus may be a word. What
    is typed wrong, as 2O, is none, nor is what says more than a number: about 20, 3 to 5, <20. A
    unit needs no space where it is a known one, or the question's `own`.
    """
    found = re.fullmatch(_WHOLE, _plain(text)) if len(text) <= _MOST_CHARACTERS else None
    value = found and _value(found)
    if found is None or value is None:
        return None
    currency, rest = found["currency"], found["rest"].lstrip(" -")
    behind = unit(currency or rest)
    if not (behind and own and same_unit(behind, unit(own))):
        glued = found["rest"] == rest != ""
        if (currency and rest) or re.search(r"\d", rest) or (glued and not is_known(rest)):
            return None
    return WrittenNumber(value, behind)


_SIGNS = str.maketrans({**SIGNS, "⁻": "-", "·": "*"})
_POWER = (
    r"(?:(?<=\d)\s*[x×*]\s*|^)10(?:\s*(?:\^|\*\*)\s*([-+]?\d{1,2})|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2}))(?!\d)"
)
_RAISED = "[⁰¹²³⁴-⁹₀-₉]"
_FRACTION_SIGN = "([¼-¾⅐-⅞])"
_GROUPED = r"(?<![\d.,])[1-9]\d{0,2}(?:([,' ])\d{3})(?:\1\d{3})*(?!\d|\1\d)"
_GROUPED_BY_POINTS = r"(?<![\d.,])[1-9]\d{0,2}(?:(?:\.\d{3}){2,}(?![\d.])|(?:\.\d{3})+(?=,\d))"
_DECIMAL_COMMA = r"(?<![\d.,])(\d+),(\d+)(?![\d.,])"
_LEAD = r"^(?:(?:it|that) (?:is|was) |it's |that's )?(?:in |the |an? |= ?)*(?:year )?"
_MINUS = r"^(?:minus|negative)\b[ -]*(?=\S)|^-\s+(?=\d)"
_WHOLE = (
    r"(?P<currency>[$€£])?\s?(?P<sign>[-+]?)\s?"
    r"(?:(?:(?P<whole>\d{1,6}) )?(?P<over>\d{1,6}) ?/ ?(?P<under>\d{1,6})"
    r"|(?P<digits>\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:e(?P<power>[-+]?\d{1,3}))?)"
    r"(?P<rest>(?![\d./,]).*)"
)


def _plain(text: str) -> str:
    """Return a text in small letters, its number in the plainest digits."""
    text = "".join(one for one in text if unicodedata.category(one) != "Cf")
    text = re.sub(_POWER, _power, text.casefold().strip())
    if re.search(_RAISED, text):
        return ""
    text = re.sub(_FRACTION_SIGN, r" \1 ", text)
    text = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    text = " ".join(text.strip(' \t\n;"“”').rstrip(".,! ").split())
    text = re.sub(_MINUS, "-", re.sub(_LEAD, "", text))
    text = re.sub(_GROUPED, lambda found: re.sub("[,' ]", "", found[0]), text)
    text = re.sub(_GROUPED_BY_POINTS, lambda found: found[0].replace(".", ""), text)
    text = re.sub(_DECIMAL_COMMA, r"\1.\2", text)
    return _in_digits(text) if re.search("[a-z]", text) else text


_HALF = r"^(-?)(?:(\d{1,6}) and )?(?:an? |1 )?half\b"


def _in_digits(text: str) -> str:
    """Return a text with its number words as digits."""
    words = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text)
    minus = "-" if words.startswith("-") else ""
    digits = minus + with_digits(words.removeprefix("-"))
    return re.sub(_HALF, lambda found: f"{found[1]}{found[2] or 0}.5", digits)


def _power(found: re.Match[str]) -> str:
    exponent = found[1] or unicodedata.normalize("NFKC", found[2]).replace("−", "-")
    return f"{'' if found[0][0] in ' x×*' else '1'}e{exponent}"


def _value(found: re.Match[str]) -> Fraction | None:
    sign = -1 if found["sign"] == "-" else 1
    if found["digits"]:
        power = int(found["power"] or 0)
        if abs(power) > _LARGEST_EXPONENT:
            return None
        return sign * Fraction(found["digits"]) * Fraction(10) ** power
    over, under = int(found["over"]), int(found["under"])
    if under == 0 or (over >= 100 and over > under):  # 120/80 is a blood pressure
        return None
    return sign * (int(found["whole"] or 0) + Fraction(over, under))
