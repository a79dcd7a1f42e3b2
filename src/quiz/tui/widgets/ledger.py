"""Many lines at once, each with a lead beside which its text wraps."""

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Line = tuple[Content, Content]
"""A lead, and the text that wraps beside it."""

_NARROWEST = 8


class Ledger(Widget):
    """Lines of a thousand learners in one widget: as many widgets would take half a minute."""

    def __init__(self, lines: Iterable[Line], *, spaced: bool = False) -> None:
        super().__init__()
        self.lines: Sequence[Line] = tuple(lines)
        """What it shows."""
        self.spaced = spaced
        """Whether an empty line stands between two."""
        self._width = -1
        self._drawn: list[Content] = []

    def drawn(self, width: int) -> list[Content]:
        """Return what stands on the screen at a width in cells, line by line."""
        if width != self._width:
            self._width, self._drawn = width, list(self._draw(width))
        return self._drawn

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines on the screen."""
        del container, viewport
        return len(self.drawn(width))

    def render(self) -> Content:
        """Return all lines."""
        return Content("\n").join(self.drawn(self.content_size.width))

    def _draw(self, width: int) -> Iterator[Content]:
        for number, (lead, text) in enumerate(self.lines):
            if number and self.spaced:
                yield Content("")
            hang = lead.cell_length
            first, *rest = text.wrap(max(width - hang, _NARROWEST)) or [Content("")]
            yield Content.assemble(lead, first)
            yield from (Content.assemble(" " * hang, line) for line in rest)
