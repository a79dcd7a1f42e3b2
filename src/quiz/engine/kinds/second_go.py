"""Why an answer is not marked yet, and may be given once more."""

from enum import StrEnum


class SecondGo(StrEnum):
    """What the learner is asked to look at before an answer is marked."""

    SHORTER = "shorter"
    """It has more words than any right answer."""
    NOT_A_NUMBER = "not a number"
    """It can't be read as a number."""
    GROUPED = "grouped"
    """Its point may part a number into thousands, or off its decimals."""
    OTHER_UNIT = "other unit"
    """It is a number with another unit than the question's."""
    SPELLING = "spelling"
    """Only its spelling keeps it from being right."""
    PLURAL = "plural"
    """It is a right answer in the singular for the plural, or the reverse."""
    SPACES = "spaces"
    """Its spaces or hyphens make another word of a right answer."""
