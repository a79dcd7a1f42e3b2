"""After an exercise: where the answers went, or why they could not be handed in yet."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.exercise_wording import HANDED_IN, KEPT, LATER, NOT_YET, WHERE, because, came_to
from quiz.model.notice import DISCLAIMER
from quiz.model.text import clean, clean_line
from quiz.service.attempt import Attempt
from quiz.service.exercises import Delivered, Undelivered
from quiz.tui.screens.stage import QuizScreen
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.page import turn_page
from quiz.tui.widgets.title_bar import TitleBar


class SubmittedScreen(QuizScreen[Literal["retry", "result"] | None]):
    """Says what became of the answers; gives back what the learner wants next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "retry", "Try again", id="handed_in.retry"),
        Binding("enter", "look", "Your result", id="handed_in.result"),
        Binding("enter", "done", "Done", id="handed_in.done"),
        Binding("r", "look", "Your result", id="handed_in.result_too"),
        Binding("space", "page", "More", id="handed_in.page"),
        Binding("escape", "done", "Done", id="handed_in.leave"),
    ]

    AUTO_FOCUS: ClassVar[str | None] = "#sheet"

    def __init__(
        self, attempt: Attempt, handed: Delivered | Undelivered, trouble: str | None = None
    ) -> None:
        super().__init__()
        self.attempt = attempt
        """The finished attempt."""
        self.handed = handed
        """What became of it."""
        self.trouble = trouble
        """Why answers can't be kept, where that is so."""

    def compose(self) -> ComposeResult:
        """Lay out what there is to say."""
        head = TitleBar()
        head.title = self.attempt.session.quiz.title
        yield head
        with VerticalScroll(id="sheet"), Vertical(id="column"):
            yield from self._became()
            words = "\n".join(came_to(self.attempt.session))
            yield Static(words, classes="text", markup=False)
            yield Static(DISCLAIMER, classes="notice", markup=False)
        yield KeyFooter()

    def _became(self) -> Iterable[Widget]:
        if isinstance(self.handed, Delivered):
            yield Static(f"✓ {HANDED_IN}", classes="title", markup=False)
            yield Static(WHERE, markup=False)
            yield Static(clean_line(str(self.handed.path)), classes="file", markup=False)
            return
        yield Static(f"! {NOT_YET}", classes="title -waits", markup=False)
        yield Static(because(clean_line(self.handed.why)), classes="text", markup=False)
        if self.handed.kept:
            yield Static(KEPT, markup=False)
            yield Static(LATER, classes="text", markup=False)
        elif self.trouble:
            yield Static(clean(self.trouble), classes="text", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now, and a page more where there is one."""
        del parameters
        match action:
            case "retry":
                return isinstance(self.handed, Undelivered)
            case "look":
                return self.attempt.session.with_answers
            case "page":
                return bool(self.query("#sheet")) and self.query_one("#sheet").max_scroll_y > 0
        return True

    def on_resize(self) -> None:
        """Offer a page more where there is one now."""
        self.call_after_refresh(self.refresh_bindings)

    def action_retry(self) -> None:
        """Try to hand in once more."""
        self.dismiss("retry")

    def action_look(self) -> None:
        """Show the result."""
        self.dismiss("result")

    def action_done(self) -> None:
        """Leave the exercise."""
        self.dismiss(None)

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        turn_page(self.query_one("#sheet", VerticalScroll))
