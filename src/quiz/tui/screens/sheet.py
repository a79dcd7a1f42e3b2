"""A sheet over a screen: what keys, help lines, overview and past have in common."""

from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from quiz.tui.screens.stage import QuizScreen

Result = TypeVar("Result")


class QuizModal(QuizScreen[Result | None], ModalScreen[Result | None]):
    """A box in the middle with its keys at the foot; escape or a click beside it closes it."""

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
