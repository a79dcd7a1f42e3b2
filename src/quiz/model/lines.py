"""Lines of text for a terminal: counted in its columns, and wrapped."""

import textwrap
from unicodedata import combining, east_asian_width

from quiz.model.text import clean

NARROWEST = 20
"""No line is broken to fewer columns than this."""


def cells(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    wide = sum(east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(combining(character) > 0 for character in text)


def cut(text: str, most: int) -> str:
    """Return as much of the start as fits into columns, an ellipsis where some is left out."""
    if cells(text) <= most:
        return text
    kept, used = "", 1
    for character in text:
        used += cells(character)
        if used > most:
            break
        kept += character
    return kept + "…"


def wrap(text: str, width: int, lead: str = "") -> list[str]:
    """Return the text in lines of at most `width` columns, the first begun with `lead`.

    The other lines hang below the first one's text. An empty text gives the lead alone.
    """
    room = max(width, NARROWEST) - cells(lead)
    if cells(text) > len(text):  # wide characters, which are counted as one each
        room //= 2
    lines = textwrap.wrap(clean(text), max(room, 1), expand_tabs=False, break_on_hyphens=False)
    first, *rest = lines or [""]
    return [f"{lead}{first}".rstrip(), *(" " * cells(lead) + line for line in rest)]
