"""Whether to show what is weak in a quiz that learners have, too."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.tui.screens.base import QuizModal


class ConfirmCheckScreen(QuizModal[bool]):
    """Says that a check names right answers; gives back whether to show it all the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "Show it", id="confirm_check.show"),
        Binding("escape", "dismiss", "Go back", id="confirm_check.back"),
    ]

    def body(self) -> Iterable[Widget]:
        """Yield what a check would give away."""
        yield Static("This quiz comes with the program", classes="title", markup=False)
        words = "A check is for authors, and names right answers. To take the quiz, go back."
        yield Static(words, markup=False)
