"""Every key that works on the screen below."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.tui.screens.base import QuizModal
from quiz.tui.widgets.hanging_text import HangingText


class KeysScreen(QuizModal[None]):
    """Lists each key with what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,question_mark", "dismiss", "Close", id="keys.close", show=False),
    ]

    def __init__(self, keys: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.keys = keys

    def body(self) -> Iterable[Widget]:
        """Yield a line for each key."""
        yield Static("Keys", classes="title", markup=False)
        for key, what in self.keys:
            lead = Content.styled(f"{key:>9}  ", "bold $primary")
            yield Static(HangingText([(lead, Content(what))]))
        yield Static("\nThe mouse works everywhere, too.", markup=False)
