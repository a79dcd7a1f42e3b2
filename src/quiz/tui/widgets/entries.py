"""A list to open things from: quizzes, questions, attempts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from quiz.tui.widgets.cursor_list import CursorList


class Entries(CursorList):
    """Rows of which enter or a click opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="entries.open"),
    ]

    class Opened(Message):
        """An entry was opened."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index
            """Which one."""

    def __init__(
        self,
        texts: Sequence[str | Content],
        leads: Sequence[Content] = (),
        *,
        spaced: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
    ) -> None:
        super().__init__(texts, spaced=spaced, id=id)
        self._leads = leads or [Content("")] * len(texts)

    def action_open(self) -> None:
        """Open the entry under the cursor."""
        self.use(self.cursor)

    def use(self, index: int) -> None:
        """Open an entry."""
        self.post_message(self.Opened(index))

    def lead(self, index: int) -> Content:
        """Return what stands before an entry."""
        return self._leads[index]
