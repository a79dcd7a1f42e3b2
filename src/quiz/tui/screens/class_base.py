"""What every screen of a class has: its head, its keys, and names that one key hides."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.wording import FORMS
from quiz.engine.wording import count
from quiz.tui.class_view import ClassView
from quiz.tui.screens.stage import QuizScreen
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.title_bar import TitleBar

NAMES = Binding("n", "names", "Names", id="class.names")
"""The key that hides names and shows them."""
BACK = Binding("escape", "leave", "Back", id="class.leave")
"""The key that leads back."""


class ClassBase(QuizScreen[None]):
    """Shows one part of a class; draws itself anew where names were hidden meanwhile."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, view: ClassView) -> None:
        super().__init__()
        self.view = view
        """What all screens of the class share."""
        self._drawn = view.hidden

    def compose(self) -> ComposeResult:
        """Lay out the head, the part, and the keys."""
        head = TitleBar()
        head.title, head.place = self.view.report.quiz.title, self.place()
        yield head
        yield from self.part()
        yield KeyFooter()

    def place(self) -> str:
        """Return what stands at the right end of the head."""
        form = self.view.form
        if form is None:
            return "No result"
        names = "names hidden" if self.view.hidden else ""
        which = FORMS[form.form] if form.form else ""
        return "  ".join(filter(None, (names, which, count(len(form.learners), "learner"))))

    def part(self) -> Iterable[Widget]:
        """Yield what the screen shows."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer names only where they are known."""
        del parameters
        return action != "names" or self.view.can_name

    async def action_names(self) -> None:
        """Hide the names, or show them."""
        self.view.hide_or_show()
        await self.draw()

    async def on_screen_resume(self) -> None:
        """Draw anew what was drawn with other names."""
        if self._drawn != self.view.hidden:
            await self.draw()

    async def draw(self) -> None:
        """Draw all anew, with the cursor where it was."""
        self._drawn = self.view.hidden
        await self.recompose()
        self.settle()

    def settle(self) -> None:
        """Put the cursor where it belongs."""

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def heading(text: str) -> Static:
    """Return a heading."""
    return Static(text, classes="heading", markup=False)
