"""The form in which two typed texts are compared: what counts as the same.

In order: letters, numbers, signs, words that only frame, number words, spelling.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from quiz.model.letters import folded
from quiz.model.number_words import with_digits
from quiz.model.spelling import american


@lru_cache(maxsize=4096)
def normalize(text: str, language: str = "en") -> str:
    """Return a text in the form in which typed answers are compared, a space between two words.

    Gone are case, accents, what can't be seen, punctuation, articles (but not the A of
    "hepatitis A") and words that only frame, as in "it is". A hyphen is a space. What tells two
    answers apart stays: a minus, a plus, < and >, the slash and the colon between figures, a
    decimal point, a prime, a power. British and American spelling are one, and number words are
    digits. A comma before three digits marks thousands; any other one between digits is a decimal
    comma. A text of punctuation alone stays as it is.
    """
    plain = _plain_signs(_plain_numbers(folded(text, language)))
    words = re.sub(_MARK, _mark, plain).replace("per cent", "percent").split()
    words = re.sub(_FRAME, "", " ".join(_without_articles(words))).split()
    words = with_digits(" ".join(words)).split()
    return " ".join(map(_one_form, words)) or " ".join(text.split())


def joined(text: str, language: str = "en") -> str:
    """Return the same form without spaces but between figures."""
    return closed(normalize(text, language))


def closed(form: str) -> str:
    """Return a normal form without spaces but between figures."""
    return re.sub(_LOOSE, "", form)


def word_count(text: str) -> int:
    """Return how many words a text has without those that only frame; a hyphen parts none."""
    words = normalize(re.sub(_WITHIN, "", folded(text, "en"))).split()
    return sum(any(map(str.isalnum, word)) for word in words)


_WITHIN = r"(?<=\w)-(?=\w)|(?<=\d)[^\w\s,;]{1,3}(?=\d)"
_LOOSE = r"(?<!\d) | (?!\d)"

_THOUSANDS = r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?!,?\d)"
_DECIMAL_COMMA = r"(?<![\d.,])(\d+),(?=\d+(?![.,]?\d))"
_BARE_POINT = r"(?<![\w.])\.(?=\d)"
_LOOSE_MINUS = r"^\s*-\s+(?=\d)"


def _plain_numbers(text: str) -> str:
    text = re.sub(_THOUSANDS, lambda number: number[0].replace(",", ""), text)
    text = re.sub(_BARE_POINT, "0.", re.sub(_DECIMAL_COMMA, r"\1.", text))
    return re.sub(_LOOSE_MINUS, "-", text)


_QUOTED = r"""^\s*(["'])(.*)\1\s*$"""
_POWER = r"((?<![\w.])\d[\d.]*)?\s*\^\s*"
_SPACED_SIGN = r"(?<=\d)\s+([/:])\s+(?=\d)"
_LAST_MINUS = r"(?<=\w)\s*-\s*$"
_HANGING = r"(?<=\w)-(?=\s+(?:and|or|to)\b)"
_DEGREE = r"°\s*(?=[cfk]\b)"


def _plain_signs(text: str) -> str:
    """Return a text in which a sign that may be written in several ways is written in one."""
    text = re.sub(_QUOTED, r"\2", text)
    text = re.sub(_POWER, lambda found: f"{found[1]}^" if found[1] else "", text)
    text = re.sub(_DEGREE, "", re.sub(_SPACED_SIGN, r"\1", text))
    text = re.sub(_HANGING, " ", re.sub(_LAST_MINUS, "-", text))
    return text.replace("<=", "≤").replace(">=", "≥")


_MARK = (
    r"(?P<number>(?<=\d)\.(?=\d)|(?<![\w.)'])-(?=\d))"  # a decimal point, a minus
    r"|(?P<sign>(?<=\w)-(?![\w-])|(?<=[\w+])#|(?<=\d)[/:](?=\d)"  # O-, C#, 1/2
    r"|(?<=\d)['\"]+(?!\w)|[‰°^♭])"  # 5', a degree, a power
    r"|[^\w\s]|_"
)
_WORDS = {"%": "percent", "&": "and"}


def _mark(found: re.Match[str]) -> str:
    """Return what stands for a mark: nothing, a space, or a symbol as a word of its own."""
    mark = found[0]
    kind = unicodedata.category(mark[0])
    if found["number"] or kind[0] == "M":
        return mark
    if found["sign"] or mark in _WORDS or kind in ("Sm", "Sc"):
        return f" {_WORDS.get(mark, mark)} "
    return "" if mark in "'." or kind[0] == "C" else " "


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


_FRAME = (
    r"^(?:(?:(?:it|this|that|they|these|those|answer) (?:is|are|was|were)|its|thats|(?:is |are )?"
    r"(?:called|named|known as))\b\s*)+(?=\S)"
)
"""Words before an answer that say nothing of it."""

_FRACTION = r"-?\d+\.\d+"


def _one_form(word: str) -> str:
    if re.fullmatch(_FRACTION, word):
        return word.rstrip("0").rstrip(".")
    return american(word)
