"""Days and times as they are shown: in the place where the learner is."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from quiz.engine.wording import count


def day(then: date, today: date) -> str:
    """Return a day as it is called from today."""
    match (then - today).days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case days if 1 < days < 7:
            return f"in {days} days"
        case _:
            return f"on {then:%Y-%m-%d}"


def days(dates: Iterable[date], today: date) -> str:
    """Return when questions come back, as `3 questions tomorrow`; days gone by are today."""
    counts = Counter(max(then, today) for then in dates)
    return ", ".join(
        f"{count(number, 'question')} {day(then, today)}" for then, number in sorted(counts.items())
    )


def local(moment: datetime) -> str:
    """Return a moment in local time, to the minute."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
