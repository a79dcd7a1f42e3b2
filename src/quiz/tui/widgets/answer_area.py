"""Where a question is answered: what the areas of all kinds have in common."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from quiz.engine.feedback import Feedback
from quiz.engine.selection import Presented
from quiz.model.answer import Answer
from quiz.tui.widgets.hanging import Hanging
from quiz.tui.widgets.hung import Hung
from quiz.tui.widgets.telling import Telling


class AnswerArea(Widget):
    """Takes an answer to one question, or shows the one that was given.

    It posts `Answered` when an answer is confirmed, and `Incomplete` when there is none yet.
    """

    class Answered(Message):
        """An answer was confirmed."""

        def __init__(self, area: AnswerArea, answer: Answer) -> None:
            super().__init__()
            self.area = area
            """Where it was given."""
            self.answer = answer
            """The answer."""

    class Incomplete(Message):
        """Something is missing before the answer can be confirmed."""

        def __init__(self, missing: str) -> None:
            super().__init__()
            self.missing = missing
            """What to do first, in words."""

    EXPLAINS: ClassVar[bool] = False
    """Whether it shows the reasons itself."""

    def __init__(
        self,
        asked: Presented,
        answer: Answer | None,
        *,
        locked: bool = False,
        feedback: Feedback | None = None,
    ) -> None:
        super().__init__(id="answer", classes="-told" if feedback else "")
        self.asked = asked
        """The question as the attempt asks it."""
        self.question = asked.public
        """What is shown of it."""
        self.given = answer
        """The answer that was given before."""
        self.locked = locked
        """Whether it only shows."""
        self.feedback = feedback
        """What is said of the answer, once it may be."""
        self.above: tuple[Hung, ...] = ()
        """The question, which stands above."""
        self.below: tuple[Hung, ...] = ()
        """The explanation, which stands below."""

    def compose(self) -> ComposeResult:
        """Lay out the question, what takes the answer, and the explanation."""
        yield Hanging(*self.above, classes="above")
        yield from self.fields()
        yield Hanging(*self.below, classes="below" if self.below else "below -empty")

    def fields(self) -> ComposeResult:
        """Return what takes the answer, or shows it."""
        raise NotImplementedError

    def told_rows(
        self, answer: Answer | None, feedback: Feedback | None
    ) -> tuple[Hung, ...] | None:
        """Return what stands in the place of the rows of a list; None where they stay."""
        del answer, feedback
        return None

    def frame(self, telling: Telling) -> None:
        """Take what stands above and below."""
        self.above, self.below = telling.above, telling.below

    def draw_above(self) -> None:
        """Draw what stands above."""
        for hanging in self.query(".above").results(Hanging):
            hanging.hang(*self.above)

    def tell(self, telling: Telling) -> None:
        """Show the answer that was given, and what is said of it."""
        self.given, self.feedback, self.locked = telling.shown.answer, telling.said, True
        self.frame(telling)
        self.draw_told()

    def draw_told(self) -> None:
        """Draw the answer and what is said of it."""
        self.set_class(self.feedback is not None, "-told")
        self.refresh(recompose=True)

    async def recompose(self) -> None:
        """Draw anew; what is gone must not be drawn once more before all is laid out."""
        async with self.batch():
            await super().recompose()
            self.screen.refresh(layout=True)

    @property
    def takes_enter(self) -> bool:
        """Whether enter is a key of what is being typed, and answers nothing."""
        return False

    def draft(self) -> Answer | str:
        """Return the answer as it stands, or what is missing before it is one."""
        raise NotImplementedError

    def field(self) -> Widget | None:
        """Return the widget that takes the answer; None where it is given."""
        if self.locked:
            return None
        return next((widget for widget in self.query("*") if widget.focusable), None)

    def confirm(self) -> None:
        """Post the answer, or what is missing, to the screen at once: nothing between wants it."""
        if self.locked or not self.is_mounted:
            return
        draft = self.draft()
        if isinstance(draft, str):
            self.screen.post_message(self.Incomplete(draft))
        else:
            self.screen.post_message(self.Answered(self, draft))
