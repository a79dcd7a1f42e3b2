"""What one learner gained between an attempt before teaching and one after it."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.engine.result import Result, Score


@dataclass(frozen=True, slots=True)
class Gain:
    """Points before and after, of questions that differ: a rough figure for one learner."""

    before: Score
    """The points before teaching."""
    after: Score
    """The points after it."""

    @property
    def raw(self) -> float:
        """The share of the points after less the share before, from -1 to 1."""
        return self.after.share - self.before.share


@dataclass(frozen=True, slots=True)
class Gains:
    """What a learner gained in all and by topic."""

    total: Gain
    """All questions together."""
    by_topic: Mapping[str, Gain]
    """By the topic's short name; topics that were asked only once are left out."""


def gains(before: Result, after: Result) -> Gains:
    """Return the raw gain from one result to another.

    It is not normalized: that is for the mean of a class (Hake 1998), never for one learner.
    """
    topics = [topic for topic in before.by_topic if topic in after.by_topic]
    return Gains(
        total=Gain(before.total, after.total),
        by_topic={topic: Gain(before.by_topic[topic], after.by_topic[topic]) for topic in topics},
    )
