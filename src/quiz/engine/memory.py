"""When a question comes back: the schedule of FSRS 6 (PyPI `fsrs`), as plain values."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from random import Random
from typing import TypeVar, cast

import fsrs

from quiz.engine.certainty import Certainty
from quiz.engine.kinds.base import Grade

Item = TypeVar("Item")

LONGEST_DAYS = 30
"""After how many days a question comes back at the latest, unless the user sets it: a course."""
_LONGEST_DAYS_OF_ALL = 36_500

FIRM_DAYS = 21
"""How slowly a question has to be forgotten to be firmly known."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a question. Times are in UTC."""

    stability: float
    """The days in which the chance of a right answer falls from 1 to 0.9."""
    difficulty: float
    """How hard it is to make it more stable, from 1 to 10."""
    due: datetime
    """When it comes back."""
    last_review: datetime
    """When it was last answered."""


class Rating(IntEnum):
    """How well a question was known, as FSRS counts it; nobody is asked how easy it was."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


def rating(grade: Grade, certainty: Certainty | None = None, *, meant: bool = False) -> Rating:
    """Return how well a question was known: hard if it was right with low certainty.

    An answer that was meant as the right one counts as right.
    """
    if not (grade.right or meant):
        return Rating.AGAIN
    return Rating.HARD if certainty is Certainty.LOW else Rating.GOOD


def remember(
    memory: Memory | None, rating: Rating, now: datetime, longest_days: int = LONGEST_DAYS
) -> Memory:
    """Return what is remembered after an answer, and when the question comes back.

    None stands for a question that was never answered. It comes back after a whole number of days,
    from 1 to `longest_days`. A clock that went back counts as no time gone by.

    Raises:
        ValueError: `now` has no time zone, or `longest_days` is below 1.
    """
    if now.tzinfo is None or longest_days < 1:
        raise ValueError(f"no time zone in {now}, or no day in {longest_days}")
    now = now.astimezone(UTC)
    card = fsrs.Card(card_id=0, due=now)
    if memory:
        card = fsrs.Card(
            card_id=0,
            state=fsrs.State.Review,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=now,
            last_review=now - timedelta(days=_days(memory.last_review, now)),
        )
    scheduler = fsrs.Scheduler(
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=min(longest_days, _LONGEST_DAYS_OF_ALL),
        enable_fuzzing=False,
    )
    card, _ = scheduler.review_card(card, fsrs.Rating(rating), now)
    return Memory(cast("float", card.stability), cast("float", card.difficulty), card.due, now)


def _days(since: datetime, now: datetime) -> int:
    """Return the days gone by, rounded: fsrs takes 23 hours for no time at all."""
    return max(0, round((now - since) / timedelta(days=1)))


def firmly_known(memory: Memory, now: datetime) -> bool:
    """Return whether a question is likely to be answered right now, and for weeks to come.

    That is a chance of .9 or more today, by the forgetting curve of FSRS, which is .9 when as many
    days have gone by as the stability has, and a stability of 21 days or more, the interval from
    which Anki calls a card mature.
    """
    gone = (now - memory.last_review) / timedelta(days=1)
    return memory.stability >= FIRM_DAYS and gone <= memory.stability


def interleave(
    items: Iterable[Item], rng: Random, *kinds: Callable[[Item], Hashable]
) -> tuple[Item, ...]:
    """Return the items shuffled, so that neighbours differ in kind wherever that is possible.

    Of several kinds the first one counts most: for quiz and topic, two neighbours of one quiz,
    where that can't be helped, differ in topic.
    """
    items = list(items)
    if not kinds:
        return tuple(rng.sample(items, len(items)))
    groups: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        groups[kinds[0](item)].append(item)
    queues = [list(interleave(group, rng, *kinds[1:])) for group in groups.values()]
    return tuple(_merged(rng.sample(queues, len(queues))))


def _merged(queues: list[list[Item]]) -> Iterable[Item]:
    """Yield from the longest queue but the one just taken from, which is then never left alone."""
    last: list[Item] = []
    while any(queues):
        others = [queue for queue in queues if queue and queue is not last]
        last = max(others, key=len) if others else last
        yield last.pop(0)
