"""Who takes an exercise: a name, or the code that the teacher gave."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from quiz.engine.exercise_wording import WHO
from quiz.model.submission import NoName, named
from quiz.tui.screens.stage import QuizScreen
from quiz.tui.widgets.inputs import Field
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.title_bar import TitleBar


class NameField(Field):
    """A field for a name; enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Go on", id="name.go_on"),
    ]


class LearnerNameScreen(QuizScreen[str | None]):
    """Asks who the learner is; gives back the name or code, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on", id="learner.go_on"),
        Binding("escape", "leave", "Leave", id="learner.leave"),
    ]

    AUTO_FOCUS: ClassVar[str | None] = "NameField"

    def __init__(self, title: str) -> None:
        super().__init__()
        self.quiz = title
        """The title of the quiz."""

    def compose(self) -> ComposeResult:
        """Lay out what it is, and the field."""
        head = TitleBar()
        head.title = "An exercise from your teacher"
        yield head
        with VerticalScroll(id="sheet", can_focus=False), Vertical(id="column"):
            yield Static(self.quiz, classes="title", markup=False)
            yield Static("Who are you?", classes="heading", markup=False)
            yield Static(WHO, classes="who", markup=False)
            yield NameField("", "A name or a code")
        yield KeyFooter()

    @on(NameField.Submitted)
    def _submitted(self, event: NameField.Submitted) -> None:
        event.stop()
        self.action_go_on()

    def action_go_on(self) -> None:
        """Go on with what was typed."""
        try:
            self.dismiss(named(self.query_one(NameField).value))
        except NoName as error:
            self.notify(str(error), markup=False, timeout=4)
            self.query_one(NameField).focus()

    def action_leave(self) -> None:
        """Leave the exercise."""
        self.dismiss(None)
