"""A page that is longer than the screen, to go through with one key."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quiz.tui.widgets.lists import RowList


class PageScroll(VerticalScroll, inherit_bindings=False):
    """Scrolls up and down, where there is more than fits; left and right are keys of screens."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "page", "More", id="page.more"),
        Binding("up", "scroll_up", "Scroll up", show=False, id="page.up"),
        Binding("down", "scroll_down", "Scroll down", show=False, id="page.down"),
        Binding("pageup", "page_up", "Page up", show=False, id="page.page_up"),
        Binding("pagedown", "page_down", "Page down", show=False, id="page.page_down"),
        Binding("home", "scroll_home", "To the start", show=False, id="page.home"),
        Binding("end", "scroll_end", "To the end", show=False, id="page.end"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys only where there is more than fits."""
        del action, parameters
        return self.max_scroll_y > 0

    def on_resize(self) -> None:
        """Offer the keys anew, as there may be more now, and keep a moved cursor in view."""
        self.call_after_refresh(self.refresh_bindings)
        focused = self.screen.focused
        if isinstance(focused, RowList) and focused.highlighted and self in focused.ancestors:
            self.call_after_refresh(focused.bring_into_view, focused.highlighted)

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        if self.scroll_offset.y >= self.max_scroll_y:
            self.scroll_home(animate=False)
        else:
            self.scroll_page_down(animate=False)
