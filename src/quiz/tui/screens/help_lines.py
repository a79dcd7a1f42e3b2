"""Whom to call: one key away on every screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.quizfile.help_lines import help_lines
from quiz.tui.screens.sheet import QuizModal
from quiz.tui.widgets.key_footer import KeyFooter


class HelpLinesScreen(QuizModal[None]):
    """Lists help lines by country, each with the day on which it was checked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,h", "close", "Close", id="help.close", show=False),
    ]

    def compose(self) -> ComposeResult:
        """List the help lines."""
        with VerticalScroll(id="sheet"):
            yield Static("If you or someone near you needs help", classes="title", markup=False)
            for line in help_lines():
                checked = (f"  checked {line.checked}", "$muted")
                text = Content.assemble((line.place, "bold"), "\n", line.call, checked)
                yield Static(text, classes="text", markup=False)
        yield KeyFooter()
