"""A field for a text of several lines, which takes no more than an answer may hold."""

from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

LONGEST = 20_000
"""Characters that a text may have; a result file takes no more."""


class Essay(TextArea):
    """A text area that cuts off what is too long: a paste without end would stop everything."""

    def edit(self, edit: Edit) -> EditResult:
        """Put in as much as there is room for."""
        gone = self.get_text_range(edit.top, edit.bottom)
        room = LONGEST - self._length + len(gone)
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

    @property
    def _length(self) -> int:
        return sum(map(len, self.document.lines)) + self.document.line_count - 1
