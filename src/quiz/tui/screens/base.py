"""What every screen has: the title above, the keys below, and one way to leave."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.page_scroll import PageScroll
from quiz.tui.widgets.title_bar import TitleBar

Result = TypeVar("Result")


class QuizScreen(Screen[Result]):
    """A screen that leaves only itself, however often and fast it is told to."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    painted = False
    """Whether its words stand on the terminal, so that a key is meant for it."""

    def on_mount(self) -> None:
        """Take keys once it was painted."""
        self.call_after_refresh(setattr, self, "painted", True)

    def compose(self) -> ComposeResult:
        """Lay out title, body and keys."""
        yield TitleBar(self.title or "", self.sub_title or "")
        yield from self.body()
        yield KeyFooter()

    def body(self) -> Iterable[Widget]:
        """Yield what stands between title and keys."""
        return ()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Give a result and go, if this screen is on top; Textual would take away whatever is."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class PageScreen(QuizScreen[Result]):
    """A screen with one page that scrolls, and takes the focus where nothing on it does."""

    AUTO_FOCUS: ClassVar[str | None] = "PageScroll"

    def body(self) -> Iterable[Widget]:
        """Yield the page."""
        yield PageScroll(*self.page(), can_focus=self.AUTO_FOCUS == "PageScroll")

    def page(self) -> Iterable[Widget]:
        """Yield what stands on the page."""
        return ()


class QuizModal(QuizScreen[Result | None], ModalScreen[Result | None]):
    """A box over another screen; escape or a click beside it closes it."""

    AUTO_FOCUS: ClassVar[str | None] = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", id="modal.close"),
        Binding("h", "app.push_screen('help_lines')", "Help lines", id="modal.help_lines"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out box and keys."""
        yield VerticalScroll(*self.body(), can_focus=self.AUTO_FOCUS == "VerticalScroll")
        yield KeyFooter()

    def on_click(self, event: events.Click) -> None:
        """Close where the click was beside the box."""
        if event.widget is self:
            self.dismiss()
