"""Texts whose lines wrap under themselves, not under what stands before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textual.content import Content


class Hung:
    """A text, and what stands before it."""

    __slots__ = ("_lines", "_width", "barred", "lead", "row", "text")

    def __init__(
        self, lead: Content, text: Content, *, barred: bool = False, row: int | None = None
    ) -> None:
        self.lead = lead
        """Such as a mark, or a bar."""
        self.text = text
        """What wraps beside it."""
        self.barred = barred
        """Whether the lead stands before every line, and not before the first alone."""
        self.row = row
        """Which row of a list it belongs to."""
        self._width = 0
        self._lines: list[Content] = []

    def lines(self, width: int) -> list[Content]:
        """Return the lines, of `width` cells at the most; the same ones for the same width."""
        if self._width != width:
            self._width, self._lines = width, list(self._wrapped(width))
        return self._lines

    def _wrapped(self, width: int) -> Iterator[Content]:
        indent = self.lead.cell_length
        below = self.lead if self.barred else Content(" " * indent)
        for number, line in enumerate(self.text.wrap(max(width - indent, 1)) or [self.text]):
            yield (below if number else self.lead) + line


def hung(lead: str | Content, text: str | Content) -> Hung:
    """Return a text with what stands before its first line."""
    return Hung(_content(lead), _content(text))


def under(lead: Content, text: Content, *, row: int) -> Hung:
    """Return a muted text that stands below another one of a row, where that one begins."""
    return Hung(Content(" " * lead.cell_length), text.stylize_before("$muted"), row=row)


def barred(color: str, text: str | Content) -> Hung:
    """Return a text with a bar in a color at its side."""
    return Hung(Content.styled("▌ ", color), _content(text), barred=True)


def _content(text: str | Content) -> Content:
    return text if isinstance(text, Content) else Content(text)


BLANK = hung("", "")
"""An empty line."""


class Line(NamedTuple):
    """A line as it is wrapped."""

    content: Content
    """What stands on it."""
    row: int | None
    """Which row of a list it belongs to."""
