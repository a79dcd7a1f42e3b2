"""Whether to hand in now."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.session import Session
from quiz.engine.wording import HANDED_IN_IS_FINAL, before_handing_in
from quiz.tui.screens.base import QuizModal


class ConfirmSubmitScreen(QuizModal[bool]):
    """Names the questions that are open or flagged; gives back whether to hand in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "Hand in", id="confirm_submit.hand_in"),
        Binding("escape", "dismiss", "Go back", id="confirm_submit.back"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def body(self) -> Iterable[Widget]:
        """Yield what is open, and what handing in means."""
        yield Static("Hand in now?", classes="title", markup=False)
        yield Static(before_handing_in(self.session), markup=False)
        yield Static(HANDED_IN_IS_FINAL, markup=False)
