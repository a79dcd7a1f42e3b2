"""What a review comes to: each question with its mark, and when it comes back."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.engine.feedback import verdict
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.tui.screens.stage import QuizScreen
from quiz.tui.widgets.day import day
from quiz.tui.widgets.explanation import mark
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.title_bar import TitleBar


class ReviewResultScreen(QuizScreen[None]):
    """Lists the questions of a review that were answered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "leave", "Home", id="reviewed.leave"),
    ]

    def __init__(self, service: Service, attempts: Sequence[Attempt]) -> None:
        super().__init__()
        self.service = service
        """Knows when questions come back."""
        self.attempts = [attempt for attempt in attempts if attempt.session.answered]
        """The questions that were answered, one an attempt."""

    def compose(self) -> ComposeResult:
        """Lay out the questions."""
        head = TitleBar()
        head.title, head.place = "Review", "Done"
        yield head
        right = sum(not attempt.session.missed() for attempt in self.attempts)
        with VerticalScroll(id="sheet"), Vertical(id="column"):
            words = f"{right} of {len(self.attempts)} right. The others come back sooner."
            yield Static(words, classes="heading", markup=False)
            for attempt in self.attempts:
                yield self._line(attempt)
        yield KeyFooter()

    def _line(self, attempt: Attempt) -> Static:
        session = attempt.session
        back = self.service.reviews.comes_back(attempt).get(session.question.id)
        today = datetime.now().astimezone().date()
        when = f"comes back {day(back, today)}" if back else ""
        text = Content.assemble(
            " ".join(session.question.ask.split()),
            (f"\n{session.quiz.title}  ·  {when}", "$muted"),
        )
        lead = mark(verdict(session.question, session.response)) + " "
        return Static(HangingText((lead, text)), classes="question")

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss()
