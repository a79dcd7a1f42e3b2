"""Every key that works on the screen below."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class KeysScreen(ModalScreen[None]):
    """Lists the keys; any of enter, escape and ? closes it."""

    CSS: ClassVar[str] = """
    KeysScreen {
        align: center middle;
        background: $background 60%;
        #sheet {
            width: 60; max-width: 100%; height: auto; max-height: 100%;
            padding: 1 2; background: $surface; border: round $rule;
        }
        .title { text-style: bold; margin-bottom: 1; }
        Static { height: auto; width: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,question_mark", "close", "Close", id="keys.close"),
    ]

    def __init__(self, keys: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.keys = keys
        """Each key with what it does."""

    def compose(self) -> ComposeResult:
        """List the keys."""
        with VerticalScroll(id="sheet"):
            yield Static("Keys", classes="title", markup=False)
            lines = [
                Content.assemble((f"{key:>9}  ", "bold $primary"), what) for key, what in self.keys
            ]
            yield Static(Content("\n").join(lines), markup=False)
            yield Static(Content("\nThe mouse works everywhere, too."), markup=False)

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss()
