"""A figure about a class, with what it is worth; or why there is none."""

from dataclasses import dataclass
from enum import StrEnum

FEWEST = 10
"""From how many learners on questions are compared with each other: of sound questions, a class of
10 shows one in five with a negative discrimination, a class of 30 one in fourteen."""
STEADY = 100
"""From how many learners on a figure stands without a warning."""


class Caution(StrEnum):
    """How far the figures of a class can be trusted, by its size."""

    DESCRIBES = "describes"
    UNSTABLE = "unstable"
    STEADY = "steady"


def caution(learners: int) -> Caution:
    """Return how far figures about so many learners can be trusted."""
    if learners < FEWEST:
        return Caution.DESCRIBES
    return Caution.UNSTABLE if learners < STEADY else Caution.STEADY


class Blank(StrEnum):
    """Why there is no figure."""

    FEW = "few"
    FEW_ALIKE = "few-alike"
    ASKED_APART = "asked-apart"
    ALL_SAME = "all-same"
    NOT_SCORED = "not-scored"
    ONE_QUESTION = "one-question"
    NEGATIVE = "negative"
    HIGH_BEFORE = "high-before"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, or why it is blank."""

    learners: int
    """How many learners it is about."""
    value: float | None = None
    """The figure; None where it is blank."""
    interval: tuple[float, float] | None = None
    """The 95 % interval about it; None where no sound one is known."""
    blank: Blank | None = None
    """Why it is blank."""
    needs: int = 1
    """From how many learners on there is one."""

    @property
    def unstable(self) -> bool:
        """Whether it may be quite another one in the next class of that size."""
        return self.value is not None and caution(self.learners) is not Caution.STEADY


def figure(
    learners: int,
    value: float | None,
    blank: Blank = Blank.ALL_SAME,
    interval: tuple[float, float] | None = None,
    *,
    needs: int = FEWEST,
) -> Figure:
    """Return a figure about so many learners, blank where it needs more of them.

    What only describes a class needs no more than its formula. Where there is no value it is blank
    for the reason given.
    """
    if learners < needs:
        return Figure(learners, blank=Blank.FEW, needs=needs)
    if value is None:
        return Figure(learners, blank=blank, needs=needs)
    return Figure(learners, value, interval, needs=needs)
