"""All questions of an attempt, to go to one of them."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from quiz.engine.session import Session
from quiz.tui.screens.sheet import QuizModal
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.link_list import LinkList
from quiz.tui.widgets.question_list import QuestionList


class OverviewScreen(QuizModal[int]):
    """Lists the questions with their marks; gives back the index of the one to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "close", "Close", id="overview.close", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        """The attempt."""

    def compose(self) -> ComposeResult:
        """List the questions."""
        session = self.session
        flags = f", {len(session.flagged)} flagged ⚑" if session.flagged else ""
        title = f"{session.answered} of {len(session.asked)} answered{flags}"
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(title, classes="title", markup=False)
            questions = QuestionList(session)
            questions.highlighted = session.position
            yield questions
        yield KeyFooter()

    @on(LinkList.OptionSelected)
    def _opened(self, event: LinkList.OptionSelected) -> None:
        self.dismiss(event.option_index)
