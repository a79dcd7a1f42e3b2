"""Lines of a report: wrapped, underlined, in columns."""

from collections.abc import Iterator, Sequence

from quiz.check.report.lines import Pen
from quiz.model.lines import cells, cut, wrap
from quiz.model.text import clean_line

NARROWEST = 40
"""Lines are never laid out for fewer columns."""
_LEAST_NAME = 12


class Layout:
    """Lays text out for a width, with a pen for colors."""

    def __init__(self, width: int, *, colour: bool = False) -> None:
        self.width = max(width, NARROWEST)
        """The columns of a line."""
        self.pen = Pen(colour=colour)
        """What writes in color, where colors are wanted."""

    def heading(self, text: str) -> Iterator[str]:
        """Yield the text underlined, with an empty line above it."""
        yield ""
        lines = self.wrap(text)
        yield from (self.pen(line, "bold") for line in lines)
        yield "-" * max(map(cells, lines))

    def wrap(self, text: str, lead: str = "", style: str | None = None) -> list[str]:
        """Return the text in lines, the first behind the lead, the others below its text.

        A lead has one color at the most, by the name of its style.
        """
        first, *rest = wrap(clean_line(text), self.width, lead)
        return [self.pen(lead, style) + first[len(lead) :] if style else first, *rest]

    def columns(self, rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
        """Yield rows with numbers to the right.

        A first cell without room is cut; where there is hardly any, it gets a line of its own.
        """
        texts = [tuple(map(clean_line, row)) for row in rows]
        widest, *widths = (max(map(cells, column)) for column in zip(*texts, strict=True))
        room = self.width - sum(width + 2 for width in widths)
        first = min(widest, max(room, 0))
        alone = first < min(widest, _LEAST_NAME)
        gap = " " if alone else "  "
        for name, *numbers in texts:
            pairs = zip(numbers, widths, strict=True)
            right = "".join(f"{gap}{' ' * (width - cells(cell))}{cell}" for cell, width in pairs)
            if alone:
                yield from filter(None, [cut(name, self.width)])
                yield right
            else:
                shown = cut(name, first)
                yield f"{shown}{' ' * (first - cells(shown))}{right}".rstrip()
