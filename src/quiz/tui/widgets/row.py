"""One line of a list: cursor, lead and a text that wraps under itself."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from quiz.tui.widgets.hanging import Hanging, Hung

GUTTER = 2
"""Cells before each row, where the cursor stands."""


class Row(Hanging):
    """A line with a cursor before it, and with what is said of it below."""

    lead: reactive[Content] = reactive(Content(""), init=False)
    """What stands before the text, such as a mark and a number."""
    remark: reactive[Content] = reactive(Content(""), init=False)
    """What is said of it."""
    picked: reactive[bool] = reactive(default=False, init=False)
    """Whether the learner picked it."""
    cursor: reactive[str] = reactive("", init=False)
    """The cursor, where it is on this row."""
    text: reactive[Content] = reactive(Content(""), init=False)
    """What it says."""

    def __init__(self, index: int, text: str | Content = "") -> None:
        super().__init__()
        self.index = index
        """Which of the rows it is."""
        self.set_reactive(Row.text, text if isinstance(text, Content) else Content(text))
        self._draw()

    def watch_lead(self) -> None:
        """Draw the lead."""
        self._draw()

    def watch_text(self) -> None:
        """Draw the text."""
        self._draw()

    def watch_cursor(self) -> None:
        """Draw the cursor."""
        self._draw()

    def watch_picked(self) -> None:
        """Draw the text bold, or not."""
        self._draw()

    def watch_remark(self) -> None:
        """Draw the remark, or nothing."""
        self._draw()

    def _draw(self) -> None:
        text = self.text.stylize("bold") if self.picked else self.text
        lead = Content.styled(f"{self.cursor:<{GUTTER}}", "bold $primary") + self.lead
        under = Content(" " * lead.cell_length)
        remark = [Hung(under, self.remark.stylize_before("$muted"))] if self.remark else []
        self.hang(Hung(lead, text), *remark)
