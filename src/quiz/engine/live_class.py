"""Where a class in browsers stands: a frozen value, of which every step gives a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from quiz.model.class_settings import ClassSettings, Explanations, Pace

MOST_UNDONE = 20
"""So many steps can be undone."""
EN_ROUTE = timedelta(seconds=2)
"""How long an answer may be on its way that was sent in the last second."""


class Phase(StrEnum):
    """What a class does now."""

    LOBBY = "lobby"
    """Learners join."""
    READING = "reading"
    """The question is shown, and takes no answers yet."""
    OPEN = "open"
    """The question takes answers; at the learners' own pace all questions do."""
    CLOSED = "closed"
    """It takes no more answers."""
    SHOWN = "shown"
    """It is explained."""
    TALK = "talk"
    """Learners talk about it."""
    ENDED = "ended"
    """The class is over."""


class Step(StrEnum):
    """What a teacher does; of those that can be done, the usual one comes first."""

    BEGIN = "begin"
    OPEN = "open"
    CLOSE = "close"
    VOTE_AGAIN = "vote again"
    SHOW = "show"
    NEXT = "next"
    END = "end"
    TALK = "talk"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where a class stood once."""

    phase: Phase
    position: int
    round: int
    opened: int
    shown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassState:
    """A class at one moment."""

    settings: ClassSettings
    """What the teacher chose."""
    of: int
    """How many questions there are."""
    phase: Phase = Phase.LOBBY
    """What it does now."""
    position: int = 0
    """The index of the question; at the learners' own pace it stays at 0."""
    round: int = 1
    """2 in the vote after a talk, and from there to the next question."""
    opened: int = 0
    """How many questions have taken answers, from the first one on."""
    shown: int = 0
    """How many questions have been explained to all, from the first one on."""
    version: int = 0
    """Raised by every change."""
    ends: datetime | None = None
    """When the time for the question is up; None without a timer, and while it is paused."""
    left: int | None = None
    """How many seconds are left while the timer is paused."""
    before: tuple[Moment, ...] = ()
    """What can be undone, the oldest first."""

    @property
    def paused(self) -> bool:
        """Whether the timer is paused."""
        return self.left is not None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that can be taken now, the usual one first."""
        undo = (Step.UNDO,) if self.before else ()
        return (*(step for step in Step if _led(self, step)), *undo)

    @property
    def explained(self) -> range:
        """The places of the questions that are explained to all: not that which is voted on."""
        voted_on = self.phase is Phase.OPEN and self.settings.pace is Pace.TEACHER
        return range(min(self.shown, self.position) if voted_on else self.shown)

    def takes_answers(self, position: int) -> bool:
        """Return whether the question at a place takes answers, whatever the timer says."""
        own = self.settings.pace is Pace.OWN
        return self.phase is Phase.OPEN and (own or position == self.position)

    def seconds_left(self, now: datetime, extra: int = 0) -> int | None:
        """Return how many seconds are left to answer, 0 once they are up; None without a timer."""
        if self.left is not None:
            return self.left + extra
        if self.ends is None:
            return None
        return max(0, round((self.ends - now).total_seconds()) + extra)

    def is_up(self, now: datetime, extra: int = 0) -> bool:
        """Return whether the time to answer is up, for what was sent before it too."""
        return self.ends is not None and now > self.ends + timedelta(seconds=extra) + EN_ROUTE


def after(state: ClassState, step: Step, now: datetime) -> ClassState:
    """Return a class after a step; as it is where the step can't be taken."""
    if step is Step.UNDO:
        return _undone(state, now)
    moment = _moved(state, step)
    if moment is None:
        return state
    before = (*state.before, _moment(state))[-MOST_UNDONE:]
    return _at(state, moment, before, now)


def at_time(state: ClassState, now: datetime) -> ClassState:
    """Return a class as it is at a time: over, where it was to end before."""
    until = state.settings.until
    return after(state, Step.END, now) if until and now >= until else state


