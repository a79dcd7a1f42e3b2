"""What a review comes to: each question with its mark, and when it comes back."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.dates import day_from
from quiz.engine.feedback import verdict
from quiz.engine.result import result
from quiz.engine.wording import certainty_earned, meant
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.tui.screens.base import PageScreen
from quiz.tui.widgets.explanation import mark
from quiz.tui.widgets.hanging_text import HangingText


class ReviewResultScreen(PageScreen[None]):
    """Lists the questions of a review that were answered."""

    TITLE = "Review"
    SUB_TITLE = "Done"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "dismiss", "Home", id="review_result.leave"),
    ]

    def __init__(self, service: Service, attempts: Sequence[Attempt]) -> None:
        super().__init__()
        self.service = service
        self.attempts = [attempt for attempt in attempts if attempt.session.answered]

    def page(self) -> Iterable[Widget]:
        """Yield how many were right, then each question."""
        right = sum(not attempt.session.missed() for attempt in self.attempts)
        words = f"{right} of {len(self.attempts)} right. The others come back sooner."
        yield Static(words, classes="heading", markup=False)
        if said := meant(sum(result(one.session).total.meant for one in self.attempts)):
            yield Static(said, markup=False)
        if earned := certainty_earned(attempt.session for attempt in self.attempts):
            yield Static(earned, markup=False)
        yield from map(self._line, self.attempts)

    def _line(self, attempt: Attempt) -> Static:
        session = attempt.session
        back = self.service.reviews.comes_back(attempt).get(session.question.id)
        today = datetime.now().astimezone().date()
        when = f"comes back {day_from(today, back)}" if back else ""
        text = Content.assemble(
            " ".join(session.question.ask.split()),
            (f"\n{session.quiz.title}  ·  {when}", "$muted"),
        )
        lead = mark(verdict(session.question, session.response)) + " "
        return Static(HangingText([(lead, text)]), classes="question")
