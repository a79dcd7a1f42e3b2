"""Fields to type in, that give the keys back on escape and take no more than an answer may hold."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from quiz.model.text import clean_line, clean_typed

LONGEST_LINE = 200
"""Characters that a field takes."""
LONGEST_TEXT = 20_000
"""Characters that a text may have; a result file takes no more."""


class Typing(Widget):
    """What letters are typed into, until escape gives them back as keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave the field", id="field.leave"),
    ]

    class Left(Message):
        """Letters are keys again."""

    def action_leave(self) -> None:
        """Make letters keys again."""
        self.give_back()
        self.post_message(self.Left())

    def give_back(self) -> None:
        """Give the focus to what is around."""
        around = (node for node in self.ancestors if isinstance(node, Widget) and node.focusable)
        self.screen.set_focus(next(around, None), scroll_visible=False)


class Field(Input, Typing):
    """An input of one line; enter answers, tab goes to the next one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Answer", id="field.answer"),
        Binding("tab", "next", "Next", id="field.next"),
    ]

    class Cut(Message):
        """Of several lines that were pasted the first is kept."""

    def __init__(self, value: str, placeholder: str = "") -> None:
        super().__init__(
            value, placeholder=placeholder, max_length=LONGEST_LINE, select_on_focus=False
        )
        self.cursor_position = len(value)

    def on_paste(self, event: events.Paste) -> None:
        """Say so where Textual takes the first of several lines."""
        if len(event.text.splitlines()) > 1:
            self.call_later(self.post_message, self.Cut())  # behind what Textual says of the paste

    @property
    def typed(self) -> str:
        """What was typed, on one line and without what can't be seen."""
        return clean_line(clean_typed(self.value))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go to the next field only where there is one."""
        del parameters
        return action != "next" or len(self.screen.query(Field)) > 1

    def action_next(self) -> None:
        """Go to the next field, from the last to the first."""
        self.screen.focus_next(Field)


class Essay(TextArea, Typing):
    """A text area that cuts off what is too long: a paste without end would stop everything."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the text only while it is being written."""
        return action != "leave" or not self.read_only

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
