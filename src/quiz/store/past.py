"""The past as plain values: attempts and answers, and what home says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quiz.engine.result import Result
from quiz.store.purpose import Purpose
from quiz.store.records import Answered, Placed, Submitted


@dataclass(frozen=True, slots=True)
class Summary:
    """What home says of a quiz."""

    last_share: float | None = None
    """The share of the points at the last attempt that counts, from 0 to 1."""
    last_asked: int | None = None
    """How many questions that attempt asked."""
    last_at: datetime | None = None
    """When it ended."""
    best_share: float | None = None
    """The best share so far."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An attempt that can be taken up again."""

    key: str
    """The attempt's key."""
    begun: datetime
    """When it was begun."""
    answered: int
    """How many questions have an answer."""
    asked: int
    """How many questions it asks."""
    purpose: Purpose
    """What it is for."""


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """An attempt of the past."""

    key: str
    """The attempt's key."""
    begun: datetime
    """When it was begun."""
    ended: datetime | None
    """When it was finished or left; None while it can be taken up again."""
    purpose: Purpose
    """What it was for."""
    mode: str
    """When answers were explained."""
    form: str | None
    """Which form was asked: pre or post."""
    version: int
    """The quiz's version then."""
    answered: int
    """How many questions have an answer."""
    asked: int
    """How many questions it asked."""
    result: Result | None
    """What it came to; None where it wasn't finished."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise that was taken at this computer."""

    key: str
    """The attempt's key."""
    assignment: str
    """The id of the assignment."""
    quiz: str
    """The id of the quiz."""
    title: str
    """The title of the quiz."""
    learner: str
    """The learner's name or code."""
    begun: datetime
    """When it was begun."""
    ended: datetime | None
    """When it was finished; None while it can be taken up again."""
    asked: int
    """How many questions it asks."""
    answered: int
    """How many of them have an answer."""
    submission: Submitted | None
    """What is to be handed in of it; None while it isn't finished."""
    placed: Placed | None
    """Where it was handed in; None while it waits."""


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An answer of the past."""

    number: int
    """Answers are numbered in the order in which they were given, whatever the clock said."""
    given: Answered
    """All that is kept of it."""
