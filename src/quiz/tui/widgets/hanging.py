"""A line whose text wraps under itself, not under what stands before it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static


class Hanging(Widget):
    """A lead such as a mark or a bar, and a text beside it."""

    DEFAULT_CSS: ClassVar[str] = """
    Hanging {
        layout: horizontal;
        height: auto;
        width: 1fr;
        .lead { width: auto; }
        .text { width: 1fr; height: auto; }
    }
    """

    def __init__(self, lead: str | Content, text: str | Content) -> None:
        super().__init__()
        self.lead = lead
        """What stands before the text."""
        self.text = text
        """What wraps."""

    def compose(self) -> ComposeResult:
        """Lay out lead and text."""
        yield Static(self.lead, classes="lead", markup=False)
        yield Static(self.text, classes="text", markup=False)
