"""Whether to hand in with questions unanswered."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from quiz.engine.exercise_wording import empty
from quiz.engine.session import Session
from quiz.tui.screens.sheet import QuizModal
from quiz.tui.widgets.key_footer import KeyFooter


class ConfirmSubmitScreen(QuizModal[bool]):
    """Names the questions without an answer; gives back whether to hand in all the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "hand_in", "Hand in", id="handing_in.hand_in"),
        Binding("escape", "close", "Go back", id="handing_in.back"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        """The attempt."""

    def compose(self) -> ComposeResult:
        """Say what is empty."""
        with VerticalScroll(id="sheet"):
            yield Static("Hand in now?", classes="title", markup=False)
            yield Static(empty(self.session) or "", classes="text", markup=False)
            yield Static("Once it is handed in, you can't add to it.", classes="text", markup=False)
        yield KeyFooter()

    def action_hand_in(self) -> None:
        """Hand in."""
        self.dismiss(True)
