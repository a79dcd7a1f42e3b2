"""What a class gained between a form before teaching and one after it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.answers import matched
from quiz.analysis.change import Change, Pair
from quiz.analysis.named import as_percent, of_change
from quiz.analysis.wording import BLANKS, MEANINGS
from quiz.tui.screens.class_base import BACK, NAMES, ClassBase, heading
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.page import turn_page


class ClassGainScreen(ClassBase):
    """Shows the figures of those who took both forms, and each learner before and after."""

    BINDINGS: ClassVar[list[BindingType]] = [
        NAMES,
        Binding("space", "page", "More", id="gain.page"),
        BACK,
    ]

    AUTO_FOCUS: ClassVar[str | None] = "#sheet"

    def part(self) -> Iterable[Widget]:
        """Yield the figures, then the learners."""
        change = self.view.report.change
        rows = list(_rows(change)) if change else []
        yield VerticalScroll(Vertical(*rows, id="column"), id="sheet")

    def settle(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#sheet").focus(scroll_visible=False)

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        turn_page(self.query_one("#sheet", VerticalScroll))


def _rows(change: Change) -> Iterable[Widget]:
    yield Static("Before and after", classes="title", markup=False)
    yield Static(matched(change), markup=False)
    if change.before.blank:
        yield Static(f"No figures: {BLANKS[change.before.blank]}.", classes="small", markup=False)
    for one in () if change.before.blank else of_change(change):
        what = Content.assemble((f"{one.name}: ", "bold"), one.why_blank or one.shown)
        if one.name in MEANINGS and not one.figure.blank:
            what = Content.assemble(what, (f"\n{MEANINGS[one.name]}", "$muted"))
        yield Static(what, markup=False)
    if change.pairs:
        yield heading("Each learner")
        yield Static(HangingText(*map(_line, change.pairs)))


def _line(pair: Pair) -> tuple[Content, Content]:
    figures = f"  {as_percent(pair.before):>4} → {as_percent(pair.after):>4}  "
    lead = Content.assemble(bar(pair.before, 5), " ", bar(pair.after, 5), figures)
    return lead, Content(pair.learner)
