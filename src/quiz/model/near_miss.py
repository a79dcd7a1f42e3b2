"""What was perhaps meant by a word that is not known."""

from collections.abc import Iterable
from itertools import islice

_LONGEST = 64
"""Characters that are compared: what is typed may be as long as anybody likes."""
_MOST = 1_000
"""Known words that are looked at."""


def nearest(word: str, known: Iterable[str], most: int = 1, least: float = 0.6) -> tuple[str, ...]:
    """Return the known words that are spelled nearly so, nearest first; `least` is how nearly.

    What an option begins with makes no two of them alike.
    """
    from rapidfuzz import fuzz, process

    words = list(islice(known, _MOST))
    near = process.extract(
        word[:_LONGEST],
        words,
        processor=lambda each: each.lstrip("-"),
        scorer=fuzz.ratio,
        score_cutoff=100 * least,
        limit=most,
    )
    return tuple(found for found, _, _ in near)


def did_you_mean(word: str, known: Iterable[str], most: int = 1) -> str:
    """Return a question, to stand behind a fault, that names what is spelled nearly so; or ""."""
    near = nearest(word, known, most, least=0.65)
    return f" Did you mean {' or '.join(near)}?" if near else ""
