"""What breaks a list in [ ] or keys in { }: at which character, and what to write instead."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from quiz.quizfile.keys import KEYS

QUOTE = "put the whole text in quotation marks"
CURLY_MARKS = "“”„‟«»\u2039\u203a\u2018\u2019\u201a\u201b"
CURLY = (
    "typographic quotation marks are part of a text: put straight ones around the whole text, in "
    'their place, as in "text"'
)
COLON = f"a colon with a space after it stands in the text: {QUOTE}"
_COMMENT = f"what follows # behind a space is a comment: {QUOTE}"
_BEGINS = "a text may not begin with {}: " + QUOTE
_CLOSED = (
    "the text that begins with {0} here ends at the next {0}: put the whole text in {1}, or write "
    "{2} for each {0} within it"
)
_TOO_MANY = "one {} too many stands here: take it out"
_NO_COMMA = "a comma is missing before `{}`: write one at the end of what stands before it"
UNCLOSED = "the quotation mark here is never closed: write another at the end of the text"
_MARKS = {"'": ("'", 'quotation marks, "..."', "''"), '"': ('"', "apostrophes, '...'", '\\"')}
_ENDS = {
    "[": "the list that begins with [ here is never closed: write ] at its end",
    "{": "the keys that begin with { here are never closed: write } at their end",
}
_TOKEN = re.compile(r"\s++|[\[\]{},#]|:(?=[\s,\[\]{}]|$)|[^\s\[\]{},#:]++|.")
_QUOTED = re.compile(r"'(?:[^']|'')*+'|\"(?:[^\"\\]|\\.)*+\"", re.DOTALL)


class Found(NamedTuple):
    """What is wrong, and at which character."""

    at: int
    message: str


@dataclass(slots=True)
class _Open:
    """A list or keys that was begun."""

    index: int
    sign: str
    begins: int | None = None
    """Where the value or key begins that is read."""
    quote: str = ""
    """The quotation mark that it stood in, which is closed."""
    colons: int = 0
    """How many stood in this value of a list, or behind this key."""
    word: tuple[int, str] = (0, "")
    """The last word, and where it begins."""

    def begin(self, at: int, piece: str) -> Found | None:
        """Begin a value or key with a word or a text; return what is wrong with its beginning."""
        self.begins = at
        if piece[0] not in _MARKS:
            return None
        self.quote = piece[0]
        closed = len(piece) > 1 and piece[-1] == piece[0]
        return None if closed else Found(at, UNCLOSED)

    def next(self, *, value: bool = False) -> None:
        """Begin another value or key; `value` is that of a key."""
        self.begins, self.quote, self.colons = None, "", self.colons + 1 if value else 0


def fault(text: str, start: int) -> Found | None:
    """Return what breaks the list or keys that begin at a character; None where that isn't seen."""
    opened: list[_Open] = []
    at = start
    while at < len(text):
        piece = _next(text, at, fresh=bool(opened) and opened[-1].begins is None)
        if piece in {"[", "{"} and (not opened or opened[-1].begins is None):
            if opened:
                opened[-1].begins = at
            opened.append(_Open(at, piece))
        elif piece in {"]", "}"}:
            opened.pop()
        elif found := _wrong(text, at, piece, opened[-1]):
            return found
        if not opened:
            behind = text[at + 1 :].partition("\n")[0].strip()
            if not behind.strip("]}"):
                return Found(at + 1, _TOO_MANY.format(behind[0])) if behind else None
            return Found(start, _BEGINS.format(text[start]))
        at += len(piece)
    return Found(opened[-1].index, _ENDS[opened[-1].sign])


def _next(text: str, at: int, *, fresh: bool) -> str:
    """Return what stands at a character: a text in quotation marks where a value begins."""
    found = (_QUOTED.match(text, at) if fresh else None) or _TOKEN.match(text, at)
    return found[0] if found else text[at]


def _wrong(text: str, at: int, piece: str, inside: _Open) -> Found | None:
    """Take a piece in; return what is wrong with it, if anything is."""
    if piece.isspace():
        return None
    if piece == ",":
        inside.next()
    elif piece == "#" and text[at - 1].isspace():
        return Found(at, _COMMENT)
    elif piece == ":" and inside.colons:
        return _second_colon(text, at, inside)
    elif piece == ":":
        inside.next(value=True)
    elif inside.quote and piece in KEYS:
        return Found(at, _NO_COMMA.format(piece))
    elif inside.quote:
        return Found(inside.begins or at, _CLOSED.format(*_MARKS[inside.quote]))
    elif inside.begins is None and (found := inside.begin(at, piece)):
        return found
    inside.word = (at, piece)
    return None


def _second_colon(text: str, at: int, inside: _Open) -> Found:
    """Tell a missing comma from a colon that belongs to the text."""
    if text[inside.begins or at] in CURLY_MARKS:
        return Found(inside.begins or at, CURLY)
    begins, word = inside.word
    if word in KEYS and begins != inside.begins:
        return Found(begins, _NO_COMMA.format(word))
    return Found(at, COLON)
