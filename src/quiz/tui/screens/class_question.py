"""One question of a class: who took which answer, beside the passage that proves it."""

from asyncio import to_thread
from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.answers import counted, cut
from quiz.analysis.hider import HIDDEN
from quiz.analysis.named_figures import blanks, of_question
from quiz.analysis.offers import for_quiz, regraded_rows
from quiz.analysis.question_report import QuestionReport
from quiz.analysis.response_counts import ResponseCount
from quiz.analysis.wording import RANGES
from quiz.engine.wording import count, percent
from quiz.model.problem import QuizError
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.regrading import Credit
from quiz.model.span import Span
from quiz.model.text import clean_line
from quiz.tui.class_view import ClassView
from quiz.tui.screens.class_base import NAMES, ClassScreen, heading
from quiz.tui.widgets.class_lists import ResponseList
from quiz.tui.widgets.column import Column
from quiz.tui.widgets.passage import PassagePane


class ClassQuestionScreen(ClassScreen):
    """Shows a question of a list; the cursor on an answer lights up where it comes from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Before", id="class_question.before"),
        Binding("right", "step(1)", "Next", id="class_question.next"),
        Binding("p", "passage", "Passage", id="class_question.passage"),
        Binding("a", "grade('full')", "Accept", id="class_question.full"),
        Binding("v", "grade('half')", "Half", id="class_question.half"),
        Binding("r", "grade('none')", "Reject", id="class_question.none"),
        Binding("u", "grade('')", "Undo", id="class_question.undo"),
        NAMES,
        Binding("space", "page", "More", id="class_question.page"),
        Binding("escape", "leave", "Back", id="class.leave"),
    ]

    reading: reactive[bool] = reactive(
        default=False, init=False, toggle_class="-reading", bindings=True
    )
    """Whether the passage covers the answers."""

    def __init__(self, view: ClassView, ids: Sequence[str], at: int) -> None:
        super().__init__(view)
        self.ids = ids
        """Those of the list that it was opened from."""
        self.at = at

    @property
    def shown(self) -> QuestionReport:
        """The question that is shown."""
        form = self.view.form
        questions = form.questions if form else ()
        return next(each for each in questions if each.question.id == self.ids[self.at])

    def place(self) -> str:
        """Return which of the questions it is."""
        names = "names hidden  " if self.view.hidden else ""
        return f"{names}{self.at + 1} of {len(self.ids)}"

    def body(self) -> Iterable[Widget]:
        """Yield the passage and the answers."""
        yield Horizontal(
            PassagePane(self.view.report.quiz),
            Column(*_answers(self.shown, self.view.report.quiz), id="answers"),
            id="sides",
        )

    def on_mount(self) -> None:
        """Put the cursor on the first answer, with the question in view."""
        self.settle()

    def on_resize(self) -> None:
        """Offer the passage where it is no longer beside the answers."""
        self.call_after_refresh(self.refresh_bindings)

    def settle(self) -> None:
        """Put the cursor on the first answer, and light up what proves the question."""
        self._light(self.view.report.quiz.evidence(self.shown.question))
        self._focus_answers()

    def _focus_answers(self) -> None:
        for responses in self.query(ResponseList):
            responses.focus(scroll_visible=False)
            break

    def _light(self, spans: tuple[Span, ...]) -> None:
        self.query_one(PassagePane).lit = spans

    @on(ResponseList.Moved)
    def _moved(self, event: ResponseList.Moved) -> None:
        self._light(source_of(self.shown.question, event.row, self.view.report.quiz))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the passage where it is not in view, and only what makes sense over it."""
        if action == "passage":
            return not self.has_class("-wide")
        if action == "step":
            return self.at + int(str(parameters[0])) in range(len(self.ids)) and not self.covered
        if action == "grade":
            return self._can_grade(str(parameters[0]))
        if action == "page":
            return not self.covered
        return super().check_action(action, parameters)

    @property
    def _responses(self) -> ResponseList | None:
        """The answers that the cursor is in."""
        return self.focused if isinstance(self.focused, ResponseList) else None

    def _can_grade(self, credit: str) -> bool:
        """Return whether the answer under the cursor can be given that, or left to the key."""
        responses = self._responses
        row = responses.response if responses else None
        if not (self.view.can_grade and responses and row and responses.typed and row.text):
            return False
        return (row.credit or "") != credit

    async def action_grade(self, credit: str) -> None:
        """Give the answer under the cursor other points; an empty word leaves it to the key."""
        responses = self._responses
        if responses is None or responses.response is None:
            return
        row, given = responses.response, Credit(credit) if credit else None
        if self.view.hidden and HIDDEN in (row.text or ""):
            self.notify("A name is hidden in this answer, so it can't be graded over like this.")
            return
        grade = partial(self.view.grade, self.shown.question, responses.part, row.text or "", given)
        try:
            await to_thread(grade)
        except (QuizError, OSError) as error:
            self.notify(clean_line(str(error)), severity="error", markup=False)
            return
        await self._draw_at(responses.part, responses.highlighted or 0)

    async def _draw_at(self, part: int, row: int) -> None:
        """Draw all anew, with the cursor on a row of the answers to a part."""
        await self.draw()
        for responses in self.query(ResponseList):
            if responses.part == part:
                responses.focus(scroll_visible=False)
                responses.go(row)

    @property
    def covered(self) -> bool:
        """Whether the passage covers the answers."""
        return self.reading and not self.has_class("-wide")

    async def action_step(self, step: int) -> None:
        """Go to the question before or after in the list."""
        self.at += step
        await self.draw()
        self.refresh_bindings()

    def action_passage(self) -> None:
        """Open the passage at what is lit, or fold it away."""
        self.reading = not self.reading
        pane = self.query_one(PassagePane)
        if self.covered:
            pane.focus(scroll_visible=False)
            pane.call_after_refresh(pane.show_lit)
        else:
            self._focus_answers()

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        self.query_one(Column).action_page()

    def action_leave(self) -> None:
        """Fold the passage away where it covers the answers; else go back."""
        if self.covered:
            self.action_passage()
        else:
            self.dismiss()


