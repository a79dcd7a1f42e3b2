"""Typed answers: what counts as the same text, as the same number, and as a slip of the keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from quiz.model.normalize import normalize
from quiz.model.passage import Passage


def matches(text: str, accepted: Iterable[str]) -> bool:
    """Return whether a text is one of the accepted ones; an empty text is none."""
    given = normalize(text)
    return bool(given) and any(given == normalize(right) for right in accepted)


def equals_number(
    text: str, answer: int | float, tolerance: int | float, unit: str | None = None
) -> bool:
    """Return whether a text is a number that is no further from the answer than the tolerance.

    It may stand in digits (2019, 2,019, 2 019, 2019.0) or in words, with "in", "the year" or "in
    the year" before it and the question's own unit behind it; nothing else may stand by it.
    """
    number = number_in(text, unit)
    if number is None:
        return False
    return abs(number - Decimal(str(answer))) <= Decimal(str(tolerance))


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


_SPACED = r"(?<![\d.,])[1-9]\d{0,2}(?:\s\d{3})+(?!\d)"
_LEAD = r"^(?:in )?(?:year )?"
_NUMBER = r"(?:\+ )?(-?\d{1,20}(?:\.\d{1,20})?)(?: (.+))?"
_MOST_CHARACTERS = 80


def number_in(text: str, unit: str | None) -> Decimal | None:
    """Return the number that a text is, with nothing behind it but the unit; else None."""
    if len(text) > _MOST_CHARACTERS:
        return None
    text = re.sub(_SPACED, lambda number: "".join(number[0].split()), text)
    found = re.fullmatch(_NUMBER, re.sub(_LEAD, "", normalize(text)))
    if found is None or (found[2] and (unit is None or _singular(found[2]) != _singular(unit))):
        return None
    return Decimal(found[1])


def _singular(unit: str) -> str:
    return normalize(unit).removesuffix("s")


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
