"""Typed answers: what counts as the same text, as the same number, and as a slip of the keys."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from quiz.engine.numerals import with_digits
from quiz.engine.spelling import american
from quiz.model.passage import Passage
from quiz.model.question import Rejected

if TYPE_CHECKING:
    from decimal import Decimal


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Return a text in the form in which typed answers are compared.

    Gone are case, accents, punctuation and articles, but not the A of "hepatitis A". A hyphen is a
    space, or nothing after a prefix such as "anti-". A minus, a decimal point and symbols such as
    < and + stay. British and American spelling are one, and number words are digits. A comma
    before three digits marks thousands; any other one between digits is a decimal comma. A text
    of punctuation alone stays as it is.
    """
    plain = re.sub(_PREFIX, r"\1", _plain_numbers(_folded(text)))
    words = re.sub(_MARK, _mark, plain).replace("per cent", "percent").split()
    words = with_digits(" ".join(_without_articles(words))).split()
    return " ".join(map(_one_form, words)) or " ".join(text.split())


def matches(text: str, accepted: tuple[str, ...]) -> bool:
    """Return whether a text is one of the accepted ones; an empty text is none."""
    given = normal(text)
    return bool(given) and any(given == normal(right) for right in accepted)


def equals_number(
    text: str, answer: int | float, tolerance: int | float, unit: str | None = None
) -> bool:
    """Return whether a text is a number that is no further from the answer than the tolerance.

    It may stand in digits (2019, 2,019, 2 019, 2019.0) or in words, with "in", "the year" or "in
    the year" before it and the question's own unit behind it; nothing else may stand by it.
    """
    from decimal import Decimal  # noqa: PLC0415  only numbers need it

    number = _number(text, unit)
    if number is None:
        return False
    return abs(number - Decimal(str(answer))) <= Decimal(str(tolerance))


def is_near_miss(
    text: str, accepted: tuple[str, ...], rejected: tuple[Rejected, ...], passage: Passage
) -> bool:
    """Return whether a text that is not accepted is one slip of the keys from one that is.

    A slip is a letter too many, too few or another one, or two that changed places, in one word of
    6 letters or more. A rejected text, a word of the passage and a number are never slips.
    """
    if matches(text, (*accepted, *(reject.text for reject in rejected))):
        return False
    given = normal(text).split()
    slips = chain.from_iterable(_slips(given, normal(right).split()) for right in accepted)
    known = frozenset(normal(passage.text).split())
    return any(slip not in known for slip in slips)


_LETTERS = str.maketrans(
    {
        **dict.fromkeys("`´ʼ′‘’", "'"),  # noqa: RUF001
        **dict.fromkeys("‐‑‒–—−", "-"),  # noqa: RUF001
        **dict(zip("æœøłđ", ("ae", "oe", "o", "l", "d"), strict=True)),
        "%": " percent ",
        "&": " and ",
    }
)
_RAISED = r"(?<=\d)(?=[²³¹⁰⁴-⁹¼-¾⅐-⅞])"
_ACCENT = "[\u0300-\u036f]"


def _folded(text: str) -> str:
    """Return the text in small letters without accents; 10² is two numbers, not 102."""
    text = unicodedata.normalize("NFKC", re.sub(_RAISED, " ", text.translate(_LETTERS)))
    text = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return unicodedata.normalize("NFKC", re.sub(_ACCENT, "", text))


_THOUSANDS = r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?!,?\d)"
_DECIMAL_COMMA = r"(?<![\d.,])(\d+),(?=\d+(?![.,]?\d))"
_BARE_POINT = r"(?<![\w.])\.(?=\d)"
_LOOSE_MINUS = r"^\s*-\s+(?=\d)"


def _plain_numbers(text: str) -> str:
    text = re.sub(_THOUSANDS, lambda number: number[0].replace(",", ""), text)
    text = re.sub(_BARE_POINT, "0.", re.sub(_DECIMAL_COMMA, r"\1.", text))
    return re.sub(_LOOSE_MINUS, "-", text)


_PREFIX = r"\b(anti|co|hyper|hypo|inter|intra|micro|multi|neuro|non|post|pre|semi|sub)[- ](?=[a-z])"
_MARK = (
    r"(?P<number>(?<=\d)\.(?=\d)|(?<![\w.)])-(?=\d))"  # a decimal point, a minus
    r"|[^\w\s]|_"
)


def _mark(found: re.Match[str]) -> str:
    """Return what stands for a mark: nothing, a space, or a symbol as a word of its own."""
    mark = found[0]
    kind = unicodedata.category(mark)[0]
    if found["number"] or kind == "M":
        return mark
    if mark in "'." or kind == "C":
        return ""
    return f" {mark} " if kind == "S" else " "


_SMALL_WORDS = frozenset(
    str.split(
        "about and are as at be been by for from had has have in into is it like not of on or "
        "than the to was were with without"
    )
)


def _without_articles(words: list[str]) -> Iterator[str]:
    """Yield the words but for articles: "a" is one at the beginning or after a small word."""
    for before, word, after in zip(["the", *words], words, [*words[1:], ""], strict=False):
        article = word in ("the", "an") or (
            word == "a" and before in _SMALL_WORDS and after not in _SMALL_WORDS
        )
        if not (article and after):
            yield word


_FRACTION = r"-?\d+\.\d+"


def _one_form(word: str) -> str:
    if re.fullmatch(_FRACTION, word):
        return word.rstrip("0").rstrip(".")
    return american(word)


_SPACED = r"(?<![\d.,])[1-9]\d{0,2}(?:\s\d{3})+(?!\d)"
_LEAD = r"^(?:in )?(?:year )?"
_NUMBER = r"(?:\+ )?(-?\d{1,20}(?:\.\d{1,20})?)(?: (.+))?"
_MOST_CHARACTERS = 80


def _number(text: str, unit: str | None) -> "Decimal | None":
    """Return the number that a text is, with nothing behind it but the unit, or None."""
    from decimal import Decimal  # noqa: PLC0415  only numbers need it

    if len(text) > _MOST_CHARACTERS:
        return None
    text = re.sub(_SPACED, lambda number: "".join(number[0].split()), text)
    found = re.fullmatch(_NUMBER, re.sub(_LEAD, "", normal(text)))
    if found is None or (found[2] and (unit is None or _singular(found[2]) != _singular(unit))):
        return None
    return Decimal(found[1])


def _singular(unit: str) -> str:
    return normal(unit).removesuffix("s")


def _slips(given: list[str], right: list[str]) -> Iterator[str]:
    """Yield the word in which two texts differ, where it is one slip from the right word."""
    different = [
        (ours, theirs) for ours, theirs in zip(given, right, strict=False) if ours != theirs
    ]
    if len(given) != len(right) or len(different) != 1:
        return
    ours, theirs = different[0]
    if len(theirs) >= 6 and theirs.isalpha() and ours.isalpha() and _is_one_slip(ours, theirs):
        yield ours


def _is_one_slip(ours: str, theirs: str) -> bool:
    if abs(len(ours) - len(theirs)) > 1:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415  hardly ever needed

    return OSA.distance(ours, theirs, score_cutoff=1) == 1
