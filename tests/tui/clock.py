"""A clock that the test moves."""

from datetime import UTC, datetime, timedelta


class Clock:
    """A clock that stands until it is moved; it begins at the moment of the test."""

    def __init__(self) -> None:
        self.time = datetime.now(UTC).replace(microsecond=0)

    def __call__(self) -> datetime:
        """Return the time."""
        return self.time

    def move(self, days: int) -> None:
        """Move the clock."""
        self.time += timedelta(days=days)
