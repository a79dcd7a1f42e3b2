"""The passage on a screen of its own, to be read before the questions."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.model.quiz import Quiz
from quiz.tui.screens.stage import QuizScreen
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.passage_pane import PassagePane
from quiz.tui.widgets.title_bar import TitleBar


class ReadingScreen(QuizScreen[bool]):
    """Shows the passage; gives back whether to go on to the questions."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "To the questions", id="reading.go_on"),
        Binding("escape", "leave", "Back", id="reading.leave"),
    ]

    def __init__(self, quiz: Quiz) -> None:
        super().__init__()
        self.quiz = quiz
        """The quiz."""

    def compose(self) -> ComposeResult:
        """Lay out the passage."""
        head = TitleBar()
        head.title = self.quiz.title
        head.place = "Read first"
        yield head
        yield PassagePane(self.quiz)
        yield KeyFooter()

    def action_go_on(self) -> None:
        """Go to the questions."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(False)
