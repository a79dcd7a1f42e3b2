"""One line of a list: cursor, lead and a text that wraps under itself."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static


class Row(Widget):
    """A line with a cursor before it, and with what is said of it below."""

    DEFAULT_CSS: ClassVar[str] = """
    Row {
        layout: horizontal;
        height: auto;
        width: 1fr;
        .cursor { width: 2; color: $primary; text-style: bold; }
        .lead { width: auto; }
        .body { width: 1fr; height: auto; }
        .text { width: 1fr; height: auto; }
        .remark { width: 1fr; height: auto; color: $muted; display: none; }
        &.-remarked .remark { display: block; }
        &.-picked .text { text-style: bold; }
    }
    """

    lead: reactive[Content] = reactive(Content(""), init=False)
    """What stands before the text, such as a mark and a number."""
    remark: reactive[Content] = reactive(Content(""), init=False)
    """What is said of it."""
    picked: reactive[bool] = reactive(default=False, init=False, toggle_class="-picked")
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

    def compose(self) -> ComposeResult:
        """Lay out cursor, lead and text."""
        self.set_class(bool(self.remark), "-remarked")
        yield Static(self.cursor, classes="cursor", markup=False)
        yield Static(self.lead, classes="lead", markup=False)
        with Vertical(classes="body"):
            yield Static(self.text, classes="text", markup=False)
            yield Static(self.remark, classes="remark", markup=False)

    def watch_lead(self) -> None:
        """Draw the lead."""
        self._draw("lead", self.lead)

    def watch_text(self) -> None:
        """Draw the text."""
        self._draw("text", self.text)

    def watch_cursor(self) -> None:
        """Draw the cursor."""
        self._draw("cursor", self.cursor)

    def watch_remark(self) -> None:
        """Draw the remark, or nothing."""
        self.set_class(bool(self.remark), "-remarked")
        self._draw("remark", self.remark)

    def _draw(self, part: str, content: str | Content) -> None:
        """Draw one part; what changes before there are parts is drawn when they are made."""
        for static in self.query(f".{part}").results(Static):
            static.update(content)
