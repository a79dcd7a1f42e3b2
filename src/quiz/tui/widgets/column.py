"""A column that scrolls by itself and leaves all keys to what stands in it."""

from textual.containers import VerticalScroll


class Column(VerticalScroll, can_focus=False, inherit_bindings=False):
    """A column of widgets that take the keys themselves."""
