"""The passage beside or over a question, opened at its evidence."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widgets import Static

from quiz.model.quiz import Quiz
from quiz.model.span import Span
from quiz.tui.widgets.page_scroll import PageScroll
from quiz.tui.widgets.passage_text import PassageText


class PassagePane(PageScroll):
    """Title, source and text of the passage, in a column that reads well."""

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

    def watch_lit(self) -> None:
        """Light the stretches up and bring the first into view."""
        for text in self.query(PassageText):
            text.lit = self.lit
        self.call_after_refresh(self.show_lit)

    def on_resize(self) -> None:
        """Keep what is lit in view."""
        super().on_resize()
        self.call_after_refresh(self.show_lit)

    def show_lit(self) -> None:
        """Scroll to the first stretch that is lit."""
        if self.lit:
            for text in self.query(PassageText):
                text.bring_into_view(self.lit[0], self)
