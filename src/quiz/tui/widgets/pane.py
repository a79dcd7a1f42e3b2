"""A column that scrolls by the arrow keys, and leaves space to the screen."""

from typing import ClassVar

from textual.binding import BindingType

from quiz.tui.widgets.page_scroll import PageScroll


class Pane(PageScroll, inherit_bindings=False):
    """A column of a screen on which space goes on."""

    BINDINGS: ClassVar[list[BindingType]] = PageScroll.BINDINGS[1:]
