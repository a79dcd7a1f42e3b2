"""Whom to call: one key away on every screen."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.dates import date_in_words
from quiz.service.help_lines import help_lines
from quiz.tui.screens.base import QuizModal


class HelpLinesScreen(QuizModal[None]):
    """Lists help lines by country, each with the day on which it was checked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,h", "dismiss", "Close", id="help.close", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """Yield the help lines."""
        yield Static("If you or someone near you needs help", classes="title", markup=False)
        for line in help_lines():
            checked = (f"  checked {date_in_words(line.checked)}", "$muted")
            yield Static(Content.assemble((line.place, "bold"), "\n", line.call, checked))
