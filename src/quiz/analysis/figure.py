"""A figure about a class, with what it is worth; or why there is none."""

from dataclasses import dataclass
from enum import StrEnum

FEWEST = 30
"""From how many learners on figures judge: of sound questions, a class of 10 shows one in five with
a negative discrimination, a class of 30 one in fourteen."""
STEADY = 100
"""From how many learners on a figure stands without a warning."""


class Caution(StrEnum):
    """How far the figures of a class can be trusted, by its size."""

    COUNTS = "counts"
    UNSTABLE = "unstable"
    STEADY = "steady"


def caution(learners: int) -> Caution:
    """Return how far figures about so many learners can be trusted."""
    if learners < FEWEST:
        return Caution.COUNTS
    return Caution.UNSTABLE if learners < STEADY else Caution.STEADY


class Blank(StrEnum):
    """Why there is no figure."""

    FEW = "few"
    FEW_ALIKE = "few-alike"
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

    @property
    def unstable(self) -> bool:
        """Whether it may be quite another one in the next class of that size."""
        return self.value is not None and caution(self.learners) is Caution.UNSTABLE


def figure(
    learners: int,
    value: float | None,
    blank: Blank = Blank.ALL_SAME,
    interval: tuple[float, float] | None = None,
    *,
    describes: bool = False,
) -> Figure:
    """Return a figure about so many learners.

    In a class that is too small it is blank, unless it only describes that class: then it has no
    interval. Where there is no value it is blank for the reason given.
    """
    if caution(learners) is Caution.COUNTS:
        described = value if describes else None
        return Figure(learners, described, blank=Blank.FEW if described is None else None)
    if value is None:
        return Figure(learners, blank=blank)
    return Figure(learners, value, interval)
