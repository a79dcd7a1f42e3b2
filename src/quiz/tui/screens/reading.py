"""The passage on a screen of its own, to be read before the questions."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.earning import earning
from quiz.engine.session import Session
from quiz.tui.screens.terms import SessionScreen
from quiz.tui.widgets.passage import PassagePane


class ReadingScreen(SessionScreen[bool]):
    """Shows the passage; gives back whether to go on to the questions."""

    SUB_TITLE = "Read first"
    AUTO_FOCUS: ClassVar[str | None] = "PassagePane"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "To the questions", id="reading.go_on"),
        Binding("escape", "dismiss(False)", "Back", id="reading.leave"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.title = session.quiz.title

    @property
    def session(self) -> Session:
        """The attempt whose questions come next."""
        return self._session

    def body(self) -> Iterable[Widget]:
        """Yield the passage, and below it how the questions earn points."""
        earned = earning(asked.question for asked in self.session.asked)
        heading = Static("How points are earned", classes="heading", markup=False)
        below = (Static(each, classes="muted", markup=False) for each in earned)
        quiz = self.session.quiz
        yield PassagePane(quiz, below=(heading, *below), terms=quiz.glossary)
