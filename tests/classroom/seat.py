"""A learner line by line: reads what stands there, and types what the model says."""

import io
import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence

from quiz.engine.kinds import public
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TypedAnswer,
)
from quiz.model.public_question import BLANK
from quiz.model.question import Choice, Choices, Match, Order, Question, Statement
from quiz.model.quiz import Quiz
from quiz.plain.commands import types_words
from tests.classroom.model import Said

MOST = 500
"""An attempt has fewer lines than that."""


class Reader:
    """Someone who knows the questions, and what to answer."""

    def __init__(self, quiz: Quiz, said: Mapping[str, Said], name: str = "") -> None:
        self.quiz = quiz
        self.said = said
        self.name = name
        self.skipped: set[str] = set()
        self.now: Question | None = None
        self.lines = 0

    def line(self, shown: str) -> str:
        """Return what to type to what was shown since the last line."""
        self.lines += 1
        assert self.lines < MOST, shown[-2000:]
        if "Who are you?" in shown:
            return self.name
        if "How sure are you?" in shown and self.now:
            return str(self.said[self.now.id].certainty)
        block = _squeezed(shown.rpartition("\nQuestion ")[2])
        self.now = next((one for one in self.quiz.questions if _shows(block, one)), self.now)
        assert self.now, shown
        mark = "?" if types_words(public(self.now)) else ""
        answer = self.said[self.now.id].answer
        if answer is not None:
            return typed(self.now, answer, block)
        if self.now.id in self.skipped:
            return f"{mark}e"
        self.skipped.add(self.now.id)
        return f"{mark}s"


def typed(question: Question, answer: Answer, block: str) -> str:
    """Return an answer as a line, by the numbers and letters that stand on the screen."""
    match question, answer:
        case ((Choice() | Choices() | Statement()), ChoiceAnswer(options)):
            return "; ".join(question.options[index].text for index in options)
        case Order(), OrderAnswer(items):
            return " ".join(_label(block, question.items[index], r"\d") for index in items)
        case Match(), MatchAnswer(rights):
            letters = (
                _label(block, question.rights[index], "[a-z]")
                for index in rights
                if index is not None
            )
            return " ".join(letters)
        case _, TypedAnswer(texts):
            return ", ".join(texts)
        case _, LocateAnswer(sentence):
            return str(sentence + 1)
    raise TypeError(f"{answer} is none to {question.id}")


def _shows(block: str, question: Question) -> bool:
    """Return whether a question stands there with all its parts."""
    shown = public(question)
    parts = () if shown.kind == "teach-back" else shown.parts
    texts = (shown.ask, *parts, *shown.lefts, *(shown.text or "").split(BLANK))
    return all(_squeezed(text) in block for text in texts)


def _label(block: str, part: str, kind: str) -> str:
    found = re.search(rf"(?:^| )({kind}) {re.escape(_squeezed(part))}(?: |$)", block)
    assert found, (part, block)
    return found[1]


def _squeezed(text: str) -> str:
    return " ".join(text.split())


class Typing(io.StringIO):
    """A standard input that reads the standard output before each line."""

    def __init__(self, stdout: io.StringIO, line: Callable[[str], str]) -> None:
        super().__init__()
        self._stdout = stdout
        self._line = line
        self._seen = 0

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """Return the next line."""
        del size
        shown = self._stdout.getvalue()
        new, self._seen = shown[self._seen :], len(shown)
        return self._line(new) + "\n"


def sit(argv: Sequence[str], line: Callable[[str], str]) -> tuple[int, str]:
    """Run the program as a process of its own, and type a line at each prompt."""
    pipe = subprocess.PIPE
    with subprocess.Popen(argv, stdin=pipe, stdout=pipe) as program:
        assert program.stdin
        assert program.stdout
        shown = said = b""
        while chunk := os.read(program.stdout.fileno(), 65536):
            shown += chunk
            if shown.endswith(b"> "):
                said += shown
                program.stdin.write(f"{line(shown.decode())}\n".encode())
                program.stdin.flush()
                shown = b""
        return program.wait(), (said + shown).decode()
