"""A quiz that is taken while the program is killed, and what has to be on disk meanwhile."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from random import Random
from signal import SIGKILL, Signals
from typing import ClassVar

from quiz.engine.selection import QuestionFilter, select
from quiz.engine.session import Mode, Session
from quiz.model.quiz import Quiz
from tests.kill.kept import Kept, on_disk
from tests.kill.program import Nursery, Program


class When(Enum):
    """When the program is killed."""

    WAITING = "while it waits for the keys"
    SENT = "a moment after the keys were sent"
    HEARD = "as the first of what it says to them arrives"


Moment = tuple[str, When]
"""What keys are for, and when the program is killed."""


def moments(starts: str, steps: str, ends: str = "") -> frozenset[Moment]:
    """Return every moment of an attempt.

    A start waits for nothing, and an end, if there is one, is never answered.
    """
    return frozenset(
        {
            *((what, when) for what in starts.split(", ") for when in (When.SENT, When.HEARD)),
            *((what, when) for what in steps.split(", ") for when in When),
            *((what, when) for what in ends.split() for when in (When.WAITING, When.SENT)),
        }
    )


@dataclass(frozen=True)
class Step:
    """One thing that a learner does."""

    what: str
    """What it is for."""
    keys: str
    """What is typed."""
    after: Kept
    """What is kept once the program says something to it."""
    words: str = ""
    """What it says first, where that may not be anything."""
    ready: str = ""
    """What stands on the screen once it waits for more."""


class Killing:
    """Takes one attempt after the other, and kills the program once at every moment of them."""

    MOMENTS: ClassVar[frozenset[Moment]]
    """When the program is killed."""
    LATEST: ClassVar[float]
    """So many seconds after keys were sent it is killed at the latest."""
    SIGNAL: ClassVar[Signals] = SIGKILL
    """With what."""
    ENDS: ClassVar[frozenset[int]] = frozenset({-SIGKILL, 0})
    """How it may end then: it may have been through."""
    LATER: ClassVar[frozenset[str]] = frozenset()
    """Steps that are on disk only some time after the first of what is said to them."""

    def __init__(
        self, nursery: Nursery, quiz: Quiz, path: Path, rng: Random, *, data: Path, scratch: Path
    ) -> None:
        self.kept = Kept()
        """What has to be on disk: all that the program has said something to."""
        self.quiz = quiz
        """The quiz."""
        self.path = path
        """Its file."""
        self.rng = rng
        """What everything that is left open is drawn from."""
        self.kills: list[Moment] = []
        """When the program was killed."""
        self._nursery = nursery
        self._data = data
        self._scratch = scratch
        self._due = set(self.MOMENTS)

    def start(self) -> tuple[list[str], Step]:
        """Return how the program is started, and as what that counts."""
        raise NotImplementedError

    def steps(self, *, taken_up: bool) -> Iterator[Step]:
        """Yield what the learner does, each step once the one before it was heard."""
        raise NotImplementedError

    def begun(self, seed: int, mode: Mode, *, certainty: bool) -> Kept:
        """Return what has to be kept once a new attempt is begun."""
        session = Session.begin(self.quiz, select(self.quiz, QuestionFilter(), Random(seed)), mode)
        return Kept(session, certainty, self.kept.given)

    def hear(self, program: Program, step: Step) -> None:
        """Wait for the first of what the program says to a step."""
        raise NotImplementedError

    def settle(self, program: Program, step: Step) -> None:
        """Wait until it takes the next keys, and look at what it shows."""
        raise NotImplementedError

    def take(self) -> None:
        """Take the quiz until the program has been killed once at every moment; then to its end."""
        while self._due:
            self._run()
        self._run()
        assert self.kept.session is None

    def _run(self) -> None:
        """Start the program and use it until it is killed, or the attempt is over."""
        taken_up = self.kept.session is not None
        argv, step = self.start()
        program = self._nursery.start(*argv)
        if self._dies_of(program, step):
            return
        for one in self.steps(taken_up=taken_up):
            if self._is_time(one.what, When.WAITING):
                self._kill(program, self.kept)
                return
            program.type(one.keys)
            if self._dies_of(program, one):
                return
        assert program.end() == 0, program.last
        program.hold_terminal()
        assert self.look() == self.kept

    def _dies_of(self, program: Program, step: Step) -> bool:
        """Listen to what is said to a step; return whether the program was killed meanwhile."""
        if self._is_time(step.what, When.SENT):
            time.sleep(self.rng.random() * self.LATEST)
            self._kill(program, self.kept, step.after)
            return True
        self.hear(program, step)
        before, self.kept = self.kept, step.after
        if self._is_time(step.what, When.HEARD):
            self._kill(program, step.after, *[before] * (step.what in self.LATER))
            return True
        self.settle(program, step)
        return False

    def _is_time(self, what: str, when: When) -> bool:
        """Return whether the program is to be killed now."""
        if (what, when) not in self._due or self.rng.random() < 0.25:
            return False
        self._due.remove((what, when))
        self.kills.append((what, when))
        return True

    def _kill(self, program: Program, *may_be: Kept) -> None:
        assert program.signal(self.SIGNAL) in self.ENDS, program.last
        if self.SIGNAL is not SIGKILL:
            program.hold_terminal()
        assert "Traceback" not in program.last, program.last
        found = self.look()
        assert found in may_be, (
            f"{self.kills[-1]}: {found} is none of {', '.join(map(str, may_be))}"
        )
        self.kept = found

    def look(self) -> Kept:
        """Return what is on disk."""
        return on_disk(self._data, self.quiz, self._scratch)
