"""Lines whose text wraps under itself, not under what stands before it."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static


class Hung(NamedTuple):
    """A text, and what stands before it."""

    lead: Content
    """Such as a mark, or a bar."""
    text: Content
    """What wraps beside it."""
    barred: bool = False
    """Whether the lead stands before every line, and not before the first alone."""

    def lines(self, width: int) -> Iterator[Content]:
        """Yield the lines, of `width` cells at the most."""
        indent = self.lead.cell_length
        below = self.lead if self.barred else Content(" " * indent)
        for number, line in enumerate(self.text.wrap(max(width - indent, 1)) or [self.text]):
            yield (below if number else self.lead) + line


def hung(lead: str | Content, text: str | Content) -> Hung:
    """Return a text with what stands before its first line."""
    return Hung(_content(lead), _content(text))


def _content(text: str | Content) -> Content:
    return text if isinstance(text, Content) else Content(text)


class Hanging(Static):
    """Texts with their leads, one below the other, drawn as one widget.

    One widget for each part would cost a start and every answer several times as much.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Hanging { width: 1fr; height: auto; }
    """

    def __init__(self, *hung: Hung, classes: str | None = None) -> None:
        super().__init__(markup=False, classes=classes)
        self._hung = hung
        self._lines: tuple[int, list[Content]] = (0, [])

    def hang(self, *hung: Hung) -> None:
        """Show other texts."""
        self._hung = hung
        self._lines = (0, [])
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines."""
        del container, viewport
        return len(self._wrapped(width))

    def render(self) -> Content:
        """Return the lines, each text under itself."""
        return Content("\n").join(self._wrapped(self.content_size.width))

    def _wrapped(self, width: int) -> list[Content]:
        """Return the lines, which layout and drawing both ask for."""
        if self._lines[0] != width:
            self._lines = (width, [line for one in self._hung for line in one.lines(width)])
        return self._lines[1]
