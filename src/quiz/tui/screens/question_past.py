"""The past of one question."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.desk import PastAnswer
from quiz.engine.certainty import Certainty
from quiz.model.question import Question
from quiz.tui.widgets.day import local


class QuestionPastScreen(ModalScreen[None]):
    """Lists the answers to a question as it is now, the newest first."""

    CSS: ClassVar[str] = """
    QuestionPastScreen {
        align: center middle;
        background: $background 60%;
        #sheet {
            width: 76; max-width: 100%; height: auto; max-height: 100%;
            padding: 1 2; background: $surface; border: round $rule;
        }
        .title { text-style: bold; margin-bottom: 1; }
        Static { height: auto; width: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "close", "Close", id="past.close"),
    ]

    def __init__(self, question: Question, answers: tuple[PastAnswer, ...]) -> None:
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
                yield Static("Not answered yet.", markup=False)
            for past in reversed(self.answers):
                yield Static(answer_line(past), markup=False)

    def action_close(self) -> None:
        """Go back to the history."""
        self.dismiss()


def answer_line(past: PastAnswer) -> Content:
    """Return an answer on one line: when, how it was marked, and how sure the learner was."""
    given = past.given
    if given.fraction == 1:
        verdict = ("✓ Right", "$success")
    elif given.fraction:
        verdict = (f"◐ Partly right, {given.fraction:.2f}", "$warning")
    else:
        verdict = ("✗ Not quite", "$error")
    sure = f", sureness {Certainty(given.certainty).name.lower()}" if given.certainty else ""
    kind = {"review": ", in a review", "again": ", in practice"}.get(given.purpose, "")
    return Content.assemble((f"{local(given.at)}  ", "$muted"), verdict, sure, kind)
