"""A stretch of a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the passage's text, as in `text[start:end]`."""

    start: int
    """The index of its first character."""
    end: int
    """The index after its last character."""
