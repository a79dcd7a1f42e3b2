"""Every key that works on the screen below."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.tui.screens.sheet import QuizModal
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.key_footer import KeyFooter


class KeysScreen(QuizModal[None]):
    """Lists the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,question_mark", "close", "Close", id="keys.close", show=False),
    ]

    def __init__(self, keys: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.keys = keys
        """Each key with what it does."""

    def compose(self) -> ComposeResult:
        """List the keys."""
        with VerticalScroll(id="sheet"):
            yield Static("Keys", classes="title", markup=False)
            for key, what in self.keys:
                lead = Content.styled(f"{key:>9}  ", "bold $primary")
                yield Static(HangingText((lead, what)))
            yield Static("\nThe mouse works everywhere, too.", classes="text", markup=False)
        yield KeyFooter()
