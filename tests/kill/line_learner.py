"""Someone at the line door."""

from collections.abc import Iterator
from random import Random
from typing import ClassVar

from quiz.engine.certainty import Certainty
from quiz.engine.selection import Presented
from quiz.engine.session import Mode, Session
from quiz.model.answer import TeachBackAnswer
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Order,
    Short,
    Statement,
    TeachBack,
    how_many,
)
from quiz.model.quiz import Quiz
from quiz.plain.ask import asking
from quiz.plain.commands import types_words
from quiz.plain.reply import reply
from tests.kill.killing import Killing, Moment, Step, moments
from tests.kill.program import COLUMNS, Program


class LineLearner(Killing):
    """Takes the quiz line by line."""

    MOMENTS: ClassVar[frozenset[Moment]] = moments(
        "begin, take up",
        "go on, answer, more, sure, flag, look, skip, next, result",
        "leave",
    )
    LATEST: ClassVar[float] = 0.03
    LATER: ClassVar[frozenset[str]] = frozenset({"begin"})

    def start(self) -> tuple[list[str], Step]:
        """Return a wish for the attempt that is open, else for one of any order, in any mode."""
        argv = ["play", str(self.path), "--plain", "--no-passage"]
        if self.kept.session:
            return argv, Step("take up", "", self.kept)
        seed, mode = self.rng.randrange(1000), self.rng.choice(tuple(Mode))
        certainty = self.rng.random() < 0.5
        argv += [f"--seed={seed}", f"--mode={mode}", *["--certainty"] * certainty]
        return argv, Step("begin", "", self.begun(seed, mode, certainty=certainty))

    def hear(self, program: Program, step: Step) -> None:
        """Wait for anything at all."""
        program.mark()
        program.hear()

    def settle(self, program: Program, step: Step) -> None:
        """Wait for the prompt; a question has to be the one where the attempt stands."""
        program.hear_prompt()
        if step.what in {"begin", "go on", "skip", "next"}:
            self._shows(program.said)

    def _shows(self, said: str) -> None:
        session = self.kept.session
        assert session
        flag = ", flagged" if session.position in session.flagged else ""
        lines = said.replace("\r\n", "\n")
        assert f"\nQuestion {session.position + 1} of {len(session.asked)}{flag}\n" in lines
        assert "\n".join(asking(session.asked[session.position], self.quiz, COLUMNS)) in lines

    def steps(self, *, taken_up: bool) -> Iterator[Step]:
        """Yield what the learner types, each line once the one before it was heard."""
        if taken_up:
            yield Step("go on", "y\n", self.kept)
        missed = False
        while session := self.kept.session:
            if session.response is None:
                yield from self._at_a_question(session)
            else:
                onward = session.onward()
                missed = onward.finished and bool(onward.missed())
                what = "result" if onward.finished else "next"
                yield Step(what, "\n", self.kept.then(onward))
        if missed:
            yield Step("leave", "n\n", self.kept)

    def _at_a_question(self, session: Session) -> Iterator[Step]:
        """Yield a command now and then, else an answer."""
        colon = ":" if types_words(session.current.public) else ""
        match self.rng.randrange(8):
            case 0:
                yield Step("flag", f"{colon}f\n", self.kept.then(session.flag()))
            case 1:
                yield Step("look", f"{colon}p\n", self.kept.then(session.look()))
            case 2 if len(session.open) > 1:
                yield Step("skip", f"{colon}s\n", self.kept.then(session.onward()))
            case _:
                yield from self._answering(session)

    def _answering(self, session: Session) -> Iterator[Step]:
        """Yield the lines of an answer; the last one gives it."""
        asked = session.asked[session.position]
        first, *rest = typed(asked, self.quiz, self.rng)
        answer = reply(asked, self.quiz, first)
        if isinstance(answer, TeachBackAnswer):
            answer = TeachBackAnswer(first, frozenset({0}))
        lines = [("answer", first), *(("more", line) for line in rest)]
        sure = None
        if self.kept.certainty and session.current.public.scored:
            sure = self.rng.choice(tuple(Certainty))
            lines.append(("sure", sure.name.lower()))
        for what, line in lines[:-1]:
            yield Step(what, f"{line}\n", self.kept)
        what, line = lines[-1]
        yield Step(what, f"{line}\n", self.kept.then(session.answer(answer, sure)[0]))


def typed(asked: Presented, quiz: Quiz, rng: Random) -> list[str]:
    """Return the lines of an answer to a question, right or wrong, never misspelled."""
    parts = [str(number) for number in range(1, len(asked.option_order) + 1)]
    match asked.question:
        case Choice() | Choices() | Statement() as question:
            return [" ".join(rng.sample(parts, how_many(question)))]
        case Order():
            return [" ".join(rng.sample(parts, len(parts)))]
        case Match(pairs=pairs):
            return [" ".join(rng.sample("abcdefgh"[: len(parts)], len(pairs)))]
        case Cloze(gaps=gaps):
            return [", ".join("zzzz" for _ in gaps)]
        case Short(accept=accept):
            return [rng.choice((accept[0], "zzzz"))]
        case Locate():
            return [str(rng.randrange(len(quiz.passage.sentences(quiz.language))) + 1)]
        case TeachBack():
            return ["They find a place.", "", "1"]
        case _:
            return [str(rng.randrange(50))]
