"""A field to type in: how number and short are answered."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from quiz.model.answer import Answer, TypedAnswer
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.inputs import Field


class TypedWidget(AnswerWidget):
    """One field, with the unit behind it."""

    def compose(self) -> ComposeResult:
        """Lay out the field, or what was typed into it."""
        given = self.given.texts[0] if isinstance(self.given, TypedAnswer) else ""
        if self.locked:
            yield Static(Content.assemble(("You wrote: ", "$muted"), given), markup=False)
            return
        with Horizontal():
            yield Field(given)
            if self.question.unit:
                yield Static(self.question.unit, classes="unit", markup=False)

    def answer(self) -> Answer | str:
        """Return what was typed."""
        text = self.query_one(Field).typed
        return TypedAnswer((text,)) if text.strip() else "Type an answer first."

    @on(Field.Submitted)
    def _submitted(self, event: Field.Submitted) -> None:
        event.stop()
        self.submit()
