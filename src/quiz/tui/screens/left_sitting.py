"""A sitting that was left: to go on with it, or to begin a new one."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.session import Session
from quiz.engine.wording import BEGIN_NEW, give_up, go_on, stopped
from quiz.tui.screens.base import PageScreen, QuizModal
from quiz.tui.widgets.lists import LinkList


class LeftSittingScreen(PageScreen[bool | None]):
    """Says where a sitting was left; gives back whether to go on there, or nothing."""

    TITLE = "Before you start"
    AUTO_FOCUS: ClassVar[str | None] = "LinkList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back", id="left_sitting.leave"),
    ]

    def __init__(self, left: Session) -> None:
        super().__init__()
        self.left = left

    def page(self) -> Iterable[Widget]:
        """Yield where it stands, and the two ways on."""
        yield Static(self.left.quiz.title, classes="title", markup=False)
        yield Static(stopped(self.left), classes="notice -stopped", markup=False)
        rows = LinkList([go_on(self.left), BEGIN_NEW], spaced=True)
        rows.highlighted = 0
        yield rows

    @on(LinkList.OptionSelected)
    def _chosen(self, event: LinkList.OptionSelected) -> None:
        if event.option_index:
            self.app.push_screen(ConfirmGiveUpScreen(self.left), self._give_up)
        else:
            self.dismiss(True)

    def _give_up(self, meant: bool | None) -> None:
        if meant:
            self.dismiss(False)


class ConfirmGiveUpScreen(QuizModal[bool]):
    """Says what becomes of the answers; gives back whether to begin anew all the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "Begin new", id="confirm_give_up.begin"),
        Binding("escape", "dismiss", "Go back", id="confirm_give_up.back"),
    ]

    def __init__(self, left: Session) -> None:
        super().__init__()
        self.left = left

    def body(self) -> Iterable[Widget]:
        """Yield what is given up."""
        yield Static("Begin a new one?", classes="title", markup=False)
        yield Static(give_up(self.left), markup=False)
