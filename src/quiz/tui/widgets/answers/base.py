"""Where a question is answered: what the widgets of all kinds have in common."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from quiz.engine.feedback import Feedback
from quiz.engine.session import Presented
from quiz.model.answer import Answer
from quiz.model.quiz import Quiz


class AnswerWidget(Widget):
    """Takes an answer to one question, or shows the one that was given.

    It posts `Submitted` when an answer is confirmed, and `Incomplete` when there is none yet.
    """

    class Submitted(Message):
        """An answer was confirmed."""

        def __init__(self, widget: AnswerWidget, answer: Answer) -> None:
            super().__init__()
            self.widget = widget
            self.answer = answer

    class Incomplete(Message):
        """Something is missing before the answer can be confirmed."""

        def __init__(self, missing: str) -> None:
            super().__init__()
            self.missing = missing
            """What to do first, in words."""

    EXPLAINS: ClassVar[bool] = False
    """Whether it shows the reasons itself."""
    LONG: ClassVar[bool] = False
    """Whether it is so long that the question has to stay in sight above it."""

    def __init__(
        self,
        presented: Presented,
        quiz: Quiz,
        given: Answer | None = None,
        feedback: Feedback | None = None,
        *,
        locked: bool = False,
    ) -> None:
        super().__init__(id="answer", classes="-explained" if feedback else "")
        self.presented = presented
        self.question = presented.public
        self.quiz = quiz
        self.given = given
        """The answer that was given before."""
        self.feedback = feedback
        """What is said of it, once it may be."""
        self.locked = locked
        """Whether it only shows."""

    def compose(self) -> ComposeResult:
        """Lay out what takes the answer, or shows it."""
        raise NotImplementedError

    def answer(self) -> Answer | str:
        """Return the answer as it stands, or what is missing before it is one."""
        raise NotImplementedError

    @property
    def takes_enter(self) -> bool:
        """Whether enter is a key of what is being typed, and answers nothing."""
        return False

    @property
    def enter_does(self) -> str | None:
        """The action of enter: to pick first where nothing is picked, then to answer."""
        return None if self.takes_enter else "answer"

    def pick(self) -> None:
        """Take what stands under the cursor, or as it was drawn, for what the learner means."""

    def field(self) -> Widget | None:
        """Return the widget that takes the answer; None where it is given."""
        if self.locked:
            return None
        return next((widget for widget in self.query("*") if widget.focusable), None)

    def submit(self) -> None:
        """Post the answer, or what is missing."""
        if self.locked or not self.is_mounted:
            return
        answer = self.answer()
        if isinstance(answer, str):
            self.post_message(self.Incomplete(answer))
        else:
            self.post_message(self.Submitted(self, answer))

    def settle(self, given: Answer | None, feedback: Feedback | None) -> None:
        """Show an answer and what is said of it, and take no more."""
        self.given, self.feedback, self.locked = given, feedback, True
        self.set_class(feedback is not None, "-explained")
        self.draw_settled()

    def draw_settled(self) -> None:
        """Draw the answer and what is said of it."""
        self.refresh(recompose=True)
