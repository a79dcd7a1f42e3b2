"""An attempt whose order and answers are known before it is begun."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

from quiz.engine.selection import QuestionFilter, select
from quiz.engine.session import Mode, Session
from quiz.model.answer import ChoiceAnswer
from quiz.quizfile.reader import read
from tests.kill.kept import Kept
from tests.kill.program import Nursery, Program
from tests.kill.quizzes import write_quiz

SEED = 3


class Numbers:
    """A quiz of six choices, of which every other one is answered right."""

    def __init__(self, folder: Path, nursery: Nursery) -> None:
        self.path = write_quiz(folder / "numbers.yaml", 6)
        """Its file."""
        self.quiz = read(self.path)
        """What is in it."""
        self._nursery = nursery
        asked = select(self.quiz, QuestionFilter(), Random(SEED))
        self._order = tuple(one.question.id for one in asked)
        self._session = Session.begin(self.quiz, asked, Mode.PRACTICE)

    def begin(self) -> Program:
        """Begin the attempt in the line door, and wait for its first question."""
        program = self._nursery.start(
            *("play", str(self.path), "--plain", "--no-passage", f"--seed={SEED}")
        )
        program.hear_prompt()
        return program

    def answer(self, program: Program, *places: int) -> str:
        """Answer the questions at some places, go on after each, and return what was said."""
        program.mark()
        for place in places:
            program.tell(str(place % 2 + 1))
            program.tell("")
        return program.said

    def end(self, program: Program) -> int:
        """Leave the result, and return how the program ended."""
        program.type("n\n")
        return program.end()

    def after(self, count: int) -> Kept:
        """Return what has to be on disk at the question after so many answers."""
        kept = Kept(self._session)
        for place in range(count):
            assert kept.session
            kept = kept.then(kept.session.answer(ChoiceAnswer(frozenset({place % 2})))[0])
            assert kept.session
            kept = kept.then(kept.session.onward())
        return kept

    def answers(self, count: int) -> list[tuple[str, list[int]]]:
        """Return the first answers: each question with the options that were picked."""
        return [(self._order[place], [place % 2]) for place in range(count)]


def history() -> tuple[list[dict[str, Any]], str]:
    """Return what the next program finds in the history, and what it has to say besides."""
    command = [sys.executable, "-m", "quiz", "history", "--json"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers, done.stderr


def in_history() -> list[tuple[str, list[int]]]:
    """Return the answers that the next program finds: each question with the picked options."""
    return [(one["question"], one["answer"]["options"]) for one in history()[0]]