def _answers(each: QuestionReport, quiz: Quiz) -> Iterable[Widget]:
    """Yield what a class made of a question."""
    yield Static(" ".join(each.question.ask.split()), classes="ask", markup=False)
    yield Static(counted(each), markup=False)
    if any(each.sure_and_wrong):
        high, medium = each.sure_and_wrong
        sure = count(high + medium, "learner was", "learners were")
        yield Static(f"{sure} sure but wrong, {high} of them highly sure.", markup=False)
    yield from (Static(line, markup=False) for line in _figures(each))
    thirds = bool(each.upper and each.lower)
    for part, table in enumerate(each.tables):
        yield heading(table.part or "Who took which answer")
        rows, more = (table.rows, "") if table.typed else cut(table.rows)
        yield ResponseList(rows, each.asked, thirds=thirds, part=part, typed=table.typed)
        if more:
            yield Static(more, classes="muted", markup=False)
    yield from _for_quiz(each, quiz)
    yield Static(each.question.explain, classes="explain", markup=False)


def _for_quiz(each: QuestionReport, quiz: Quiz) -> Iterable[Widget]:
    """Yield what was graded over as lines for the quiz file."""
    rows = regraded_rows(each)
    lines = [line for place, row in rows for line in for_quiz(each.question, place, row, quiz)]
    if lines:
        yield heading("For the quiz file")
        yield Static("\n".join(lines), markup=False)


def _figures(each: QuestionReport) -> Iterable[Content]:
    """Yield the figures of the question, their names below each other."""
    if not each.scored:
        return
    figures = of_question(each)
    rows = [(one.name, one.shown) for one in figures if not one.figure.blank]
    if each.guess is not None:
        rows.append(("Random guess score", percent(each.guess)))
    width = max((len(name) for name, _ in rows), default=0)
    for name, shown in rows:
        yield Content.assemble((f"{name:<{width}}  ", "$muted"), shown)
    for blank in blanks(figures):
        yield Content.styled(blank, "$muted")
    if any(one.figure.interval and one.figure.unstable for one in figures):
        yield Content.styled(RANGES, "$muted")


def source_of(question: Question, row: ResponseCount, quiz: Quiz) -> tuple[Span, ...]:
    """Return where an answer comes from: the words that tempt to a wrong one, else the proof."""
    span = quiz.passage.find(row.quote) if row.quote else None
    return (span,) if span else quiz.evidence(question)
