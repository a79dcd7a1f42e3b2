"""Lines of text: wrapped, indented, and spelled in ASCII where nothing else can be written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quiz.model.lines import cells, wrap

_ASCII = str.maketrans(
    {
        "✓": "+",
        "✗": "x",
        "◐": "~",
        "–": "-",
        "—": "-",
        "→": "->",
        "…": "...",
        "·": "-",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "\u00a0": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Underlined:
    """A text with a line below it."""

    text: str


@dataclass(frozen=True, slots=True)
class Unbroken:
    """A text that stays on its line, to be copied from there."""

    text: str


Hanging = tuple[str, str]
"""What stands before a text, and the text, whose other lines hang below its first one."""
Block = str | Hanging | Underlined | Unbroken
"""A piece of what is shown, as it is before there are lines."""


def heading(text: str) -> tuple[Block, Block]:
    """Return the text underlined, with an empty line above it."""
    return "", Underlined(text)


def layout(blocks: Iterable[Block], width: int) -> Iterator[str]:
    """Yield the lines of some blocks, each of at most `width` columns."""
    for block in blocks:
        match block:
            case Underlined(text):
                lines = wrap(text, width)
                yield from (*lines, "-" * max(map(cells, lines)))
            case Unbroken(text):
                yield text
            case (lead, text):
                yield from wrap(text, width, lead)
            case str():
                yield from wrap(block, width)


def to_ascii(text: str) -> str:
    """Return the text with the program's own marks, quotes and dashes spelled in ASCII."""
    return text.translate(_ASCII)
