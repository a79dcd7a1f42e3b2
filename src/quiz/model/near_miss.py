"""What was perhaps meant by a word that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 64
"""Characters that are compared: what is typed may be as long as anybody likes."""


def nearest(word: str, known: Iterable[str], most: int = 1) -> tuple[str, ...]:
    """Return the known words that are spelled nearly so, nearest first."""
    return tuple(get_close_matches(word[:_LONGEST], list(known), n=most))


def did_you_mean(word: str, known: Iterable[str], most: int = 1) -> str:
    """Return a question, to stand behind a fault, that names what is spelled nearly so; or ""."""
    near = nearest(word, known, most)
    return f" Did you mean {' or '.join(near)}?" if near else ""
