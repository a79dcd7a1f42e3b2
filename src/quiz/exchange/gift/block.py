"""The blocks of a GIFT file: what stands between two blank lines, with its comments.

Source: readquestions() in Moodle's question/format.php, and escapedchar_pre() of
question/format/gift/format.php.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BLANKS = " \t\n"
"""What Moodle takes off at both ends of a text, of what a clean text may hold."""
_SPECIAL = "\\:#={}~"
# characters for private use, which no clean text holds
_HIDDEN = {char: chr(0xE000 + index) for index, char in enumerate((*_SPECIAL, "n"))}
_SHOWN = str.maketrans({_HIDDEN[char]: "\n" if char == "n" else char for char in _HIDDEN})
_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_ESCAPED = str.maketrans({char: f"\\{char}" for char in _SPECIAL} | {"\n": "\\n"})
_BRACKET = "\ue007"  # stands for an escaped one


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two blank lines."""

    lines: tuple[tuple[int, str], ...]
    """Its lines but for comments, each with its number, from 1."""
    comments: str
    """Its comments, a line each."""

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.lines[0][0]

    @property
    def text(self) -> str:
        """Its words, hidden."""
        return hidden("\n".join(words for _, words in self.lines))

    @property
    def id(self) -> str:
        """The id that a comment gives; empty where none does."""
        return next(_in_brackets("id", self.comments), "")

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that the comments give."""
        return tuple(_in_brackets("tag", self.comments))


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a text that are more than comments."""
    found: list[tuple[int, str]] = []
    for number, line in enumerate((*text.split("\n"), ""), 1):
        if words := line.strip(BLANKS):
            found.append((number, words))
            continue
        if lines := tuple(one for one in found if not one[1].startswith("//")):
            yield Block(lines, "\n".join(words for _, words in found if words.startswith("//")))
        found = []


def hidden(text: str) -> str:
    """Return a text with each escaped sign as one that means nothing in GIFT."""
    return _ESCAPE.sub(lambda found: _HIDDEN[found[1]], text)


def shown(text: str) -> str:
    """Return a hidden text with its signs as a reader sees them."""
    return text.translate(_SHOWN)


def escaped(text: str) -> str:
    """Return a text as it is written into a file."""
    return text.translate(_ESCAPED)


def in_brackets(name: str, value: str) -> str:
    """Return an id or a tag as it stands in a comment."""
    return f"[{name}:{' '.join(value.split()).replace(']', chr(92) + ']')}]"


def _in_brackets(name: str, comments: str) -> Iterator[str]:
    for piece in comments.replace("\\]", _BRACKET).split(f"[{name}:")[1:]:
        value, closed, _ = piece.partition("]")
        if closed:
            yield value.replace(_BRACKET, "]").strip()
