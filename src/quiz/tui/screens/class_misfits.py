"""What was handed in and does not fit."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.misfit import Misfit
from quiz.analysis.wording import CAUSES, FIRST_ATTEMPTS
from quiz.model.text import clean_line
from quiz.tui.screens.class_base import BACK, NAMES, ClassBase
from quiz.tui.widgets.ledger import Ledger, Line
from quiz.tui.widgets.page import turn_page


class ClassMisfitsScreen(ClassBase):
    """Lists files, learners and answers that do not fit, each with the reason."""

    BINDINGS: ClassVar[list[BindingType]] = [
        NAMES,
        Binding("space", "page", "More", id="misfits.page"),
        BACK,
    ]

    AUTO_FOCUS: ClassVar[str | None] = "#sheet"

    def part(self) -> Iterable[Widget]:
        """Yield a paragraph for each."""
        misfits = self.view.report.misfits
        title = f"What did not fit: {len(misfits)}" if misfits else "All that was handed in counts."
        column = Vertical(
            Static(title, classes="title", markup=False),
            Ledger(map(_line, misfits), spaced=True),
            Static(FIRST_ATTEMPTS, classes="small", markup=False),
            id="column",
        )
        yield VerticalScroll(column, id="sheet")

    def settle(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#sheet").focus(scroll_visible=False)

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        turn_page(self.query_one("#sheet", VerticalScroll))


def _line(misfit: Misfit) -> Line:
    what = ", ".join(clean_line(one) for one in (misfit.learner, misfit.source) if one)
    words = f"\n{CAUSES[misfit.cause]}. {clean_line(misfit.detail)}".rstrip()
    return Content.styled("– ", "$muted"), Content.assemble((what, "bold"), words)
