"""What is weak in a quiz, or why it can't be read: for its author."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.check.finding import Finding, Level
from quiz.check.report.checked import Checked, placed, tally
from quiz.model.problem import Place
from quiz.model.text import clean, clean_line
from quiz.tui.screens.stage import QuizScreen
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.page import turn_page
from quiz.tui.widgets.title_bar import TitleBar


class CheckReportScreen(QuizScreen[None]):
    """Lists every fault, or every finding, each with its line and how to mend it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "page", "More", id="report.page"),
        Binding("escape", "leave", "Back", id="report.leave"),
    ]

    def __init__(self, name: str, checked: Checked) -> None:
        super().__init__()
        self.quiz = name
        """The quiz's name on the shelf."""
        self.checked = checked
        """What was found in it."""

    def compose(self) -> ComposeResult:
        """List what was found."""
        head = TitleBar()
        head.title, head.place = self.quiz, "Report"
        yield head
        with VerticalScroll(id="sheet"):
            yield Static(self._title(), classes="title", markup=False)
            yield Static(clean_line(self.checked.name), classes="file", markup=False)
            yield from self._lines()
        yield KeyFooter()

    def _title(self) -> str:
        if self.checked.problems:
            return "It can't be read. This is what is wrong, and what to write instead:"
        return str(tally([self.checked]))

    def _lines(self) -> Iterable[Widget]:
        for problem in self.checked.problems:
            where = f"{clean_line(problem.where)}: " if problem.where else ""
            text = Content.assemble((where, "bold"), clean_line(problem.message))
            lead = _place(Place(problem.line, problem.column))
            yield Static(HangingText((lead, text)), classes="finding")
        for finding, place in placed(self.checked):
            text = finding_text(finding)
            yield Static(HangingText((_place(place), text)), classes="finding")

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        turn_page(self.query_one("#sheet", VerticalScroll))

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss()


def _place(place: Place) -> Content:
    return Content.styled(f"{place.line:>4}:{place.column:<3} ", "$muted")


_STYLES = {Level.ERROR: "bold $error", Level.WARNING: "bold $warning", Level.NOTE: "bold"}


def finding_text(finding: Finding) -> Content:
    """Return a finding with the offending words underlined, and how to mend it."""
    style = "$muted" if finding.waived else _STYLES[finding.level]
    level = "waived" if finding.waived else finding.level
    head = Content.assemble((f"{level} ", style), (finding.rule, "bold"))
    about = f"  in {clean_line(finding.question)}" if finding.question else ""
    parts = [head + Content.styled(about, "$muted"), Content(clean_line(finding.message))]
    if finding.span and finding.text:
        quoted = Content(clean(finding.text)).stylize("bold underline", *finding.span)
        parts.append(Content.assemble(("> ", "$muted"), quoted))
    parts.append(Content.styled(clean_line(finding.waived or finding.help), "$muted"))
    return Content("\n").join(parts)
