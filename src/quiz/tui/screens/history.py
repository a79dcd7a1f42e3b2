"""How a quiz went over time: its attempts, its topics, and the past of each question."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.wording import percent, points
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.store.records import AttemptRecord, ResponseRecord
from quiz.tui.screens.question_history import QuestionHistoryScreen
from quiz.tui.screens.stage import QuizScreen
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.day import local
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.link_list import LinkList
from quiz.tui.widgets.page import turn_page
from quiz.tui.widgets.tally_line import tally_line
from quiz.tui.widgets.title_bar import TitleBar

SHOWN = 8
"""How many attempts are shown for a topic."""


class HistoryScreen(QuizScreen[None]):
    """Shows the past of one quiz."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "page", "More", id="history.page"),
        Binding("escape", "leave", "Back", id="history.leave"),
    ]

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, service: Service, quiz: Quiz) -> None:
        super().__init__()
        self.service = service
        """Knows the past."""
        self.quiz = quiz
        """The quiz."""
        self.attempts: tuple[AttemptRecord, ...] = service.history.attempts(quiz)
        """Its attempts that count, the oldest first."""
        self.answers: dict[str, tuple[ResponseRecord, ...]] = {
            question.id: service.history.of_question(quiz, question) for question in quiz.scored
        }
        """The answers to each question as it is now, the oldest first."""

    def compose(self) -> ComposeResult:
        """Lay out attempts, topics and questions."""
        head = TitleBar()
        head.title, head.place = self.quiz.title, "History"
        yield head
        with VerticalScroll(id="sheet", can_focus=False), Vertical(id="column"):
            yield from self._known()
            yield from self._attempts()
            yield from self._topics()
            yield Static("Each question, oldest answer first", classes="heading", markup=False)
            yield LinkList([self._question(question) for question in self.quiz.scored])
        yield KeyFooter()

    def on_mount(self) -> None:
        """Put the cursor on the first question, with the head in view."""
        self.query_one(LinkList).focus(scroll_visible=False)

    def _known(self) -> Iterable[Static]:
        firm, all_ = self.service.reviews.known(self.quiz)
        share = firm / all_ if all_ else 0
        line = Content.assemble(bar(share, 20), f"  {firm} of {all_} questions firmly known")
        yield Static(line, markup=False)
        yield Static("This speaks of this article alone.", classes="small", markup=False)

    def _attempts(self) -> Iterable[Widget]:
        yield Static("Sittings", classes="heading", markup=False)
        if not self.attempts:
            yield Static("None yet.", markup=False)
        for past in reversed(self.attempts):
            yield attempt_line(past)

    def _topics(self) -> Iterable[Widget]:
        done = [past.result for past in self.attempts if past.result]
        heading = "By topic: the last sitting, and those before it, oldest first"
        if done:
            yield Static(heading, classes="heading", markup=False)
        for name, title in self.quiz.topics.items():
            tallies = [one.by_topic[name] for one in done if name in one.by_topic]
            if tallies:
                before = " ".join(percent(tally.share) for tally in tallies[-SHOWN:-1])
                yield tally_line(f"{title}  {before}".rstrip(), tallies[-1])

    def _question(self, question: Question) -> Content:
        marks = Content("").join(mark(past) for past in self.answers[question.id][-12:])
        stem = " ".join(question.ask.split())
        return Content.assemble(stem, "\n", marks or Content.styled("not answered yet", "$muted"))

    @on(LinkList.OptionSelected)
    def _opened(self, event: LinkList.OptionSelected) -> None:
        question = self.quiz.scored[event.option_index]
        self.app.push_screen(QuestionHistoryScreen(question, self.answers[question.id]))

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        turn_page(self.query_one("#sheet", VerticalScroll))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def mark(past: ResponseRecord) -> Content:
    """Return an answer's mark: right, partly right or not quite."""
    fraction = past.fraction
    if fraction == 1:
        return Content.styled("✓", "$success")
    return Content.styled("◐", "$warning") if fraction else Content.styled("✗", "$error")


def attempt_line(past: AttemptRecord) -> Static:
    """Return an attempt on one line: when, how, and what it came to."""
    form = {"pre": "before teaching", "post": "after teaching"}.get(past.form or "", past.mode)
    when = (f"{local(past.begun)}  ", "$muted")
    if past.result is None:
        figures = f"{past.answered} of {past.asked} answered, left  ({form})"
        return Static(HangingText((Content.assemble(when), figures)))
    total = past.result.total
    figures = f"  {percent(total.share):>4}  {points(total.points)} of {total.possible}  ({form})"
    line = Content.assemble(bar(total.share, 10), figures)
    return Static(HangingText((Content.assemble(when), line)))
