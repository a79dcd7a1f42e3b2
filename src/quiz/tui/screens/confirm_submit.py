"""Whether to hand in with questions unanswered."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.session import Session
from quiz.engine.wording import empty
from quiz.tui.screens.base import QuizModal


class ConfirmSubmitScreen(QuizModal[bool]):
    """Names the questions without an answer; gives back whether to hand in all the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "Hand in", id="confirm_submit.hand_in"),
        Binding("escape", "dismiss", "Go back", id="confirm_submit.back"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def body(self) -> Iterable[Widget]:
        """Yield what is empty, and what handing in means."""
        yield Static("Hand in now?", classes="title", markup=False)
        yield Static(empty(self.session) or "", markup=False)
        yield Static("Once it is handed in, you can't add to it.", markup=False)
