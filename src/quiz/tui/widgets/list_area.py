"""Where a question is answered in a list: one widget draws the question, the list and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from quiz.tui.widgets.answer_area import AnswerArea
from quiz.tui.widgets.cursor_list import CursorList

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ListArea(AnswerArea):
    """A list that shows its question above and its explanation below."""

    BLANK: ClassVar[bool] = True  # the list covers it: nothing of its own is worth drawing
    EXPLAINS: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        rows = self.new_rows()
        rows.above, rows.below = self.above, self.below
        yield rows

    def new_rows(self) -> CursorList:
        """Return a new list, with what was answered."""
        raise NotImplementedError

    def draw_above(self) -> None:
        """Draw what stands above."""
        for rows in self.query(CursorList):  # none before it is laid out, with all that is said
            rows.above = self.above
            rows.draw()

    def draw_told(self) -> None:
        """Draw the answer and what is said of it, in place."""
        for rows in self.query(CursorList):
            rows.above, rows.below = self.above, self.below
            self.mark()

    def mark(self) -> None:
        """Lock the list, and draw what is said of its rows."""
        raise NotImplementedError

    @property
    def rows(self) -> CursorList:
        """The list."""
        raise NotImplementedError

    def field(self) -> CursorList | None:
        """Return the list; once it is locked it leaves its keys to what is around it."""
        return next(iter(self.query(CursorList)), None)
