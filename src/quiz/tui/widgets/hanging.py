"""Texts with their leads, drawn as one widget, line by line."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

from quiz.tui.widgets.hung import Hung, Line


class Hanging(Widget):
    """Texts with their leads, one below the other.

    One widget for each part would cost a start and every answer several times as much.
    """

    def __init__(
        self,
        *hung: Hung,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._hung: tuple[Hung, ...] = hung
        self._width = 0
        self._lines: list[Line] = []

    def hung(self) -> Iterable[Hung]:
        """Return what is shown."""
        return self._hung

    def hang(self, *hung: Hung) -> None:
        """Show other texts."""
        self._hung = hung
        self.draw()

    def draw(self) -> None:
        """Lay out and draw anew."""
        self._width = 0
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Line]:
        """Return the lines at a width in cells."""
        if self._width != width:
            self._width = width
            self._lines = [Line(line, one.row) for one in self.hung() for line in one.lines(width)]
        return self._lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines."""
        del container, viewport
        return len(self.lines(width))

    def render(self) -> Content:
        """Return all lines, as they are copied."""
        return Content("\n").join(line.content for line in self.lines(self.content_size.width))

    def region_of(self, row: int) -> Region:
        """Return the lines of a row, as a region of this widget."""
        lines = self.lines(self.content_size.width)
        ys = [y for y, line in enumerate(lines) if line.row == row]
        return Region(0, ys[0], self.content_size.width, len(ys)) if ys else Region()

    def bring_into_view(self, row: int) -> None:
        """Scroll what is around, once all is laid out, so that a row is seen."""
        self.call_after_refresh(self._bring_into_view, row)

    def _bring_into_view(self, row: int) -> None:
        region = self.region_of(row).translate(self.virtual_region.offset)
        for around in self.ancestors:
            if not isinstance(around, Widget):
                break
            if around.allow_vertical_scroll:
                around.scroll_to_region(region, animate=False)
                region = region.translate(-around.scroll_offset)
            region = region.translate(around.virtual_region.offset)
