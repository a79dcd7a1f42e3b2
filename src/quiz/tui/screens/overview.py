"""All questions of an attempt, to go to one of them."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.session import Session
from quiz.tui.screens.base import QuizModal
from quiz.tui.widgets.lists import LinkList
from quiz.tui.widgets.question_list import QuestionList


class OverviewScreen(QuizModal[int]):
    """Lists the questions with their marks; gives back the index of the one to go to."""

    AUTO_FOCUS: ClassVar[str | None] = "QuestionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "dismiss", "Close", id="overview.close", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def body(self) -> Iterable[Widget]:
        """Yield the questions, with the cursor on the one that is asked."""
        session = self.session
        flags = f", {len(session.flagged)} flagged ⚑" if session.flagged else ""
        title = f"{session.answered} of {len(session.asked)} answered{flags}"
        yield Static(title, classes="title", markup=False)
        questions = QuestionList(session)
        questions.highlighted = session.position
        yield questions

    @on(LinkList.OptionSelected)
    def _opened(self, event: LinkList.OptionSelected) -> None:
        self.dismiss(event.option_index)
