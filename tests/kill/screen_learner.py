"""Someone at the application."""

import time
from collections.abc import Iterator
from typing import ClassVar

from quiz.engine.session import Mode, Session
from quiz.model.answer import ChoiceAnswer
from quiz.tui.widgets.cursor_list import CURSOR
from tests.kill.kept import Kept
from tests.kill.killing import Killing, Moment, Step, moments
from tests.kill.program import Program

ENTER = "\r"
QUIT = "\x11"
UNPICKED = f"{CURSOR} ( ) 1"
"""How the options of a question that waits begin."""


class ScreenLearner(Killing):
    """Takes a quiz of choices whose options are not shuffled."""

    MOMENTS: ClassVar[frozenset[Moment]] = moments(
        "begin, take up", "open, read, go on, pick, answer, flag, next, result", "leave"
    )
    LATEST: ClassVar[float] = 0.3
    LATER: ClassVar[frozenset[str]] = frozenset({"read"})

    def start(self) -> tuple[list[str], Step]:
        """Return a wish for the attempt that is open, else for one of any order, in any mode."""
        if self.kept.session:
            return ["play", str(self.path)], Step(
                "take up", "", self.kept, "You stopped at", "enter Go on"
            )
        self.seed, self.mode = self.rng.randrange(1000), self.rng.choice(tuple(Mode))
        argv = ["play", str(self.path), f"--seed={self.seed}", f"--mode={self.mode}"]
        return argv, Step("begin", "", self.kept, "Before you start", "enter Begin")

    def hear(self, program: Program, step: Step) -> None:
        """Wait for the words of the screen that comes."""
        program.hear_words(step.words)

    def settle(self, program: Program, step: Step) -> None:
        """Wait for the cursor, where there is one, and until a new attempt is on disk."""
        if step.ready:
            program.hear_too(step.ready)
        patience = time.monotonic() + 10
        while step.what in self.LATER and self.look() != step.after:
            assert time.monotonic() < patience
            time.sleep(0.02)

    def steps(self, *, taken_up: bool) -> Iterator[Step]:
        """Yield what the learner does, each step once the one before it was heard."""
        if taken_up:
            yield self._arriving("go on", self.kept)
        else:
            begun = self.begun(self.seed, self.mode, certainty=False)
            yield Step("open", ENTER, self.kept, "Read first")
            yield self._arriving("read", begun)
        while session := self.kept.session:
            if session.response is None:
                yield from self._answering(session)
            else:
                yield from self._leaving(session)
        yield Step("leave", QUIT, self.kept)

    def _arriving(self, what: str, after: Kept) -> Step:
        """Return the step to the question where an attempt stands."""
        session = after.session
        assert session
        flag = "⚑ " if session.position in session.flagged else ""
        place = f"{flag}{session.position + 1} of {len(session.asked)}"
        ready = UNPICKED if session.response is None else self._said(session)
        return Step(what, ENTER, after, place, ready)

    def _answering(self, session: Session) -> Iterator[Step]:
        place = self.rng.randrange(2)
        yield Step("pick", str(place + 1), self.kept, f"(x) {place + 1}")
        answered = session.answer(ChoiceAnswer(frozenset({place})))[0]
        yield Step("answer", ENTER, self.kept.then(answered), self._said(answered))

    def _said(self, session: Session) -> str:
        """Return words that come with the answer to the question where a session stands."""
        if session.mode is Mode.TEST:
            return "Your answer is kept."
        return f"Look at line {session.question.id.removeprefix('n')} "

    def _leaving(self, session: Session) -> Iterator[Step]:
        if self.rng.random() < 0.5 and session.position not in session.flagged:
            yield Step("flag", "f", self.kept.then(session.flag()), f"⚑ {session.position + 1} of")
            return
        onward = session.onward()
        if onward.finished:
            yield Step("result", ENTER, self.kept.then(onward), "Every question")
        else:
            yield self._arriving("next", self.kept.then(onward))
