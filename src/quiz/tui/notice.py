"""What is said for a moment, at the lower edge of the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from textual.notifications import Notification

_SHORTEST = 0.1
"""Seconds that anything stands there."""


@dataclass
class Notice(Notification):
    """A notification that goes by a clock which nobody sets.

    One whose time is over before it is drawn would else give Textual a timer of less than no time,
    which never ends and lets nothing else go on; and where a clock is turned back it would stay.
    """

    until: float = field(init=False)
    """Until when, in seconds of the monotonic clock."""

    def __post_init__(self) -> None:
        """Let its time begin."""
        self.until = monotonic() + self.timeout

    @property
    def time_left(self) -> float:
        """The seconds for which it stands there; never none."""
        return max(self.until - monotonic(), _SHORTEST)

    @property
    def has_expired(self) -> bool:
        """Whether its time is over."""
        return self.until <= monotonic()
