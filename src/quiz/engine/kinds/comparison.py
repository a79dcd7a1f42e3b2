"""Typed answers: what counts as the same text, and as a slip of the keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from quiz.model.normalize import normalize
from quiz.model.passage import Passage


def matches(text: str, accepted: Iterable[str]) -> bool:
    """Return whether a text is one of the accepted ones; an empty text is none."""
    given = normalize(text)
    return bool(given) and any(given == normalize(right) for right in accepted)


def is_near_miss(
    text: str, accepted: Iterable[str], rejected: Iterable[str], passage: Passage
) -> bool:
    """Return whether a text that is not accepted is one slip of the keys from one that is.

    A slip is a letter too many, too few or another one, or two that changed places, in one word of
    6 letters or more. A rejected text, a word of the passage and a number are never slips.
    """
    if matches(text, (*accepted, *rejected)):
        return False
    given = normalize(text).split()
    slips = chain.from_iterable(_slips(given, normalize(right).split()) for right in accepted)
    known = frozenset(normalize(passage.text).split())
    return any(slip not in known for slip in slips)


def _slips(given: list[str], right: list[str]) -> Iterator[str]:
    """Yield the word in which two texts differ, where it is one slip from the right word."""
    different = [
        (ours, theirs) for ours, theirs in zip(given, right, strict=False) if ours != theirs
    ]
    if len(given) != len(right) or len(different) != 1:
        return
    ours, theirs = different[0]
    if len(theirs) >= 6 and theirs.isalpha() and ours.isalpha() and _is_one_slip(ours, theirs):
        yield ours


def _is_one_slip(ours: str, theirs: str) -> bool:
    if abs(len(ours) - len(theirs)) > 1:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415  hardly ever needed

    return OSA.distance(ours, theirs, score_cutoff=1) == 1
