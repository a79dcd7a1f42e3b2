"""What a kind of question is, line by line: how it is asked, and how a line is read."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from quiz.engine.feedback import Feedback
from quiz.engine.kinds.base import Reason
from quiz.engine.session import Presented
from quiz.model.answer import Answer
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Quiz
from quiz.plain.console import Console
from quiz.plain.kinds.reading import numbered
from quiz.plain.lines import Hanging

A = TypeVar("A", bound=Answer)


class InLines(ABC, Generic[A]):
    """One kind, line by line."""

    asks_for: ClassVar[str]
    """What to type, where that is always the same."""
    on_sheet: ClassVar[str] = "words"
    """The same of a sheet, in a few words."""
    words: ClassVar[bool] = False
    """Whether any word can be an answer, so that a command needs a question mark."""
    one_line: ClassVar[bool] = True
    """Whether an answer is one line alone."""

    def how(self, question: PublicQuestion) -> str:
        """Return what to type for an answer."""
        return self.asks_for

    def parts(self, asked: Presented, quiz: Quiz) -> Iterable[Hanging]:
        """Return what there is to pick from."""
        return numbered(asked.shown)

    @abstractmethod
    def read(self, asked: Presented, quiz: Quiz, text: str) -> A:
        """Return the answer that a line gives.

        Raises:
            InvalidAnswer: it is no answer.
        """

    def finish(self, asked: Presented, answer: A, console: Console) -> A:
        """Return an answer with what belongs to it beyond its first line."""
        return answer

    def reasons(self, asked: Presented, feedback: Feedback, answer: A | None) -> Iterable[Hanging]:
        """Return what is said of possible answers, each text followed by why."""
        for reason in feedback.reasons:
            yield from reasoned(f"{mark(reason)}  ", reason)

    def on_sheet_how(self, asked: Presented, quiz: Quiz) -> str:
        """Return what to type off a sheet, in a few words."""
        return self.on_sheet

    @abstractmethod
    def read_sheet(self, asked: Presented, quiz: Quiz, text: str) -> A:
        """Return the answer that a line copies from a sheet.

        Raises:
            InvalidAnswer: it can't stand there, or can't be told apart from another.
        """

    @abstractmethod
    def as_on_sheet(self, asked: Presented, answer: A) -> str:
        """Return an answer as it is typed off a sheet."""


def by_option(asked: Presented, reasons: Sequence[Reason]) -> Iterable[Hanging]:
    """Return what is said of options, numbered as they are shown."""
    for number, index in enumerate(asked.option_order, 1):
        yield from reasoned(f"{mark(reasons[index])}{number:>3}  ", reasons[index])


def reasoned(lead: str, reason: Reason) -> Iterable[Hanging]:
    """Return an answer with its standing, and below it why."""
    words = reason.standing
    yield lead, f"{reason.text} ({words})" if words else reason.text
    if reason.why:
        yield " " * len(lead), reason.why


def mark(reason: Reason) -> str:
    """Return the mark of an answer that is right, or that was wrongly given."""
    if reason.right:
        return "✓"
    if reason.partly:
        return "◐"
    return "✗" if reason.yours else " "
