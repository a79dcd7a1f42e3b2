"""Moments on the command line: until when something is to be done."""

import re
from argparse import ArgumentTypeError
from datetime import UTC, datetime

from quiz.engine.dates import moment_in_words

_MOMENT = r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?"


def moment(text: str) -> datetime:
    """Return a moment in the local time zone where none is written; a day ends at its end.

    Of a time that comes twice, as the clocks go back, it is the later one: nobody is late by that.

    Raises:
        ArgumentTypeError: it is none, or one that a change of the clocks skips.
    """
    try:  # which takes weeks as well
        found = datetime.fromisoformat(text) if re.fullmatch(_MOMENT, text, re.ASCII) else None
    except ValueError:
        found = None
    if found is None or not 2000 <= found.year < 3000:
        raise ArgumentTypeError("write a date, as 2026-12-04, or with a time, as 2026-12-04T10:30")
    if len(text) <= len("2026-12-04"):
        found = found.replace(hour=23, minute=59)
    if found.tzinfo is not None:
        return found
    here = found.replace(fold=1).astimezone()
    if here.astimezone(UTC).astimezone().replace(tzinfo=None, fold=0) != found:
        raise ArgumentTypeError("the clocks are put forward over that time: write another one")
    return here


def in_words(moment: datetime) -> str:
    """Return a moment with its time zone."""
    return f"{moment_in_words(moment)} {moment:%Z}".strip()


def comes_twice(moment: datetime) -> bool:
    """Return whether a moment is the second of one local time."""
    first = moment.replace(tzinfo=None).astimezone()
    return moment.utcoffset() == moment.astimezone().utcoffset() and first < moment
