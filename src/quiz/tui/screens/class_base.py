"""What every screen of a class has: its head, its keys, and names that one key hides."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.wording import FORMS
from quiz.engine.wording import count
from quiz.tui.class_view import ClassView
from quiz.tui.screens.base import PageScreen, QuizScreen
from quiz.tui.widgets.lists import LinkList
from quiz.tui.widgets.page_scroll import PageScroll

NAMES = Binding("n", "names", "Names", id="class.names")
"""The key that hides names and shows them."""


class ClassScreen(QuizScreen[None]):
    """Shows one part of a class; draws itself anew where names were hidden meanwhile."""

    def __init__(self, view: ClassView) -> None:
        super().__init__()
        self.view = view
        self._drawn = view.report

    def compose(self) -> ComposeResult:
        """Lay out title, body and keys as they are now."""
        self.title, self.sub_title = self.view.report.quiz.title, self.place()
        yield from super().compose()

    def place(self) -> str:
        """Return what stands at the right end of the title bar."""
        form = self.view.form
        if form is None:
            return "No result"
        names = "names hidden" if self.view.hidden else ""
        which = FORMS[form.form] if form.form else ""
        return "  ".join(filter(None, (names, which, count(len(form.learners), "learner"))))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer names only where they are known."""
        del parameters
        return action != "names" or self.view.can_name

    async def action_names(self) -> None:
        """Hide the names, or show them."""
        self.view.hide_or_show()
        await self.draw()

    async def on_screen_resume(self) -> None:
        """Draw anew what was drawn with other names, or before an answer was graded over."""
        if self._drawn is not self.view.report:
            await self.draw()

    async def draw(self) -> None:
        """Draw all anew, with the cursor where it was."""
        self._drawn = self.view.report
        await self.recompose()
        self.settle()

    def settle(self) -> None:
        """Put the cursor where it belongs."""


class ClassPageScreen(ClassScreen, PageScreen[None]):
    """One page on a class: its learners, what they gained, or what did not fit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        NAMES,
        Binding("escape", "dismiss", "Back", id="class.leave"),
    ]

    def __init__(self, view: ClassView, page: Callable[[ClassView], Iterable[Widget]]) -> None:
        super().__init__(view)
        self._page = page

    def page(self) -> Iterable[Widget]:
        """Yield what stands on the page."""
        return self._page(self.view)

    def settle(self) -> None:
        """Put the cursor into the list that there is, else let the arrow keys scroll."""
        for listed in self.query(LinkList):
            listed.focus(scroll_visible=False)
            return
        self.query_one(PageScroll).focus(scroll_visible=False)

    def on_mount(self) -> None:
        """Put the cursor where it belongs."""
        self.settle()


def heading(text: str) -> Static:
    """Return a heading."""
    return Static(text, classes="heading", markup=False)
