"""The past of one question."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.engine.certainty import Certainty
from quiz.model.question import Question
from quiz.store.records import ResponseRecord
from quiz.tui.screens.sheet import QuizModal
from quiz.tui.widgets.day import local
from quiz.tui.widgets.key_footer import KeyFooter


class QuestionHistoryScreen(QuizModal[None]):
    """Lists the answers to a question as it is now, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "close", "Close", id="past.close", show=False),
    ]

    def __init__(self, question: Question, answers: tuple[ResponseRecord, ...]) -> None:
        super().__init__()
        self.question = question
        """The question."""
        self.answers = answers
        """The answers to it, the oldest first."""

    def compose(self) -> ComposeResult:
        """List the answers."""
        with VerticalScroll(id="sheet"):
            yield Static(self.question.ask, classes="title", markup=False)
            if not self.answers:
                yield Static("Not answered yet.", classes="text", markup=False)
            for past in reversed(self.answers):
                yield Static(answer_line(past), classes="text", markup=False)
        yield KeyFooter()


def answer_line(past: ResponseRecord) -> Content:
    """Return an answer on one line: when, how it was marked, and how sure the learner was."""
    given = past
    if given.fraction == 1:
        verdict = ("✓ Right", "$success")
    elif given.fraction:
        verdict = (f"◐ Partly right, {given.fraction:.2f}", "$warning")
    else:
        verdict = ("✗ Not quite", "$error")
    sure = f", sureness {Certainty(given.certainty).name.lower()}" if given.certainty else ""
    kind = {"review": ", in a review", "retry": ", in practice"}.get(given.purpose, "")
    return Content.assemble((f"{local(given.at)}  ", "$muted"), verdict, sure, kind)
