"""Hiding names in texts: those of a class, in what its learners typed."""

import re
from collections.abc import Iterable
from unicodedata import combining, normalize

from quiz.model.quiz import Quiz
from quiz.model.texts import texts

HIDDEN = "(name)"
"""What stands where a name stood."""
_WORD = re.compile(r"[^\W_]+")


class Hider:
    """Hides whole names, and each word of a name that the quiz itself does not use.

    Case and accents don't matter. Not looked for are names of one letter or of digits alone, which
    are codes: they would hide answers.
    """

    def __init__(self, names: Iterable[str], quiz: Quiz) -> None:
        known = {word for _, text in texts(quiz) for word in _words(text)}
        self._wholes: dict[str, list[tuple[str, ...]]] = {}
        self._words: set[str] = set()
        self._strings: set[str] = set()
        for name in names:
            self._add(" ".join(name.split()), known)

    def _add(self, name: str, known: set[str]) -> None:
        words = tuple(_words(name))
        if len(name) < 2 or (all(word.isdigit() for word in words) and words):
            return
        if not words or name.lower() == name.upper():  # a script in which words may touch
            self._strings |= {name, normalize("NFC", name)}
        if words:
            self._wholes.setdefault(words[0], []).append(words)
            self._wholes[words[0]].sort(key=len, reverse=True)
        telling = (word for word in words if len(word) > 1 and not word.isdigit())
        self._words.update(word for word in telling if word not in known)

    def __call__(self, text: str) -> str:
        """Return the text with every name in it hidden."""
        text = normalize("NFC", text)
        for string in sorted(self._strings, key=len, reverse=True):
            text = text.replace(string, HIDDEN)
        found = list(_WORD.finditer(text))
        folded = [_fold(word[0]) for word in found]
        parts, end, place = [], 0, 0
        while place < len(found):
            count = self._named(folded, place)
            if count:
                parts += [text[end : found[place].start()], HIDDEN]
                end = found[place + count - 1].end()
            place += count or 1
        return "".join([*parts, text[end:]])

    def _named(self, words: list[str], place: int) -> int:
        """Return how many words from that place on are a name."""
        for name in self._wholes.get(words[place], ()):
            if tuple(words[place : place + len(name)]) == name:
                return len(name)
        return int(words[place] in self._words)


def _words(text: str) -> list[str]:
    return [_fold(word[0]) for word in _WORD.finditer(normalize("NFC", text))]


def _fold(word: str) -> str:
    return "".join(c for c in normalize("NFKD", word.casefold()) if not combining(c))
