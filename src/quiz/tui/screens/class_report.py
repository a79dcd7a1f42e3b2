"""What a class understood: in all at the left, its questions at the right."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.tui.class_view import ClassView
from quiz.tui.screens.class_base import NAMES, ClassBase, heading
from quiz.tui.screens.class_gain import ClassGainScreen
from quiz.tui.screens.class_issues import ClassIssuesScreen
from quiz.tui.screens.class_learners import ClassLearnersScreen
from quiz.tui.screens.class_question import ClassQuestionScreen
from quiz.tui.widgets.class_overview import ClassOverview
from quiz.tui.widgets.class_questions import ClassQuestions
from quiz.tui.widgets.column import Column
from quiz.tui.widgets.page import turn_page

SURE = 5
"""How many questions are listed in which learners were sure and not right."""


class ClassReportScreen(ClassBase):
    """The teacher's screen: it leads to each question, the learners, and what did not fit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "learners", "Learners", id="class.learners"),
        Binding("d", "issues", "Did not fit", id="class.issues"),
        Binding("g", "gain", "Gain", id="class.gain"),
        Binding("f", "form", "Other form", id="class.form"),
        NAMES,
        Binding("space", "page", "More", id="class.page"),
        Binding("escape", "leave", "Quit", id="class.quit"),
    ]

    def __init__(self, view: ClassView) -> None:
        super().__init__(view)
        self._at = ("sure" if view.form and view.form.sure_and_wrong else "hardest", 0)

    def part(self) -> Iterable[Widget]:
        """Yield the overview and the lists of questions."""
        form = self.view.form
        if form is None:
            yield Column(
                Column(
                    Static("There is no result that counts.", classes="title", markup=False),
                    Static("d shows what was handed in.", classes="small", markup=False),
                    id="overview",
                ),
                id="columns",
            )
            return
        unscored = [each for each in form.questions if not each.scored]
        lists: list[Widget] = []
        if form.sure_and_wrong:
            lists.append(heading("Sure, and not right"))
            lists.append(ClassQuestions(form.sure_and_wrong[:SURE], sure=True, id="sure"))
        lists.append(heading("Questions, the hardest first"))
        lists.append(ClassQuestions((*form.by_facility, *unscored), id="hardest"))
        yield Column(
            Column(ClassOverview(form), id="overview"),
            Column(*lists, id="questions"),
            id="columns",
        )

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
        match action:
            case "gain":
                return self.view.report.change is not None
            case "form":
                return self.view.several
            case "learners":
                return self.view.form is not None
        return super().check_action(action, parameters)

    @on(ClassQuestions.Asked)
    def _asked(self, event: ClassQuestions.Asked) -> None:
        self.app.push_screen(ClassQuestionScreen(self.view, event.ids, event.index))

    def action_learners(self) -> None:
        """List the learners."""
        self.app.push_screen(ClassLearnersScreen(self.view))

    def action_issues(self) -> None:
        """List what did not fit."""
        self.app.push_screen(ClassIssuesScreen(self.view))

    def action_gain(self) -> None:
        """Show what was gained between the forms."""
        self.app.push_screen(ClassGainScreen(self.view))

    async def action_form(self) -> None:
        """Show the next form."""
        self.view.turn()
        await self.draw()

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        name = "#overview" if self.has_class("-wide") else "#columns"
        turn_page(self.query_one(name, Column))

    async def draw(self) -> None:
        """Draw all anew, with the cursor where it was."""
        for questions in self.query(ClassQuestions):
            if questions.has_focus:
                self._at = (questions.id or "", questions.highlighted or 0)
        await super().draw()

    def action_leave(self) -> None:
        """End the program: it was opened for this class alone."""
        self.app.exit()
