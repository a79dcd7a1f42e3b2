"""Ids that fit a quiz file, made of names and sentences."""

import re
from collections import Counter
from unicodedata import normalize

_LONGEST = 64
_OF_WORDS = 40
"""Characters of an id that is made of a sentence."""


class Ids:
    """Gives ids, each one once."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, name: str, otherwise: str) -> str:
        """Return an id like a name; where nothing of that fits, one like other words."""
        wanted = fitting(name) or cut(fitting(otherwise), _OF_WORDS) or "question"
        id_ = wanted
        while self._given[id_]:
            self._given[wanted] += 1
            ending = f"-{self._given[wanted]}"
            id_ = cut(wanted, _LONGEST - len(ending)) + ending
        self._given[id_] += 1
        return id_


def fitting(name: str) -> str:
    """Return a name in small letters, digits and hyphens; nothing where it has none of them."""
    plain = normalize("NFKD", name[:1_000].casefold()).encode("ascii", "ignore").decode()
    return cut(re.sub(r"[^a-z0-9]+", "-", plain).strip("-"), _LONGEST)


def cut(id_: str, most: int) -> str:
    """Return an id of so many characters at the most, that ends with a whole word if it can."""
    if len(id_) <= most:
        return id_
    return id_[: most + 1].rpartition("-")[0] or id_[:most]
