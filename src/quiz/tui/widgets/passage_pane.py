"""The passage beside or over a question, opened at its evidence."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from quiz.model.quiz import Quiz
from quiz.model.span import Span
from quiz.tui.widgets.page import turn_page
from quiz.tui.widgets.passage_text import PassageText


class PassagePane(VerticalScroll, inherit_bindings=False):
    """Title, source and text of the passage, in a column that reads well."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "Scroll up", show=False, id="passage.up"),
        Binding("down", "scroll_down", "Scroll down", show=False, id="passage.down"),
        Binding("space", "page", "More", id="passage.page"),
    ]

    lit: reactive[tuple[Span, ...]] = reactive(())
    """The stretches to light up and scroll to."""

    def __init__(self, quiz: Quiz, lit: tuple[Span, ...] = ()) -> None:
        super().__init__()
        self.quiz = quiz
        """The quiz that the passage belongs to."""
        self.set_reactive(PassagePane.lit, lit)

    def compose(self) -> ComposeResult:
        """Lay out the passage."""
        passage = self.quiz.passage
        yield Static(passage.title, classes="title", markup=False)
        yield Static(passage.source, classes="source", markup=False)
        text = PassageText(passage, self.quiz.language)
        text.set_reactive(PassageText.lit, self.lit)
        yield text

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        turn_page(self)

    def watch_lit(self) -> None:
        """Light the stretches up and bring the first into view."""
        for text in self.query(PassageText):
            text.lit = self.lit
        self.call_after_refresh(self.show_lit)

    def on_resize(self) -> None:
        """Keep what is lit in view."""
        self.call_after_refresh(self.show_lit)

    def show_lit(self) -> None:
        """Scroll to the first stretch that is lit."""
        if self.lit:
            for text in self.query(PassageText):
                text.bring_into_view(self.lit[0], self)
