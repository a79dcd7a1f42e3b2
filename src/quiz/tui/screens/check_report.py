"""What is weak in a quiz, or why it can't be read: for its author."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.check.finding import Finding, Level
from quiz.check.report.checked import Checked, LeftToDo, left_to_do, summed
from quiz.check.report.tally import tally
from quiz.model.problem import Place
from quiz.model.text import clean, clean_line
from quiz.tui.screens.base import PageScreen
from quiz.tui.widgets.hanging_text import HangingText


class CheckReportScreen(PageScreen[None]):
    """Lists every fault, or every finding, each with its line and how to mend it."""

    SUB_TITLE = "Report"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back", id="check_report.leave"),
    ]

    def __init__(self, name: str, checked: Checked) -> None:
        super().__init__()
        self.title = name
        self.checked = checked

    def page(self) -> Iterable[Widget]:
        """Yield how many there are, then each."""
        title = "It can't be read. This is what is wrong, and what to write instead:"
        if not self.checked.problems:
            title = str(tally([self.checked]))
        yield Static(title, classes="title", markup=False)
        yield Static(clean_line(self.checked.name), classes="muted", markup=False)
        yield from self._lines()

    def _lines(self) -> Iterable[Widget]:
        for problem in self.checked.problems:
            where = f"{clean_line(problem.where)}: " if problem.where else ""
            text = Content.assemble((where, "bold"), clean_line(problem.message))
            lead = _place(Place(problem.line, problem.column))
            yield Static(HangingText([(lead, text)]), classes="finding")
        for one in left_to_do(self.checked):
            yield Static(HangingText([(_place(one.place), _left(one))]), classes="finding")
        for finding, place in summed(self.checked):
            line = _place(place), _finding(finding)
            yield Static(HangingText([line]), classes="finding")


def _place(place: Place) -> Content:
    return Content.styled(f"{place.line:>4}:{place.column:<3} ", "$muted")


_STYLES = {Level.ERROR: "bold $error", Level.WARNING: "bold $warning", Level.NOTE: "bold"}


def _left(one: LeftToDo) -> Content:
    """Return what is left to do in a draft."""
    head = Content.assemble(("to do ", "bold $warning"), (clean_line(one.part), "bold"))
    about = f"  in {clean_line(one.question)}" if one.question else ""
    return Content.assemble(head, (about, "$muted"), "\n", clean_line(one.message))


def _finding(finding: Finding) -> Content:
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
