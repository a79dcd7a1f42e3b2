"""Lines whose text wraps under itself, not under what stands before it, drawn as one widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.geometry import Size


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


def _parsed(style: str | Style) -> Style:
    return Style.parse(style) if isinstance(style, str) else style


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

    def hung(self) -> Iterable[Hung]:
        """Return what is shown."""
        return self._hung

    def hang(self, *hung: Hung) -> None:
        """Show other texts."""
        self._hung = hung
        self.draw()

    def draw(self) -> None:
        """Draw the lines that have changed; lay out anew where there are more or fewer of them."""
        self._width, width = 0, self.content_size.width
        lines = self.lines(width) if width else []
        if not width or len(lines) != len(self._drawn):
            self.refresh(layout=True)
            return
        pairs = enumerate(zip(self._drawn, lines, strict=True))
        changed = [y for y, (old, new) in pairs if old.content is not new.content]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

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

    def render_line(self, y: int) -> Strip:
        """Return a line in its colors."""
        lines = self._drawn = self.lines(self.content_size.width)
        if y >= len(lines):
            return Strip.blank(self.content_size.width, self.visual_style.rich_style)
        line = self._selected(lines[y].content, y)
        parts = line.render(self.visual_style, end="", parse_style=_parsed)
        strip = Strip([Segment(text, style.rich_style) for text, style in parts], line.cell_length)
        return strip.apply_offsets(0, y)

    def _selected(self, line: Content, y: int) -> Content:
        """Return a line with what is selected of it marked."""
        span = self.text_selection.get_span(y) if self.text_selection else None
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
