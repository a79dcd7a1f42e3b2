"""The learners of a class, each with their points."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.learner import Learner
from quiz.analysis.wording import CODES, KEEP
from quiz.engine.wording import points
from quiz.tui.screens.class_base import BACK, NAMES, ClassBase
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.page import turn_page


class ClassLearnersScreen(ClassBase):
    """Lists the learners by name."""

    BINDINGS: ClassVar[list[BindingType]] = [
        NAMES,
        Binding("space", "page", "More", id="learners.page"),
        BACK,
    ]

    AUTO_FOCUS: ClassVar[str | None] = "#sheet"

    def part(self) -> Iterable[Widget]:
        """Yield a line for each learner."""
        form = self.view.form
        learners = form.learners if form else ()
        names = [Content.styled(one.name, "bold") for one in learners]
        room = min(max((name.cell_length for name in names), default=0), _WIDEST)
        lines = (_line(*pair, room) for pair in zip(learners, names, strict=True))
        words = Static(CODES if self.view.hidden else KEEP, classes="small", markup=False)
        yield VerticalScroll(Vertical(Static(HangingText(*lines)), words, id="column"), id="sheet")

    def settle(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#sheet").focus(scroll_visible=False)

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        turn_page(self.query_one("#sheet", VerticalScroll))


_WIDEST = 24


def _line(one: Learner, name: Content, room: int) -> tuple[Content, Content]:
    """Return a learner's points before the name, and the counts behind it, below each other."""
    earned = f"{points(one.points)} of {one.possible}"
    counts = ", ".join(
        f"{number} {word}"
        for number, word in (
            (one.right, "right"),
            (one.partly, "partly right"),
            (one.wrong, "wrong"),
            (one.empty, "empty"),
        )
        if number
    )
    lead = Content.assemble(bar(one.share or 0, 8), f" {earned:>10}  ")
    gap = " " * max(room - name.cell_length, 0)
    return lead, Content.assemble(name, gap, (f"  {counts}", "$muted"))
