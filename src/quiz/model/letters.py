"""Letters as they are compared: case, accents and points, by the language of a quiz."""

import re
import unicodedata
from collections.abc import Mapping

from quiz.model.language import primary_subtag
from quiz.model.text import seen, without_joiners

DASHES = "‐‑‒–—−"
"""What stands for a hyphen or a minus."""
SIGNS = {**dict.fromkeys(DASHES, "-"), **dict.fromkeys("`´ʼ′‘’", "'"), "⁄": "/", "º": "°"}
"""Signs that are written in several ways, and the one way in which they are compared."""
_MARKS = str.maketrans(
    {**SIGNS, "″": '"', "∕": "/", "♯": "#", **dict.fromkeys("™®©℠", "")},
)
_RAISED = re.compile("[⁺⁻]*[²³¹⁰⁴-⁹][²³¹⁰⁴-⁹⁺⁻]*")
_FRACTION = re.compile("(?<=[0-9])(?=[¼-¾⅐-⅞])")

_CAPITALS = dict.fromkeys(("tr", "az"), str.maketrans("Iİ", "ıi"))
"""Capitals whose small letters are other ones than elsewhere."""
_LATIN = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}
_OWN: Mapping[str, Mapping[str, str]] = {
    "de": {"ä": "ae", "ö": "oe", "ü": "ue"},
    "es": {"ñ": "ñ"},
    "sv": {"å": "å", "ä": "ä", "ö": "ö"},
    "fi": {"ä": "ä", "ö": "ö"},
    **{one: {"å": "aa", "æ": "ae", "ø": "oe"} for one in ("da", "nb", "nn", "no")},
    "uk": {"ї": "ї"},
    "be": {"ў": "ў"},
}
"""Letters that are more than another one with an accent, and how else each may be written."""
_POINTS = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # of Hebrew
    "\u0610-\u061a\u0640\u064b-\u0652\u0670\u06d6-\u06ed"  # of Arabic, and what stretches a word
)
_GREEK = re.compile("(?<![\u0370-\u03ff])[α-λν-ρσ-ω](?![\u0370-\u03ff])")  # not that of µg
"""A Greek letter alone, as in TGF-β, which may be written as its name."""
_LEFT_OUT = re.compile(f"(?<!и)[\u0300-\u036f]|(?<=и)[\u0300-\u0305\u0307-\u036f]|[{_POINTS}]")


def folded(text: str, language: str) -> str:
    """Return a text in small letters, without accents and points; a power is marked by ^.

    What a language counts as a letter of its own stays one.
    """
    language = primary_subtag(language)
    text = _RAISED.sub(lambda found: "^" + found[0], without_joiners(seen(text)))
    text = unicodedata.normalize("NFKC", _FRACTION.sub(" ", text.translate(_MARKS)))
    text = text.translate(_MARKS).translate(_CAPITALS.get(language, {}))
    text = unicodedata.normalize("NFC", text.casefold())
    own = {**_LATIN, **_OWN.get(language, {})}
    text = "".join(own.get(letter) or _plain(letter) for letter in text)
    return text if language == "el" else _GREEK.sub(_name, text)


def bare(text: str) -> str:
    """Return a folded text in which letters of a language's own are like any accented ones."""
    return folded(text.replace("ı", "i"), "en")


def _name(greek: re.Match[str]) -> str:
    return unicodedata.name(greek[0]).rpartition(" ")[2].lower()


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    return unicodedata.normalize("NFKC", _LEFT_OUT.sub("", unicodedata.normalize("NFKD", letter)))
