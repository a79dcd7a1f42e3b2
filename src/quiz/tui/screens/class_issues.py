"""What was handed in and does not fit."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.class_report import Issue
from quiz.analysis.wording import FIRST_ATTEMPTS, ISSUES
from quiz.model.text import clean_line
from quiz.tui.screens.class_base import BACK, NAMES, ClassBase
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.page import turn_page


class ClassIssuesScreen(ClassBase):
    """Lists files, learners and answers that do not fit, each with the reason."""

    BINDINGS: ClassVar[list[BindingType]] = [
        NAMES,
        Binding("space", "page", "More", id="issues.page"),
        BACK,
    ]

    AUTO_FOCUS: ClassVar[str | None] = "#sheet"

    def part(self) -> Iterable[Widget]:
        """Yield a paragraph for each."""
        issues = self.view.report.issues
        title = f"What did not fit: {len(issues)}" if issues else "All that was handed in counts."
        column = Vertical(
            Static(title, classes="title", markup=False),
            Static(HangingText(*map(_line, issues))),
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


def _line(issue: Issue) -> tuple[Content, Content]:
    what = ", ".join(clean_line(one) for one in (issue.learner, issue.source) if one)
    words = f"\n{ISSUES[issue.kind]}. {clean_line(issue.detail)}".rstrip() + "\n"
    return Content.styled("– ", "$muted"), Content.assemble((what, "bold"), words)
