"""Another name for a learner."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.tui.screens.base import QuizModal
from quiz.tui.screens.learner_name import NameField


class RenameScreen(QuizModal[str]):
    """Asks for a name; gives it back, or nothing."""

    AUTO_FOCUS: ClassVar[str | None] = "NameField"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Leave it", id="rename.leave"),
    ]

    def __init__(self, name: str) -> None:
        super().__init__()
        self.learner = name

    def body(self) -> Iterable[Widget]:
        """Yield the field."""
        yield Static(f"Another name for {self.learner}", classes="title", markup=False)
        yield NameField("", "A name")

    @on(NameField.Submitted)
    def name_typed(self) -> None:
        """Give the name back."""
        self.dismiss(self.query_one(NameField).value.strip() or None)
