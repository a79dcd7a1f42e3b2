"""A line whose text wraps under itself, not under what stands before it."""

from collections.abc import Iterator
from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static


class Hanging(Static):
    """A lead such as a mark or a bar, and a text beside it, drawn as one widget.

    One widget for each part would cost a start and every answer several times as much.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Hanging { width: 1fr; height: auto; }
    """

    def __init__(self, lead: str | Content = "", text: str | Content = "") -> None:
        super().__init__(markup=False)
        self._hung = [(_content(lead), _content(text))]

    def hang(self, *hung: tuple[Content, Content]) -> None:
        """Show other texts, one below the other, each with its lead."""
        self._hung = list(hung)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines."""
        del container, viewport
        return sum(1 for _ in self._lines(width))

    def render(self) -> Content:
        """Return the lines, each text under itself."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        for lead, text in self._hung:
            indent = lead.cell_length
            for number, line in enumerate(text.wrap(max(width - indent, 1)) or [text]):
                yield (Content(" " * indent) if number else lead) + line


def _content(text: str | Content) -> Content:
    return text if isinstance(text, Content) else Content(text)
