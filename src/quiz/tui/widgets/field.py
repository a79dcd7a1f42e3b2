"""A field to type in, that gives the keys back on escape."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

LONGEST = 200
"""Characters that a field takes."""


class Field(Input):
    """An input of one line; enter answers, escape leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Answer", id="field.answer"),
        Binding("escape", "leave", "Leave the field", id="field.leave"),
    ]

    def __init__(self, value: str, placeholder: str = "") -> None:
        super().__init__(value, placeholder=placeholder, max_length=LONGEST, select_on_focus=False)
        self.cursor_position = len(value)

    def action_leave(self) -> None:
        """Give the focus back, so that letters are keys again."""
        self.screen.set_focus(None)
