"""Where a question is answered in a list: one widget draws the question, the list and the rest."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult

from quiz.tui.widgets.answer_area import AnswerArea
from quiz.tui.widgets.cursor_list import CursorList
from quiz.tui.widgets.telling import Telling

AnyList = TypeVar("AnyList", bound=CursorList)


class ListArea(AnswerArea, Generic[AnyList]):
    """A list that shows its question above and its explanation below."""

    BLANK: ClassVar[bool] = True  # the list covers it: nothing of its own is worth drawing
    EXPLAINS: ClassVar[bool] = True

    @cached_property
    def rows(self) -> AnyList:
        """The list."""
        return self.new_rows()

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self.rows

    def new_rows(self) -> AnyList:
        """Return a new list, with what was answered."""
        raise NotImplementedError

    def frame(self, telling: Telling) -> None:
        """Take what stands above, in the place of the rows, and below."""
        super().frame(telling)
        rows = self.rows
        rows.above, rows.told, rows.below = telling.above, telling.rows, telling.below

    def draw_above(self) -> None:
        """Draw what stands above."""
        self.rows.draw()

    def draw_told(self) -> None:
        """Draw the answer and what is said of it, in place."""
        self.rows.settle()

    def field(self) -> AnyList:
        """Return the list; once it is locked it leaves its keys to what is around it."""
        return self.rows
