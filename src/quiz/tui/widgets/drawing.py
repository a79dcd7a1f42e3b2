"""Lines as they were drawn: each one once, as long as it looks the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.strip import Strip
from textual.style import Style


class Look(NamedTuple):
    """What all lines of a widget have in common."""

    width: int
    """Cells in each."""
    style: Style
    """What they look like where nothing else is said."""
    background: Color
    """What lies behind them."""
    filters: tuple[LineFilter, ...]
    """What each goes through before it is shown; others for every theme."""


class Drawing:
    """Draws lines, and remembers them with what stood on them."""

    def __init__(self, look: Look) -> None:
        self.look = look
        """What the lines look like."""
        self._blank = self._filled(Strip([]))
        self._drawn: dict[int, tuple[Content, Strip]] = {}
        self._ahead: dict[int, tuple[Content, Strip]] = {}

    def strip(self, y: int, line: Content) -> Strip:
        """Return a line as it is drawn in the row y."""
        if not line.plain:
            return self._blank
        for known in (self._drawn.get(y), self._ahead.get(y)):
            if known and known[0] is line:
                break
        else:
            known = line, self._made(line, y)
        self._drawn[y] = known
        return known[1]

    def rehearse(self, lines: Iterable[Content]) -> None:
        """Draw lines that may be wanted next, from the first row on."""
        self._ahead = {y: (line, self._made(line, y)) for y, line in enumerate(lines)}

    def _made(self, line: Content, y: int) -> Strip:
        """Return a line in its colors, each letter knowing its place for the mouse."""
        parts = line.render(self.look.style, end="", parse_style=_parsed)
        segments = [Segment(text, style.rich_style) for text, style in parts]
        return self._filled(Strip(segments, line.cell_length).apply_offsets(0, y))

    def _filled(self, strip: Strip) -> Strip:
        """Return a line with the room at its right, as it is shown in a terminal such as this."""
        width, style, background, filters = self.look
        segments = [*strip, Segment(" " * (width - strip.cell_length), style.rich_style)]
        for line_filter in filters:
            segments = line_filter.apply(segments, background)
        return Strip(segments, width)


def _parsed(style: str | Style) -> Style:
    return Style.parse(style) if isinstance(style, str) else style
