"""Fields to type in, that give the keys back on escape and take no more than an answer may hold."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from quiz.engine.wording import FIRST_LINE_KEPT
from quiz.model.text import clean_line, clean_typed

LONGEST_LINE = 200
"""Characters that a field takes."""
LONGEST_TEXT = 20_000
"""Characters that a text may have; a result file takes no more."""


class Field(Input):
    """An input of one line; enter answers, escape leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Answer", id="field.answer"),
        Binding("escape", "leave", "Leave the field", id="field.leave"),
    ]

    def __init__(self, value: str, placeholder: str = "") -> None:
        super().__init__(
            value, placeholder=placeholder, max_length=LONGEST_LINE, select_on_focus=False
        )
        self.cursor_position = len(value)

    def on_paste(self, event: events.Paste) -> None:
        """Say so where Textual takes the first of several lines."""
        if len(event.text.splitlines()) > 1:
            self.notify(FIRST_LINE_KEPT, markup=False, timeout=4)

    @property
    def typed(self) -> str:
        """What was typed, on one line and without what can't be seen."""
        return clean_line(clean_typed(self.value))

    def action_leave(self) -> None:
        """Give the focus back, so that letters are keys again."""
        self.screen.set_focus(None)


class Essay(TextArea):
    """A text area that cuts off what is too long: a paste without end would stop everything."""

    def edit(self, edit: Edit) -> EditResult:
        """Put in as much as there is room for."""
        gone = self.get_text_range(edit.top, edit.bottom)
        length = sum(map(len, self.document.lines)) + self.document.line_count - 1
        room = LONGEST_TEXT - length + len(gone)
        if len(edit.text) > room:
            edit.text = edit.text[: max(room, 0)]
        return super().edit(edit)

    def undo(self) -> None:
        """Take the last change back."""
        if self.history.undo_stack:
            self._let_go_of_cursor()
        super().undo()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        if self.history.redo_stack:
            self._let_go_of_cursor()
        super().redo()

    def _let_go_of_cursor(self) -> None:
        """Put the cursor to the start: Textual looks for it before it puts it where it belongs."""
        self.selection = Selection()
