"""Who takes an exercise: a name, or the code that the teacher gave."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.exercise_wording import WHO
from quiz.model.submission import NoName, named
from quiz.tui.screens.base import PageScreen
from quiz.tui.widgets.inputs import Field


class NameField(Field):
    """A field for a name; enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Go on", id="name.go_on"),
    ]


class LearnerNameScreen(PageScreen[str | None]):
    """Asks who the learner is; gives back the name or code, or nothing."""

    TITLE = "An exercise from your teacher"
    AUTO_FOCUS: ClassVar[str | None] = "NameField"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on", id="learner_name.go_on"),
        Binding("escape", "dismiss", "Leave", id="learner_name.leave"),
    ]

    def __init__(self, quiz: str) -> None:
        super().__init__()
        self.quiz = quiz

    def page(self) -> Iterable[Widget]:
        """Yield what it is, and the field."""
        yield Static(self.quiz, classes="title", markup=False)
        yield Static("Who are you?", classes="heading", markup=False)
        yield Static(WHO, classes="muted", markup=False)
        yield NameField("", "A name or a code")

    @on(NameField.Submitted)
    def action_go_on(self) -> None:
        """Go on with what was typed."""
        try:
            self.dismiss(named(self.query_one(NameField).value))
        except NoName as error:
            self.notify(str(error), markup=False, timeout=4)
            self.query_one(NameField).focus()
