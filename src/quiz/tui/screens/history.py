"""How a quiz went over time: its attempts, its topics, and the past of each question."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.dates import local
from quiz.engine.feedback import of_fraction
from quiz.engine.wording import FORMS, count, percent, points
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.store.records import AttemptRecord, ResponseRecord
from quiz.tui.screens.base import PageScreen
from quiz.tui.screens.question_history import QuestionHistoryScreen
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.explanation import mark
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.lists import LinkList
from quiz.tui.widgets.tables import score_line

SHOWN = 8
"""How many attempts are shown for a topic."""


class HistoryScreen(PageScreen[None]):
    """Shows the past of one quiz."""

    SUB_TITLE = "History"
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back", id="history.leave"),
    ]

    def __init__(self, service: Service, quiz: Quiz) -> None:
        super().__init__()
        self.title = quiz.title
        self.quiz = quiz
        self.known = service.reviews.known(quiz)
        self.attempts: tuple[AttemptRecord, ...] = service.history.attempts(quiz)
        self.answers: dict[str, tuple[ResponseRecord, ...]] = {
            question.id: service.history.of_question(quiz, question) for question in quiz.scored
        }
        """The answers to each question as it is now, the oldest first."""

    def page(self) -> Iterable[Widget]:
        """Yield attempts, topics and questions."""
        firm, scored = self.known
        share = bar(firm / scored if scored else 0, 20)
        yield Static(Content.assemble(share, f"  {firm} of {scored} questions firmly known"))
        yield Static("This speaks of this article alone.", classes="muted", markup=False)
        yield Static("Sittings", classes="heading", markup=False)
        if not self.attempts:
            yield Static("None yet.", markup=False)
        yield from map(_attempt, reversed(self.attempts))
        yield from self._topics()
        yield Static("Each question, oldest answer first", classes="heading", markup=False)
        yield LinkList([self._question(question) for question in self.quiz.scored])

    def on_mount(self) -> None:
        """Put the cursor on the first question, with the head in view."""
        self.query_one(LinkList).focus(scroll_visible=False)

    def _topics(self) -> Iterable[Widget]:
        done = [past.result for past in self.attempts if past.result]
        heading = "By topic: the last sitting, and those before it, oldest first"
        if done:
            yield Static(heading, classes="heading", markup=False)
        for name, title in self.quiz.topics.items():
            scores = [one.by_topic[name] for one in done if name in one.by_topic]
            if scores:
                before = " ".join(percent(score.share) for score in scores[-SHOWN:-1])
                yield score_line(f"{title}  {before}".rstrip(), scores[-1])

    def _question(self, question: Question) -> Content:
        past = self.answers[question.id][-12:]
        marks = Content("").join(mark(of_fraction(one.fraction)) for one in past)
        stem = " ".join(question.ask.split())
        return Content.assemble(stem, "\n", marks or Content.styled("not answered yet", "$muted"))

    @on(LinkList.OptionSelected)
    def _opened(self, event: LinkList.OptionSelected) -> None:
        question = self.quiz.scored[event.option_index]
        self.app.push_screen(QuestionHistoryScreen(question, self.answers[question.id]))


def _attempt(past: AttemptRecord) -> Static:
    """Return when an attempt was begun, what it came to, and how it was taken."""
    form = FORMS[past.form].lower() if past.form else past.mode
    when = Content.styled(f"  {local(past.begun)}", "$muted")
    if past.result is None:
        lead, figures = (
            Content(" " * 18),
            f"{past.answered} of {past.asked} answered, left ({form})",
        )
    else:
        total = past.result.total
        lead = Content.assemble(bar(total.share, 10), f"  {percent(total.share):>4}  ")
        figures = f"{points(total.points)} of {count(total.possible, 'point')} ({form})"
    return Static(HangingText([(lead, Content.assemble(figures, when))]))
