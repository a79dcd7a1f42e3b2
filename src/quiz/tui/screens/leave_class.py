"""Whether to leave a class that is not over."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.tui.screens.base import QuizModal


class LeaveClassScreen(QuizModal[bool]):
    """Says what becomes of the class; gives back whether to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "Leave", id="leave_class.leave"),
        Binding("escape", "dismiss", "Stay", id="leave_class.stay"),
    ]

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def body(self) -> Iterable[Widget]:
        """Yield what happens then."""
        yield Static("Leave the class now?", classes="title", markup=False)
        yield Static(
            "The phones wait, and all answers are kept. To go on where it stands: "
            f"quiz host --resume {self.code}",
            markup=False,
        )
        yield Static("To end it and get the results, stay and press e.", markup=False)
