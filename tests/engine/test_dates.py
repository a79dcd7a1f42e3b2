"""Dates as a person reads them, in American English."""

from datetime import UTC, date, datetime

import pytest

from quiz.engine.dates import (
    date_in_words,
    day_from,
    days_from,
    moment_in_words,
    month_in_words,
    source_of,
)
from quiz.model.question_parts import Note

TODAY = date(2026, 11, 30)


def test_days_and_months_stand_in_words() -> None:
    assert date_in_words(TODAY) == "November 30, 2026"
    assert date_in_words(date(2027, 5, 3)) == "May 3, 2027"
    assert month_in_words("2026-11") == "November 2026"
    assert month_in_words("0000-01") == "January 0000"


@pytest.mark.parametrize(
    ("hour", "minute", "text"),
    [(0, 0, "12:00 AM"), (9, 5, "9:05 AM"), (12, 0, "12:00 PM"), (23, 59, "11:59 PM")],
)
def test_a_moment_has_its_time(hour: int, minute: int, text: str) -> None:
    moment = datetime(2027, 5, 3, hour, minute, tzinfo=UTC)
    assert moment_in_words(moment) == f"May 3, 2027, {text}"


@pytest.mark.parametrize(
    ("then", "text"),
    [
        (date(2026, 11, 30), "today"),
        (date(2026, 12, 1), "tomorrow"),
        (date(2026, 12, 6), "in 6 days"),
        (date(2026, 12, 7), "on December 7, 2026"),
        (date(2026, 11, 29), "on November 29, 2026"),
    ],
)
def test_a_day_is_called_as_from_today(then: date, text: str) -> None:
    assert day_from(TODAY, then) == text


def test_days_are_counted_and_those_gone_by_are_today() -> None:
    days = (date(2026, 12, 1), date(2026, 11, 2), date(2026, 12, 1))
    assert days_from(TODAY, days) == "1 question today, 2 questions tomorrow"


def test_a_note_says_when_it_was_checked() -> None:
    note = Note(text="So it is.", as_of="2026-11", source="An atlas")
    assert source_of(note) == "Checked in November 2026. Source: An atlas"
