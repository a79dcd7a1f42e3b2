"""A column that scrolls by itself and leaves all keys to what stands in it."""

from quiz.tui.widgets.page_scroll import PageScroll


class Column(PageScroll, can_focus=False, inherit_bindings=False):
    """A column of widgets that take the keys themselves."""
