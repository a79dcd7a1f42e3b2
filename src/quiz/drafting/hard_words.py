"""The hard words of a text, which a quiz may explain or name as familiar."""

import re
from collections import Counter

from quiz.check.readability import MANY
from quiz.check.syllables import syllables
from quiz.model.words import WORD, carries, stem

MOST = 20
_ENDINGS = ("es", "ed", "ing")
_EVERYDAY = re.compile(
    r"(?:tion|sion|ence|ance|ment|al|ity|able|ible|ant|ent|ness|ing|ed|ize)s?$|ities$"
)


def hard_words(text: str, most: int = MOST) -> tuple[str, ...]:
    """Return the hard words of an English text, hardest first; of forms of a word the shortest.

    Those are hard that have three syllables or more without -es, -ed and -ing, and are no names,
    no compounds and no adverbs (after Gunning 1952).
    """
    forms: dict[str, list[str]] = {}
    for word in WORD.findall(text):
        if word.isalpha() and word.islower() and carries(word) and _is_hard(word):
            forms.setdefault(stem(word), []).append(word)
    counts = Counter({min(set(found), key=len): len(found) for found in forms.values()})
    ranked = sorted(counts, key=lambda word: (-syllables(word), -counts[word], word))
    return tuple(ranked[:most])


def is_term(word: str) -> bool:
    """Return whether a hard word ends as terms do, and not as everyday words are made."""
    return not _EVERYDAY.search(word)


def _is_hard(word: str) -> bool:
    bare = next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end)), word)
    return not word.endswith("ly") and min(syllables(word), syllables(bare)) >= MANY
