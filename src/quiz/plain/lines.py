"""Lines of text: wrapped, indented, and spelled in ASCII where nothing else can be written."""

from __future__ import annotations

from datetime import date
from itertools import chain, repeat

from quiz.model.text import clean

NARROWEST = 20
"""No line is broken to fewer columns than this."""

_ASCII = str.maketrans(
    {
        "✓": "+",
        "✗": "x",
        "◐": "~",
        "–": "-",
        "—": "-",
        "▰": "#",
        "▱": ".",
        "→": "->",
        "…": "...",
        "·": "-",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
    }
)


def wrap(text: str, width: int, lead: str = "") -> list[str]:
    """Return the text in lines of at most `width` columns, the first begun with `lead`.

    The other lines hang below the first one's text. An empty text gives the lead alone. As many
    words as fit stand on a line, as `textwrap` has it, whose import takes half of Python's start.
    """
    folded = _folded(clean(text), max(max(width, NARROWEST) - len(lead), 1))
    if not folded:
        return [lead.rstrip()]
    starts = chain([lead], repeat(" " * len(lead)))
    return [start + line for start, line in zip(starts, folded, strict=False)]


def _folded(text: str, room: int) -> list[str]:
    """Return the text in lines of so many columns; a word that is longer is cut."""
    lines: list[str] = []
    line, gap = "", ""
    for word in text.replace("\t", " ").replace("\n", " ").split(" "):
        if not word:
            gap += " "
            continue
        if len(line) + len(gap) + len(word) > room >= len(word):
            lines.append(line)
            line, gap = "", ""
        line += gap + word
        while len(line) > room:
            lines.append(line[:room].rstrip(" "))
            line = line[room:].lstrip(" ")
        gap = " "
    return [one for one in (*lines, line) if one]


def heading(text: str, width: int) -> list[str]:
    """Return the text underlined, with an empty line above it."""
    lines = wrap(text, width)
    return ["", *lines, "-" * max(map(len, lines))]


def bar(share: float, cells: int = 10) -> str:
    """Return a bar that is filled to the share, from 0 to 1."""
    filled = round(min(max(share, 0.0), 1.0) * cells)
    return "▰" * filled + "▱" * (cells - filled)


def to_ascii(text: str) -> str:
    """Return the text with the program's own marks, quotes and dashes spelled in ASCII."""
    return text.translate(_ASCII)


def day(date: date) -> str:
    """Return a day in words, as in 3 May 2027."""
    from calendar import month_name  # noqa: PLC0415  at the end

    return f"{date.day} {month_name[date.month]} {date.year}"
