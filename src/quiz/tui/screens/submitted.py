"""After an exercise: where the answers went, or why they could not be handed in yet."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.exercise_wording import HANDED_IN, KEPT, LATER, NOT_YET, WHERE, because, came_to
from quiz.model.notice import DISCLAIMER
from quiz.model.text import clean, clean_line
from quiz.service.attempt import Attempt
from quiz.service.exercises import Delivered, Undelivered
from quiz.tui.screens.base import PageScreen


class SubmittedScreen(PageScreen[Literal["retry", "result"] | None]):
    """Says what became of the answers; gives back what the learner wants next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss('retry')", "Try again", id="submitted.retry"),
        Binding("enter", "dismiss('result')", "Your result", id="submitted.result"),
        Binding("enter", "dismiss", "Done", id="submitted.done"),
        Binding("r", "dismiss('result')", "Your result", id="submitted.result_too"),
        Binding("escape", "dismiss", "Done", id="submitted.leave"),
    ]

    def __init__(
        self, attempt: Attempt, handed: Delivered | Undelivered, trouble: str | None = None
    ) -> None:
        super().__init__()
        self.title = attempt.session.quiz.title
        self.attempt = attempt
        self.handed = handed
        self.trouble = trouble
        """Why answers can't be kept, where that is so."""

    def page(self) -> Iterable[Widget]:
        """Yield what became of the answers, and what they came to."""
        yield from self._became()
        yield Static("\n".join(came_to(self.attempt.session)), classes="text", markup=False)
        yield Static(DISCLAIMER, classes="notice", markup=False)

    def _became(self) -> Iterable[Widget]:
        if isinstance(self.handed, Delivered):
            yield Static(f"✓ {HANDED_IN}", classes="title", markup=False)
            yield Static(WHERE, markup=False)
            yield Static(clean_line(str(self.handed.path)), classes="file", markup=False)
            return
        yield Static(f"! {NOT_YET}", classes="title -waits", markup=False)
        yield Static(because(clean_line(self.handed.why)), classes="text", markup=False)
        if self.handed.saved:
            yield Static(KEPT, markup=False)
            yield Static(LATER, classes="text", markup=False)
        elif self.trouble:
            yield Static(clean(self.trouble), classes="text", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        match action, parameters:
            case "dismiss", ("retry",):
                return isinstance(self.handed, Undelivered)
            case "dismiss", ("result",):
                return self.attempt.session.with_answers
        return True
