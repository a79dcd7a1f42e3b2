"""How certain a share of a few is."""

from math import sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
"""Between plus and minus so many standard deviations lie 95 % of a normal distribution."""


def wilson(share: float, count: int, level: float = 0.95) -> tuple[float, float]:
    """Return the interval about a share, from 0 to 1, of so many; of 95 %, or another level.

    Source: Wilson (1927). For a mean of shares, as of questions with partial credit, it is too
    wide rather than too narrow: their variance is at most share (1 - share).
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    square = z * z / count
    middle = (share + square / 2) / (1 + square)
    half = sqrt(max(0.0, share * (1 - share)) * square + square * square / 4) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)
