"""Whom to call: one key away on every screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.bank.help_lines import help_lines


class HelpLinesScreen(ModalScreen[None]):
    """Lists help lines by country, each with the day on which it was checked."""

    CSS: ClassVar[str] = """
    HelpLinesScreen {
        align: center middle;
        background: $background 60%;
        #sheet {
            width: 70; max-width: 100%; height: auto; max-height: 100%;
            padding: 1 2; background: $surface; border: round $rule;
        }
        .title { text-style: bold; margin-bottom: 1; }
        Static { height: auto; width: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,h", "close", "Close", id="help.close"),
    ]

    def compose(self) -> ComposeResult:
        """List the help lines."""
        with VerticalScroll(id="sheet"):
            yield Static("If you or someone near you needs help", classes="title", markup=False)
            for line in help_lines():
                yield Static(
                    Content.assemble(
                        (line.place, "bold"),
                        "\n  ",
                        line.call,
                        (f"  checked {line.checked}", "$muted"),
                    ),
                    markup=False,
                )

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss()
