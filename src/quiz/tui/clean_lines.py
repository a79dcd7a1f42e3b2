"""The last gate before the terminal: no line carries what no text may hold."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from quiz.model.text import REPLACEMENT, first_forbidden


class CleanLines(LineFilter):
    """Replaces forbidden characters in every line of every widget; lines keep their width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the line's segments, cleaned."""
        del background
        return [
            Segment(_cleaned(segment.text), segment.style, segment.control)
            if first_forbidden(segment.text)
            else segment
            for segment in segments
        ]


def _cleaned(text: str) -> str:
    return "".join(
        REPLACEMENT * cell_len(character) if first_forbidden(character) else character
        for character in text
    )
