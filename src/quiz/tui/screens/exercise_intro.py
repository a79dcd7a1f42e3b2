"""Before an exercise: what the teacher says, how it is taken, and what it is not."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.engine.exercise_wording import FIRST_ANSWERS, how, stopped, until
from quiz.engine.session import Session
from quiz.engine.wording import SURENESS
from quiz.model.assignment import Assignment
from quiz.model.notice import DISCLAIMER
from quiz.tui.screens.stage import QuizScreen
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.page import turn_page
from quiz.tui.widgets.title_bar import TitleBar


class ExerciseIntroScreen(QuizScreen[bool]):
    """Says all that a learner should know first; gives back whether to go on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", id="exercise.begin"),
        Binding("enter", "go_on", "Go on", id="exercise.go_on"),
        Binding("enter", "again", "Take it again", id="exercise.again"),
        Binding("space", "page", "More", id="exercise.page"),
        Binding("escape", "leave", "Leave", id="exercise.leave"),
    ]

    AUTO_FOCUS: ClassVar[str | None] = "#sheet"

    def __init__(
        self,
        assignment: Assignment,
        learner: str,
        now: datetime,
        *,
        left: Session | None = None,
        before: str | None = None,
    ) -> None:
        super().__init__()
        self.assignment = assignment
        """What is taken."""
        self.learner = learner
        """Who takes it."""
        self.now = now
        """The time, with the time zone in which times are told."""
        self.until = until(assignment, now)
        """Until when to hand in, in words."""
        self.left = left
        """An attempt of it that the learner left."""
        self.before = before
        """What became of it when the learner took it before, in words."""

    def compose(self) -> ComposeResult:
        """Lay out what there is to say."""
        head = TitleBar()
        head.title = "An exercise from your teacher"
        yield head
        with VerticalScroll(id="sheet"), Vertical(id="column"):
            yield Static(self.assignment.title, classes="title", markup=False)
            yield Static(f"For {self.learner}", classes="learner", markup=False)
            yield from self._past()
            if self.assignment.terms.instructions:
                yield Static("Your teacher says", classes="heading", markup=False)
                yield Static(self.assignment.terms.instructions, classes="text", markup=False)
            yield Static("How", classes="heading", markup=False)
            yield Static("\n".join(self._how()), classes="text", markup=False)
            if self.assignment.terms.certainty:
                yield Static("How sure are you?", classes="heading", markup=False)
                yield Static(SURENESS, classes="text", markup=False)
            yield Static(DISCLAIMER, classes="notice", markup=False)
        yield KeyFooter()

    def _past(self) -> Iterable[Static]:
        """Yield what the learner did before, and what is late."""
        if self.before and not self.left:
            yield Static(self.before, classes="stopped", markup=False)
        if self.left:
            words = f"{stopped(self.left)} Enter goes on there."
            yield Static(words, classes="stopped", markup=False)
        if self.assignment.late(self.now):
            text = Content.assemble(("! ", "bold $warning"), self.until or "")
            yield Static(text, classes="late", markup=False)

    def _how(self) -> Iterable[str]:
        yield how(self.assignment)
        yield FIRST_ANSWERS
        if self.until and not self.assignment.late(self.now):
            yield self.until

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the learner can do now, and a page more where there is one."""
        del parameters
        match action:
            case "go_on":
                return self.left is not None
            case "again":
                return self.left is None and self.before is not None
            case "begin":
                return self.left is None and self.before is None
            case "page":
                return bool(self.query("#sheet")) and self.query_one("#sheet").max_scroll_y > 0
        return True

    def on_resize(self) -> None:
        """Offer a page more where there is one now."""
        self.call_after_refresh(self.refresh_bindings)

    def action_begin(self) -> None:
        """Begin."""
        self.dismiss(True)

    def action_go_on(self) -> None:
        """Go on where the attempt stands."""
        self.dismiss(True)

    def action_again(self) -> None:
        """Take it once more."""
        self.dismiss(True)

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        turn_page(self.query_one("#sheet", VerticalScroll))

    def action_leave(self) -> None:
        """Leave the exercise."""
        self.dismiss(False)
