"""A text to write and a list to check: how teach-back is answered."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from quiz.model.answer import Answer, TeachBackAnswer
from quiz.model.text import clean_typed
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.inputs import Essay
from quiz.tui.widgets.lists import ChoiceList


class TeachBackWidget(AnswerWidget):
    """First the learner writes, then compares it with the points where these are shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "compare", "Compare", id="teach.compare"),
        Binding("tab", "hand_over", "Answer", id="teach.answer"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the text and the list."""
        given = self.given if isinstance(self.given, TeachBackAnswer) else TeachBackAnswer("")
        yield Essay(given.text, tab_behavior="focus", read_only=self.locked)
        if self.question.parts:
            yield Static("Which of these points does your text have? Check them.", classes="prompt")
            yield ChoiceList(
                self.question.parts, several=True, picked=given.checked, locked=self.locked
            )

    def on_mount(self) -> None:
        """Show the list at once where the text was written before."""
        self.set_class(self.given is not None, "-comparing")

    @property
    def compares(self) -> bool:
        """Whether the points are still to be compared with the text."""
        return bool(self.question.parts) and not self.has_class("-comparing")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Compare only once."""
        del parameters
        match action:
            case "compare":
                return self.compares
            case "hand_over":
                return self.takes_enter and not self.question.parts
        return True

    @property
    def takes_enter(self) -> bool:
        """Whether the text is being written, where enter begins a new line."""
        return any(text.has_focus and not text.read_only for text in self.query(Essay))

    def action_compare(self) -> None:
        """Show the points."""
        self.add_class("-comparing")
        self.query_one(ChoiceList).focus()
        self.refresh_bindings()

    def action_hand_over(self) -> None:
        """Answer with the text, where there are no points to compare it with."""
        self.submit()

    def answer(self) -> Answer | str:
        """Return the text and the checks."""
        text = clean_typed(self.query_one(Essay).text)
        if not text.strip():
            return "Write a few sentences first."
        if self.compares:
            return "Press tab to compare your text with the points."
        return TeachBackAnswer(text, self._checked())

    def _checked(self) -> frozenset[int]:
        return next((points.picked for points in self.query(ChoiceList)), frozenset())
