"""How sure a learner is, and what that earns (Gardner-Medwin's certainty-based marking)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from typing import TypeVar

Item = TypeVar("Item")


class Certainty(IntEnum):
    """How sure a learner says to be."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


_PENALTIES = {Certainty.LOW: 0, Certainty.MEDIUM: -2, Certainty.HIGH: -6}
_WORTH_IT = {Certainty.LOW: (0, 2 / 3), Certainty.MEDIUM: (2 / 3, 0.8), Certainty.HIGH: (0.8, 1)}
"""Between which chances of being right each certainty earns most by `certainty_points`."""

ENOUGH = 20
"""How many judgements it takes before anything is said about them."""


def certainty_points(certainty: Certainty | None, fraction: float) -> float:
    """Return what certainty earns for an answer, from its fraction of the points: from -6 to 3.

    Right: 1, 2 or 3 times the fraction; a fraction of 0 or less: 0, -2 or -6. No certainty counts
    as low. Source: A. R. Gardner-Medwin, Certainty-Based Marking, as in Moodle's quiz.
    """
    certainty = certainty or Certainty.LOW
    return certainty * fraction if fraction > 0 else _PENALTIES[certainty]


class CalibrationBias(Enum):
    """How certainty and being right go together."""

    TOO_SURE = auto()
    FITTING = auto()
    TOO_UNSURE = auto()


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often a learner was right at each certainty."""

    right: Mapping[Certainty, int]
    """How many answers were fully right, for each certainty."""
    wrong: Mapping[Certainty, int]
    """How many were not."""

    @property
    def judgements(self) -> int:
        """How many answers came with a certainty."""
        return sum(self.right.values()) + sum(self.wrong.values())

    @property
    def bias(self) -> CalibrationBias | None:
        """Whether the certainties fit what was right in all; None below 20 judgements.

        They fit where the number of right answers is one that is to be expected if each certainty
        was said where it earns most: low below a chance of 2/3, high above 0.8.
        """
        if self.judgements < ENOUGH:
            return None
        made = {level: self.right[level] + self.wrong[level] for level in Certainty}
        fewest, most = (
            sum(count * _WORTH_IT[level][end] for level, count in made.items()) for end in (0, 1)
        )
        right = sum(self.right.values())
        if right < fewest:
            return CalibrationBias.TOO_SURE
        return CalibrationBias.TOO_UNSURE if right > most else CalibrationBias.FITTING


def calibration(judged: Iterable[tuple[Certainty | None, float]]) -> Calibration:
    """Return the table of answers, each given as its certainty and the fraction that it earned.

    Answers without a certainty are left out.
    """
    right, wrong = dict.fromkeys(Certainty, 0), dict.fromkeys(Certainty, 0)
    for certainty, fraction in judged:
        if certainty is not None:
            (right if fraction == 1 else wrong)[certainty] += 1
    return Calibration(right, wrong)


def sure_and_wrong(judged: Iterable[tuple[Item, Certainty | None, float]]) -> tuple[Item, ...]:
    """Return what was answered with more than low certainty and not fully right.

    Each answer is given with its certainty and the fraction that it earned. The surest come first,
    among them the least right, then as given: errors made with confidence are mended best when
    they are seen (Butterfield & Metcalfe 2001).
    """
    missed = [
        (-certainty, fraction, item)
        for item, certainty, fraction in judged
        if certainty is not None and certainty > Certainty.LOW and fraction < 1
    ]
    return tuple(item for _, _, item in sorted(missed, key=lambda found: found[:2]))