def paused(state: ClassState, now: datetime) -> ClassState:
    """Return a class with its timer paused, or going on; as it is without one."""
    if state.left is not None:
        ends = now + timedelta(seconds=state.left)
        return replace(state, ends=ends, left=None, version=state.version + 1)
    left = state.seconds_left(now)
    if left is None:
        return state
    return replace(state, ends=None, left=left, version=state.version + 1)


def with_time(state: ClassState, seconds: int, now: datetime) -> ClassState:
    """Return a class with more time for its question; as it is without a timer."""
    left = state.seconds_left(now)
    if left is None:
        return state
    if state.paused:
        return replace(state, left=left + seconds, version=state.version + 1)
    ends = now + timedelta(seconds=left + seconds)
    return replace(state, ends=ends, version=state.version + 1)


def settled(state: ClassState) -> ClassState:
    """Return a class of which nothing can be undone: its results are written."""
    return replace(state, before=(), version=state.version + 1) if state.before else state


def _moment(state: ClassState) -> Moment:
    return Moment(
        phase=state.phase,
        position=state.position,
        round=state.round,
        opened=state.opened,
        shown=state.shown,
    )


def _at(state: ClassState, moment: Moment, before: tuple[Moment, ...], now: datetime) -> ClassState:
    """Return a class at a moment; where that opens a question, its time begins."""
    timed = moment.phase is Phase.OPEN and state.settings.pace is Pace.TEACHER
    seconds = state.settings.seconds if timed else None
    return replace(
        state,
        phase=moment.phase,
        position=moment.position,
        round=moment.round,
        opened=moment.opened,
        shown=moment.shown,
        version=state.version + 1,
        ends=None if seconds is None else now + timedelta(seconds=seconds),
        left=None,
        before=before,
    )


def _undone(state: ClassState, now: datetime) -> ClassState:
    if not state.before:
        return state
    return _at(state, state.before[-1], state.before[:-1], now)


def _moved(state: ClassState, step: Step) -> Moment | None:
    """Return where a step leads; None where it can't be taken."""
    own, explanations = state.settings.pace is Pace.OWN, state.settings.explanations
    phase = _led(state, step)
    if phase is None:
        return None
    reached = state.of if own else state.position + 1
    explains = phase is Phase.SHOWN
    if own and phase is Phase.ENDED and explanations is not Explanations.WHEN_SHOWN:
        explains, reached = True, state.opened
    return Moment(
        phase=phase,
        position=state.position + (step is Step.NEXT),
        round={Step.NEXT: 1, Step.VOTE_AGAIN: 2}.get(step, state.round),
        opened=max(state.opened, reached) if phase is Phase.OPEN else state.opened,
        shown=max(state.shown, reached) if explains else state.shown,
    )


def _led(state: ClassState, step: Step) -> Phase | None:
    """Return what a class does after a step; None where it can't be taken."""
    if step is Step.END:
        return None if state.phase is Phase.ENDED else Phase.ENDED
    if state.settings.pace is Pace.OWN:
        waits = state.settings.explanations is Explanations.WHEN_SHOWN
        return None if step is Step.SHOW and not waits else _OWN.get((state.phase, step))
    talked, last = state.round > 1, state.position + 1 == state.of
    if (step is Step.TALK and talked) or (step is Step.NEXT and last):
        return None
    return _TEACHER.get((state.phase, step))


_TEACHER: Mapping[tuple[Phase, Step], Phase] = {
    (Phase.LOBBY, Step.BEGIN): Phase.READING,
    (Phase.READING, Step.OPEN): Phase.OPEN,
    (Phase.OPEN, Step.CLOSE): Phase.CLOSED,
    (Phase.CLOSED, Step.SHOW): Phase.SHOWN,
    (Phase.CLOSED, Step.TALK): Phase.TALK,
    (Phase.SHOWN, Step.TALK): Phase.TALK,
    (Phase.TALK, Step.VOTE_AGAIN): Phase.OPEN,
    (Phase.TALK, Step.SHOW): Phase.SHOWN,
    (Phase.SHOWN, Step.NEXT): Phase.READING,
}
_OWN: Mapping[tuple[Phase, Step], Phase] = {
    (Phase.LOBBY, Step.BEGIN): Phase.OPEN,
    (Phase.OPEN, Step.SHOW): Phase.SHOWN,
}
