"""Fields to type in: the answer area of number and short."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from quiz.model.answer import Answer, TypedAnswer
from quiz.model.text import clean_line
from quiz.tui.widgets.answer_area import AnswerArea
from quiz.tui.widgets.field import Field


class TypingArea(AnswerArea):
    """One field, with the unit behind it."""

    def fields(self) -> ComposeResult:
        """Return the field."""
        given = self.given.texts[0] if isinstance(self.given, TypedAnswer) else ""
        if self.locked:
            if not self.feedback:
                yield Static(Content.assemble(("You wrote: ", "$muted"), given), markup=False)
            return
        with Horizontal():
            yield Field(given)
            if self.question.unit:
                yield Static(self.question.unit, classes="unit", markup=False)

    def draft(self) -> Answer | str:
        """Return what was typed."""
        text = clean_line(self.query_one(Field).value)
        return TypedAnswer((text,)) if text.strip() else "Type an answer first."

    @on(Field.Submitted)
    def _submitted(self, event: Field.Submitted) -> None:
        event.stop()
        self.confirm()
