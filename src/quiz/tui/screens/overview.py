"""All questions of a sitting, to go to one of them."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.engine.session import Session
from quiz.tui.widgets.entries import Entries
from quiz.tui.widgets.question_list import QuestionList


class OverviewScreen(ModalScreen[int | None]):
    """Lists the questions with their marks; gives back the index of the one to go to."""

    CSS: ClassVar[str] = """
    OverviewScreen {
        align: center middle;
        background: $background 60%;
        #sheet {
            width: 80; max-width: 100%; height: auto; max-height: 100%;
            padding: 1 2; background: $surface; border: round $rule;
        }
        .title { text-style: bold; margin-bottom: 1; height: auto; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,o", "close", "Close", id="overview.close"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        """The sitting."""

    def compose(self) -> ComposeResult:
        """List the questions."""
        session = self.session
        flags = f", {len(session.flagged)} flagged ⚑" if session.flagged else ""
        title = f"{session.answered} of {len(session.asked)} answered{flags}"
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(title, classes="title", markup=False)
            questions = QuestionList(session)
            questions.set_reactive(QuestionList.cursor, session.at)
            yield questions

    @on(Entries.Opened)
    def _opened(self, event: Entries.Opened) -> None:
        self.dismiss(event.index)

    def action_close(self) -> None:
        """Go back to the question."""
        self.dismiss(None)
