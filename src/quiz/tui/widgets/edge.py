"""The lines at the head and the foot of a screen: drawn a moment after what they are about."""

from __future__ import annotations

from typing import ClassVar

from textual.widget import Widget

_SOON = 1 / 30
"""Seconds: what a key did is drawn first, and these lines with the next picture."""


class Edge(Widget):
    """One line, across the whole screen."""

    DEFAULT_CSS: ClassVar[str] = """
    Edge {
        height: 1;
        padding: 0 1;
        background: $surface;
        color: $foreground;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.stale = False
        """Whether it is about to be drawn anew."""

    def draw_soon(self) -> None:
        """Draw it with what it says then."""
        if not self.stale:
            self.stale = True
            self.set_timer(_SOON, self._draw)

    def _draw(self) -> None:
        self.stale = False
        self.refresh()
