"""Days, months and moments as a person reads them; data keep their ISO forms."""

from calendar import month_name
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from quiz.engine.wording import count
from quiz.model.question_parts import Note


def date_in_words(then: date) -> str:
    """Return a day, as in November 30, 2026."""
    return f"{month_name[then.month]} {then.day}, {then.year}"


def month_in_words(month: str) -> str:
    """Return a month that is written as 2026-11, as in November 2026."""
    year, number = month.split("-")
    return f"{month_name[int(number)]} {year}"


def source_of(note: Note) -> str:
    """Return the month in which a note was checked, and where it can be looked up."""
    return f"Checked in {month_in_words(note.as_of)}. Source: {note.source}"


def moment_in_words(moment: datetime) -> str:
    """Return a day and a time in its own time zone, as in November 30, 2026, 2:05 PM."""
    return f"{date_in_words(moment)}, {moment.hour % 12 or 12}:{moment:%M} {_half(moment)}"


def _half(moment: datetime) -> str:
    return "AM" if moment.hour < 12 else "PM"


def local(moment: datetime) -> str:
    """Return a day and a time of the local clock, as in November 30, 2026, 2:05 PM."""
    return moment_in_words(moment.astimezone())


def day_from(today: date, then: date) -> str:
    """Return a day as it is called from today."""
    match (then - today).days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case days if 1 < days < 7:
            return f"in {days} days"
        case _:
            return f"on {date_in_words(then)}"


def days_from(today: date, dates: Iterable[date]) -> str:
    """Return when questions come back, as `3 questions tomorrow`; days gone by are today."""
    counts = Counter(max(then, today) for then in dates)
    return ", ".join(
        f"{count(number, 'question')} {day_from(today, then)}"
        for then, number in sorted(counts.items())
    )
