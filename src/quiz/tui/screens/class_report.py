"""What a class understood: in all at the left, its questions at the right."""

from collections.abc import Iterable
from random import SystemRandom
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.class_report import ClassReport
from quiz.analysis.form_report import FormReport
from quiz.analysis.regrading import GradeOver
from quiz.tui.class_view import ClassView
from quiz.tui.screens.class_base import NAMES, ClassPageScreen, ClassScreen, heading
from quiz.tui.screens.class_grid import ClassGridScreen
from quiz.tui.screens.class_pages import gain, issues, learners
from quiz.tui.screens.class_question import ClassQuestionScreen
from quiz.tui.widgets.class_lists import ClassQuestions
from quiz.tui.widgets.class_overview import ClassOverview
from quiz.tui.widgets.column import Column

SURE = 5
"""How many questions are listed in which learners were sure but wrong."""

_PAGES = {"learners": learners, "issues": issues, "gain": gain}


class ClassReportScreen(ClassScreen):
    """The teacher's screen: it leads to each question, the learners, and what did not fit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "open('learners')", "Learners", id="class.learners"),
        Binding("i", "grid", "Grid", id="class.grid"),
        Binding("d", "open('issues')", "Did not fit", id="class.issues"),
        Binding("g", "open('gain')", "Gain", id="class.gain"),
        Binding("f", "form", "Other form", id="class.form"),
        NAMES,
        Binding("space", "page", "More", id="class.page"),
        Binding("escape", "app.quit", "Quit", id="class.quit"),
    ]

    def __init__(self, report: ClassReport, grade_over: GradeOver | None = None) -> None:
        super().__init__(ClassView(report, SystemRandom().getrandbits(64), grade_over))
        form = self.view.form
        self._at = ("sure" if form and form.sure_and_wrong else "hardest", 0)

    def body(self) -> Iterable[Widget]:
        """Yield the overview and the lists of questions."""
        if form := self.view.form:
            lists = Column(*_lists(form), id="questions")
            yield Column(
                Column(ClassOverview(form, self.view.report.issues), id="overview"),
                lists,
                id="columns",
            )
        else:
            title = Static("There is no result that counts.", classes="title", markup=False)
            hint = Static("d shows what was handed in.", classes="muted", markup=False)
            yield Column(Column(title, hint, id="overview"), id="columns")

    def on_mount(self) -> None:
        """Put the cursor on the first question, with the head in view."""
        self.settle()

    def settle(self) -> None:
        """Put the cursor where it was, with the head in view."""
        name, cursor = self._at
        for questions in self.query(ClassQuestions):
            if questions.id == name:
                questions.highlighted = cursor
                questions.focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is."""
        match action, parameters:
            case "open", ("gain",):
                return self.view.report.change is not None
            case ("open", ("learners",)) | ("grid", ()):
                return self.view.form is not None
            case "form", ():
                return self.view.several
        return super().check_action(action, parameters)

    @on(ClassQuestions.Asked)
    def _asked(self, event: ClassQuestions.Asked) -> None:
        self.app.push_screen(ClassQuestionScreen(self.view, event.ids, event.index))

    def action_open(self, page: str) -> None:
        """Open a page on the class."""
        self.app.push_screen(ClassPageScreen(self.view, _PAGES[page]))

    def action_grid(self) -> None:
        """Open the grid of learners and questions."""
        self.app.push_screen(ClassGridScreen(self.view))

    async def action_form(self) -> None:
        """Show the next form."""
        self.view.turn()
        await self.draw()

    def action_page(self) -> None:
        """Scroll what has no cursor by one page, from the end back to the start."""
        name = "#overview" if self.has_class("-wide") else "#columns"
        self.query_one(name, Column).action_page()

    async def draw(self) -> None:
        """Draw all anew, with the cursor where it was."""
        for questions in self.query(ClassQuestions):
            if questions.has_focus:
                self._at = (questions.id or "", questions.highlighted or 0)
        await super().draw()


def _lists(form: FormReport) -> Iterable[Widget]:
    unscored = [each for each in form.questions if not each.scored]
    if form.sure_and_wrong:
        yield heading("Sure but wrong")
        yield ClassQuestions(form.sure_and_wrong[:SURE], sure=True, id="sure")
    yield heading("Questions, the hardest first")
    yield ClassQuestions((*form.by_facility, *unscored), id="hardest")
