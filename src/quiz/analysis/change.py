"""What a class gained between a form before teaching and one after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from quiz.analysis.figure import Blank, Figure, figure
from quiz.analysis.interval import Interval, of_mean
from quiz.analysis.item_statistics import DIGITS, covariance, variance
from quiz.analysis.learner import Learner
from quiz.model.proportion import Z
from quiz.model.submission import folded

HIGHEST_BEFORE = 0.9
"""Above this mean before teaching there is too little left to gain for a normalized gain."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One learner before and after."""

    learner: str
    """The learner's name or code."""
    before: float
    """The share of the points before teaching, from 0 to 1."""
    after: float
    """The share after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What those gained who took both forms."""

    pairs: tuple[Pair, ...]
    """The learners who took both, by name."""
    only_before: int
    """How many took the form before teaching alone."""
    only_after: int
    """How many took the form after it alone."""
    before: Figure
    """The mean share of the points before teaching, from 0 to 1."""
    after: Figure
    """The mean share after it."""
    gain: Figure
    """The raw gain, after less before, from -1 to 1."""
    normalized: Figure
    """The normalized gain of the class, at most 1."""
    effect: Figure
    """Cohen's d, in standard deviations."""
    regraded: int = 0
    """How many of their answers are worth something else than by the key, by the teacher."""

    @property
    def rose(self) -> int:
        """How many earned a larger share of the points after teaching."""
        return sum(pair.after > pair.before for pair in self.pairs)

    @property
    def fell(self) -> int:
        """How many earned a smaller one."""
        return sum(pair.after < pair.before for pair in self.pairs)


def change(before: Sequence[Learner], after: Sequence[Learner]) -> Change | None:
    """Return what those gained who took both forms; None where a form was not taken at all."""
    first, second = _by_name(before), _by_name(after)
    if not (first and second):
        return None
    both = [name for name in first if name in second]
    pairs = tuple(Pair(first[name][0], first[name][1], second[name][1]) for name in both)
    pre, post = [pair.before for pair in pairs], [pair.after for pair in pairs]
    count = len(pairs)
    return Change(
        pairs=pairs,
        only_before=len(first) - count,
        only_after=len(second) - count,
        before=_mean(pre),
        after=_mean(post),
        gain=_gain(pre, post),
        normalized=_normalized(pre, post),
        effect=_effect(pre, post),
        regraded=sum(one.regraded for one in (*before, *after) if folded(one.name) in both),
    )


def _by_name(learners: Sequence[Learner]) -> dict[str, tuple[str, float]]:
    return {folded(one.name): (one.name, one.share) for one in learners if one.share is not None}


def _mean(shares: Sequence[float], least: float = 0) -> Figure:
    value = fmean(shares) if shares else None
    return figure(len(shares), value, interval=of_mean(shares, least), needs=1)


def _gain(pre: Sequence[float], post: Sequence[float]) -> Figure:
    differences = [round(y - x, DIGITS) for x, y in zip(pre, post, strict=True)]
    return _mean(differences, least=-1)


def _normalized(pre: Sequence[float], post: Sequence[float]) -> Figure:
    if pre and fmean(pre) > HIGHEST_BEFORE:
        return figure(len(pre), None, Blank.HIGH_BEFORE)
    if not pre:
        return figure(0, None)
    return figure(len(pre), normalized_gain(pre, post), interval=_about_normalized(pre, post))


def normalized_gain(pre: Sequence[float], post: Sequence[float]) -> float:
    """Return g = (post - pre) / (1 - pre) of the means of a class of which pre is below 1.

    Source: Hake (1998). It is a figure of a class, never of one learner.
    """
    return (fmean(post) - fmean(pre)) / (1 - fmean(pre))


def _about_normalized(pre: Sequence[float], post: Sequence[float]) -> Interval:
    """Return the 95 % interval about g.

    Source: the delta method (Oehlert 1992): g changes by 1 / (1 - pre) with the mean after, and
    by (post - 1) / (1 - pre)^2 with the mean before.
    """
    left = 1 - fmean(pre)
    by_post, by_pre = 1 / left, (fmean(post) - 1) / left**2
    spread = (
        by_post**2 * variance(post)
        + by_pre**2 * variance(pre)
        + 2 * by_post * by_pre * covariance(pre, post)
    )
    return _around(normalized_gain(pre, post), sqrt(max(0.0, spread) / len(pre)))


def cohen_d(pre: Sequence[float], post: Sequence[float]) -> float | None:
    """Return (post - pre) / sqrt((var pre + var post) / 2); None where nothing varies.

    Source: Cohen (1988), with the mean of both variances, as d_av of Cumming (2012).
    """
    spread = (variance(pre) + variance(post)) / 2
    return (fmean(post) - fmean(pre)) / sqrt(spread) if spread else None


def _effect(pre: Sequence[float], post: Sequence[float]) -> Figure:
    value = cohen_d(pre, post) if pre else None
    about = _about_effect(value, pre, post) if value is not None and len(pre) > 1 else None
    return figure(len(pre), value, interval=about)


def _about_effect(d: float, pre: Sequence[float], post: Sequence[float]) -> Interval:
    """Return the 95 % interval about Cohen's d of matched learners.

    Source: Bonett (2008), "Confidence intervals for standardized linear contrasts of means".
    """
    first, second, both = variance(pre), variance(post), covariance(pre, post)
    spread, freedom = (first + second) / 2, len(pre) - 1
    error = d**2 * (first**2 + second**2 + 2 * both**2) / (8 * freedom * spread**2)
    error += max(0.0, first + second - 2 * both) / (freedom * spread)
    return _around(d, sqrt(error))


def _around(value: float, error: float) -> Interval:
    return value - Z * error, value + Z * error
