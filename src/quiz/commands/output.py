"""Data to the standard output, messages to the standard error, both cleaned."""

import sys
from collections.abc import Iterable

from quiz.model.text import clean, clean_line


def data(text: str) -> None:
    """Write a line, or several, of what was asked for."""
    sys.stdout.write(clean(text) + "\n")


def message(text: str) -> None:
    """Write a line, or several, that is about it."""
    sys.stderr.write(clean(text) + "\n")


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Write rows of which the columns stand below each other, two spaces apart."""
    lines = [tuple(map(clean_line, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        data("  ".join(cells).rstrip())
