"""The form in which two typed texts are compared: what counts as the same."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from quiz.model.number_words import with_digits
from quiz.model.spelling import american


@lru_cache(maxsize=4096)
def normalize(text: str) -> str:
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
