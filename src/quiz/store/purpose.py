"""What an attempt is for."""

from enum import StrEnum


class Purpose(StrEnum):
    """What an attempt is for."""

    GRADED = "graded"
    """It counts: for the score and for when its questions come back."""
    REVIEW = "review"
    """It goes through what is due: it counts for when its questions come back, not for a score."""
    RETRY = "retry"
    """It goes through what was missed, right after an attempt: practice that counts for nothing."""
    EXERCISE = "exercise"
    """It is handed in: it counts for nothing here, and no other attempt knows of it."""
