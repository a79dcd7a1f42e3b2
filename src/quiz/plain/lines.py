"""Lines of text: wrapped, indented, and spelled in ASCII where nothing else can be written."""

import textwrap
from calendar import month_name
from datetime import date

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

    The other lines hang below the first one's text. An empty text gives the lead alone.
    """
    lines = textwrap.wrap(
        clean(text),
        max(width, NARROWEST),
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        expand_tabs=False,
        break_on_hyphens=False,
    )
    return lines or [lead.rstrip()]


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
    return f"{date.day} {month_name[date.month]} {date.year}"
