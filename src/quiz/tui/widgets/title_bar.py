"""The line at the head of a screen: the title, and how far one is."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quiz.model.text import clean_line
from quiz.tui.widgets.bar import bar


class TitleBar(Widget):
    """Shows a title at the left and the progress at the right."""

    title: reactive[str] = reactive("")
    """What is being done."""
    place: reactive[str] = reactive("")
    """Where one is, such as 7 of 12."""
    share: reactive[float | None] = reactive(None)
    """How far one is, from 0 to 1; no bar for None."""
    score: reactive[str] = reactive("")
    """How it goes, such as 5 right."""

    def __init__(self, title: str = "", place: str = "") -> None:
        super().__init__()
        self.set_reactive(TitleBar.title, title)
        self.set_reactive(TitleBar.place, place)

    def render(self) -> Content:
        """Return the line; the title gives way where it is narrow."""
        width = self.content_size.width
        parts = [Content(self.place)]
        if self.share is not None:
            parts.append(bar(self.share, 12 if width >= 70 else 6))
        if self.score and width >= 60:
            parts.append(Content(self.score))
        right = Content("  ").join(part for part in parts if part)
        room = width - right.cell_length - 2
        title = Content.styled(clean_line(self.title), "bold").truncate(max(room, 0), ellipsis=True)
        gap = max(width - title.cell_length - right.cell_length, 0)
        return Content.assemble(title, " " * gap, right)
