"""Whom to call: one key away on every screen."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.dates import date_in_words
from quiz.service.help_lines import by_place, last_check
from quiz.tui.screens.base import QuizModal


class HelpLinesScreen(QuizModal[None]):
    """Lists help lines by country, and the day on which they were checked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,h", "dismiss", "Close", id="help.close", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """Yield the help lines."""
        yield Static("If you or someone near you needs help", classes="title", markup=False)
        for place, lines in by_place().items():
            rows = [f"\n{line.call}: {line.what}" for line in lines]
            yield Static(Content.assemble((place, "bold"), *rows))
        yield Static(f"Checked on {date_in_words(last_check())}", classes="muted", markup=False)
