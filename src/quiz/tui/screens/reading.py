"""The passage on a screen of its own, to be read before the questions."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from quiz.model.quiz import Quiz
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.passage import PassagePane


class ReadingScreen(QuizScreen[bool]):
    """Shows the passage; gives back whether to go on to the questions."""

    SUB_TITLE = "Read first"
    AUTO_FOCUS: ClassVar[str | None] = "PassagePane"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "To the questions", id="reading.go_on"),
        Binding("escape", "dismiss(False)", "Back", id="reading.leave"),
    ]

    def __init__(self, quiz: Quiz) -> None:
        super().__init__()
        self.quiz = quiz
        self.title = quiz.title

    def body(self) -> Iterable[Widget]:
        """Yield the passage."""
        yield PassagePane(self.quiz)
