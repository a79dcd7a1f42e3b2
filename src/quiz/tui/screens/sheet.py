"""A sheet over a screen: what keys, help lines, overview and past have in common."""

from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from quiz.tui.screens.stage import Stage

Result = TypeVar("Result")


class Sheet(Stage[Result | None], ModalScreen[Result | None]):
    """A box in the middle with its keys at the foot; escape or a click beside it closes it."""

    DEFAULT_CSS: ClassVar[str] = """
    Sheet {
        align: center middle;
        background: $background 60%;
        #sheet {
            width: 76;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 1 2;
            background: $surface;
            border: round $rule;
        }
        #sheet > * { padding-right: 1; }
        .title { text-style: bold; margin-bottom: 1; height: auto; width: 1fr; }
        .text { height: auto; width: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="sheet.close"),
        Binding("h", "app.help_lines", "Help lines", id="sheet.help_lines"),
    ]

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Close where the click was beside the sheet."""
        if event.widget is self:
            self.dismiss(None)
