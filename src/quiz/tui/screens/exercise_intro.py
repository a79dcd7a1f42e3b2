"""Before an exercise: what the teacher says, how it is taken, and what it is not."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.exercise_wording import how, until, which_answer_counts
from quiz.engine.session import Session
from quiz.engine.wording import CERTAINTY_MARKING, stopped
from quiz.model.assignment import Assignment
from quiz.model.notice import DISCLAIMER
from quiz.tui.screens.base import PageScreen


class ExerciseIntroScreen(PageScreen[bool]):
    """Says all that a learner should know first; gives back whether to go on."""

    TITLE = "An exercise from your teacher"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go('begin')", "Begin", id="exercise_intro.begin"),
        Binding("enter", "go('on')", "Go on", id="exercise_intro.go_on"),
        Binding("enter", "go('again')", "Take it again", id="exercise_intro.again"),
        Binding("escape", "dismiss(False)", "Leave", id="exercise_intro.leave"),
    ]

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
        self.learner = learner
        self.now = now
        self.left = left
        """An attempt of it that the learner left."""
        self.before = before
        """What became of it when the learner took it before, in words."""

    def page(self) -> Iterable[Widget]:
        """Yield what there is to say."""
        terms = self.assignment.terms
        yield Static(self.assignment.title, classes="title", markup=False)
        yield Static(f"For {self.learner}", classes="muted", markup=False)
        yield from self._past()
        if terms.instructions:
            yield Static("Your teacher says", classes="heading", markup=False)
            yield Static(terms.instructions, classes="text", markup=False)
        yield Static("How", classes="heading", markup=False)
        yield Static("\n".join(self._how()), classes="text", markup=False)
        if terms.certainty:
            yield Static("How sure are you?", classes="heading", markup=False)
            yield Static(CERTAINTY_MARKING, classes="text", markup=False)
        yield Static(DISCLAIMER, classes="notice", markup=False)

    def _past(self) -> Iterable[Widget]:
        """Yield what the learner did before, and what is late."""
        if self.left:
            words = f"{stopped(self.left)} Enter goes on there."
            yield Static(words, classes="notice -stopped", markup=False)
        elif self.before:
            yield Static(self.before, classes="notice -stopped", markup=False)
        if self.assignment.late(self.now):
            text = Content.assemble(("! ", "bold $warning"), until(self.assignment, self.now) or "")
            yield Static(text, classes="notice -warning")

    def _how(self) -> Iterable[str]:
        yield how(self.assignment)
        yield which_answer_counts(self.assignment)
        when = until(self.assignment, self.now)
        if when and not self.assignment.late(self.now):
            yield when

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the learner can do now."""
        now = "on" if self.left else "again" if self.before else "begin"
        return action != "go" or parameters == (now,)

    def action_go(self, _how: str) -> None:
        """Go to the questions."""
        self.dismiss(True)
