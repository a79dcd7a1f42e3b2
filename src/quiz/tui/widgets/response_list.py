"""Who took which answer: a table with a cursor that lights the passage."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message

from quiz.analysis.answers import text
from quiz.analysis.response_counts import ResponseCount
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.class_questions import short
from quiz.tui.widgets.row_list import RowList

_MARKS = {True: ("✓", "$success"), False: ("✗", "$error"), None: (" ", "$muted")}


class ResponseList(RowList):
    """Answers, each with a mark, how many took it, and why it is right or wrong."""

    class Moved(Message):
        """The cursor is on another answer."""

        def __init__(self, row: ResponseCount) -> None:
            super().__init__()
            self.row = row
            """The answer."""

    def __init__(self, rows: Sequence[ResponseCount], asked: int, *, thirds: bool) -> None:
        leads = [_lead(row, asked) for row in rows]
        super().__init__([_said(row, thirds=thirds) for row in rows], leads, spaced=True)
        self.responses = rows
        self.joined = True

    def on_mount(self) -> None:
        """Say which answer the cursor is on when it moves, and when it comes here."""
        self.watch(self, "highlighted", self._say, init=False)
        self.watch(self, "has_focus", self._say, init=False)

    def _say(self) -> None:
        if self.has_focus and self.highlighted is not None:
            self.post_message(self.Moved(self.responses[self.highlighted]))


def _lead(row: ResponseCount, asked: int) -> Content:
    mark, style = _MARKS[row.right]
    filled = bar(row.count / asked if asked else 0, 8, style)
    return Content.assemble((f"{mark} ", f"bold {style}"), filled, f"{row.count:>4}  ")


def _said(row: ResponseCount, *, thirds: bool) -> Content:
    """Return an answer, who of the best and the weakest took it, and why it is right or wrong."""
    said = Content.styled(short(text(row), 300), "bold" if row.right else "")
    if thirds and row.count:
        ends = f"{row.upper} of the upper third, {row.lower} of the lower"
        said = Content.assemble(said, (f"\n{ends}", "$muted"))
    return Content.assemble(said, (f"\n{row.why}", "$muted")) if row.why else said
