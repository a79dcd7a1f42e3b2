"""A list to open things from: quizzes, questions, attempts."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from quiz.tui.widgets.row_list import RowList


class LinkList(RowList):
    """Rows of which enter or a click opens one: it posts `OptionSelected`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Open", id="entries.open"),
    ]
