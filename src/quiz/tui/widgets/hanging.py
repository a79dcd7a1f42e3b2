"""Texts with their leads, drawn as one widget, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import ClassVar

from textual.content import Content
from textual.geometry import Region, Size
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from quiz.tui.widgets.drawing import Drawing, Look
from quiz.tui.widgets.hung import BLANK, Hung, Line

_NO_LINE = Line(BLANK.text, None)


class Hanging(Widget):
    """Texts with their leads, one below the other.

    One widget for each part would cost a start and every answer several times as much, as would
    wrapping again what stands there already, or drawing what is out of sight.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Hanging { width: 1fr; height: auto; }
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
        self._drawn: list[Line] = []
        self._selected: Selection | None = None
        self._drawing: Drawing | None = None

    def hung(self) -> Iterable[Hung]:
        """Return what is shown."""
        return self._hung

    def hang(self, *hung: Hung) -> None:
        """Show other texts."""
        self._hung = hung
        self.draw()

    def rehearse(self, *hung: Hung) -> None:
        """Wrap texts that may be shown next, and draw what would be seen of them."""
        width, height = self.content_size
        lines = [line for one in hung for line in one.lines(width)]
        if self._drawing:
            self._drawing.rehearse(lines[:height])

    def draw(self) -> None:
        """Draw the lines that have changed; lay out anew where the height changes with them.

        Where there is room below, what fits there is drawn before it is laid out.
        """
        self._width, (width, height) = 0, self.content_size
        lines = self.lines(width) if width else []
        roomy = len(self._drawn) < height
        if not roomy and (not width or len(lines) != len(self._drawn)):
            self.refresh(layout=True)
            return
        pairs = enumerate(zip_longest(self._drawn, lines, fillvalue=_NO_LINE))
        changed = [y for y, (old, new) in pairs if old.content is not new.content]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))
        if len(lines) > height:
            self.call_after_refresh(self.refresh, layout=True)

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

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return what is seen of it, each line as it was drawn where it is still the same.

        Textual's own way asks for border, outline and hatching once more for each line, which
        takes as long as the line: of these there are none here, nor room at the left or above.
        """
        if self.is_attached:  # else it is drawn once more while it goes: as it was
            self._heed_changes()
        drawing = self._drawing
        if drawing is None:
            return [Strip.blank(crop.width)] * crop.height
        strips = [drawing.strip(y, self._line(y)) for y in crop.line_range]
        start, end = crop.column_span
        whole = (start, end) == (0, drawing.look.width)
        return strips if whole else [strip.crop(start, end) for strip in strips]

    def _heed_changes(self) -> None:
        filters = tuple(self.get_line_filters())
        background, style = self.background_colors[1], self.visual_style
        look = Look(self.outer_size.width, style, background, filters)
        if self._drawing is None or self._drawing.look != look:
            self._drawing = Drawing(look)
        self._drawn, self._selected = self.lines(self.content_size.width), self.text_selection

    def _line(self, y: int) -> Content:
        """Return a line with what is selected of it marked; an empty one below the last."""
        if y >= len(self._drawn):
            return BLANK.text
        line = self._drawn[y].content
        span = self._selected.get_span(y) if self._selected else None
        if span is None:
            return line
        start, end = span
        style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
        return line.stylize(style, start, len(line) if end < 0 else end)

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
