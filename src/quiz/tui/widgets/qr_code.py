"""A QR code in half blocks, dark on light whatever the theme: cameras need that."""

from textual.widgets import Static

from quiz.start import Squares

_BLOCKS = {
    (False, False): " ",
    (True, False): "▀",
    (False, True): "▄",
    (True, True): "█",
}
"""What stands for a square above another one, by whether each is dark."""


class QrCode(Static):
    """Draws squares, two rows a line."""

    def __init__(self, squares: Squares) -> None:
        super().__init__(_lines(squares), markup=False)
        self.columns = len(squares[0])
        """How many cells wide it is."""
        self.lines = (len(squares) + 1) // 2
        """How many lines high it is."""


def _lines(squares: Squares) -> str:
    blank = (False,) * len(squares[0])
    rows = (*squares, blank) if len(squares) % 2 else squares
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join("".join(_BLOCKS[pair] for pair in zip(*two, strict=True)) for two in pairs)
