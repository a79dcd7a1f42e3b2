"""The words of a text, and which of them carry its meaning."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*")
"""A word: letters and figures, with what joins them."""

_STOP_LISTED = (
    "a about after all also although am among an and another any are around as at be because been "
    "before being between both but by can could did do does doing done down during each either "
    "for from get gets had has have having he her here hers him his how i if in into is it its "
    "itself just many may me might more most much must my neither no none nor not of off often on "
    "once one only or other others our out over own per she should since so some such than that "
    "the their theirs them then there these they this those through to too toward under until up "
    "upon us very was we were what when where which while who whom whose why will with within "
    "without would yes you your according article author best correct describe describes following "
    "main mainly passage question say says said statement text true false called named mean means "
    "meant reason reasons"
)
STOP = frozenset(_STOP_LISTED.split())
"""Words that carry little of a question's meaning."""

_ENDINGS_LISTED = (
    "ations ation ments ment ities ity ings ing ions ion edly ed ies ers er als al ance ant ants "
    "ives ive ic ly es s e y"
)
_ENDINGS = _ENDINGS_LISTED.split()
_SHORTEST = 4
_ODD_LISTED = (
    "women/woman men/man children/child feet/foot teeth/tooth mice/mouse geese/goose oxen/ox "
    "wives/wife knives/knife halves/half wolves/wolf loaves/loaf "
    "selves/self shelves/shelf calves/calf bacteria/bacterium criteria/criterion "
    "diagnoses/diagnosis crises/crisis"
)
_ODD_PLURALS = {many: one for many, _, one in (pair.partition("/") for pair in _ODD_LISTED.split())}


ARTICLES = frozenset({"a", "an", "the"})
"""Words that answers are compared without."""


def words(text: str) -> list[str]:
    """Return the words in small letters, in order."""
    return WORD.findall(text.lower())


def content(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning: figures, and words of three letters up."""
    return frozenset(content_stems(text))


def content_stems(text: str) -> list[str]:
    """Return the same stems in the order of the text."""
    return [stem(word) for word in words(text) if carries(word)]


def carries(word: str) -> bool:
    """Return whether a word in small letters carries meaning."""
    return word not in STOP and (len(word) > 2 or word.isdecimal())


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the word without its endings, so that approve, approved and approval are one.

    Four letters stay; it is no dictionary form, and good for comparing only.
    """
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    word = _ODD_PLURALS.get(word, word)
    shorter = _strip(word)
    while shorter != word:
        word, shorter = shorter, _strip(shorter)
    return word


def _strip(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    if len(word) == _SHORTEST and word[-1] in "sy":
        return word[:-1] + ("i" if word[-1] == "y" else "")  # bodies and body are one
    return word
