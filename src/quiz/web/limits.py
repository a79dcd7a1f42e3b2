"""How often something may be done: so much at once, and so much a second after that."""

from dataclasses import dataclass


@dataclass(slots=True)
class Limit:
    """A bucket that fills with time, and gives one for each use."""

    at_once: float
    """How many uses at the most, after a pause."""
    a_second: float
    """How many come back in a second."""
    left: float = -1.0
    """How many there are; fewer than none at the beginning, for all of them."""
    at: float = 0.0
    """When that was, in seconds."""

    def allows(self, now: float) -> bool:
        """Return whether one more use is allowed now, and count it."""
        grown = self.left + (now - self.at) * self.a_second
        self.left = self.at_once if self.left < 0 else min(self.at_once, grown)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True
