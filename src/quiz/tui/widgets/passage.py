"""The passage, beside a question or over it: a sentence can be lit, found and clicked."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.terms import spans
from quiz.model.passage import Passage
from quiz.model.quiz import Quiz, Term
from quiz.model.span import Span
from quiz.tui.widgets.hard_words import link_to
from quiz.tui.widgets.page_scroll import PageScroll

GUTTER = 2
"""Cells before each line, where the mark of a lit line stands."""


class Line(NamedTuple):
    """A line as it is wrapped."""

    start: int
    """The index in the passage's text of its first character."""
    text: str
    """What stands on it."""

    def part(self, span: Span) -> Span | None:
        """Return the stretch of this line that a span covers, by the line's own indices."""
        start = max(span.start - self.start, 0)
        end = min(span.end - self.start, len(self.text))
        return Span(start, end) if start < end else None


class PassageText(Widget):
    """The passage's text; lit spans have a bar beside their lines and are underlined."""

    lit: reactive[tuple[Span, ...]] = reactive((), layout=True)
    """The stretches to light up."""
    chosen: reactive[Span | None] = reactive(None)
    """The stretch that the cursor is on."""
    picked_span: reactive[Span | None] = reactive(None)
    """The stretch that is picked for an answer."""

    def __init__(self, passage: Passage, terms: Sequence[Term] = ()) -> None:
        super().__init__()
        self.passage = passage
        self.terms = terms
        """What is explained."""
        self._terms = [
            (index, span) for index, term in enumerate(terms) for span in spans(term, passage.text)
        ]
        self._width = 0
        self._lines: tuple[Line, ...] = ()

    def lines(self, width: int) -> tuple[Line, ...]:
        """Return the lines of the text at a width in cells."""
        if width != self._width:
            self._width, self._lines = width, tuple(_wrap(self.passage, max(width - GUTTER, 1)))
        return self._lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines."""
        del container, viewport
        return len(self.lines(width))

    def render(self) -> Content:
        """Return the lines, each behind its gutter."""
        lines = self.lines(self.content_size.width)
        return Content("\n").join(self._draw(line) for line in lines)

    def region_of(self, span: Span) -> Region:
        """Return the lines that a span stands on, as a region of this widget."""
        lines = self.lines(self.content_size.width)
        rows = [row for row, line in enumerate(lines) if line.part(span)]
        if not rows:
            return Region(0, 0, 0, 0)
        return Region(0, rows[0], self.content_size.width, rows[-1] - rows[0] + 1)

    def bring_into_view(self, span: Span, scroll: Widget) -> None:
        """Scroll an ancestor so that a span stands in its upper half."""
        inside = takewhile(lambda node: node is not scroll, self.ancestors_with_self)
        above = sum(node.virtual_region.y for node in inside if isinstance(node, Widget))
        row = above + self.region_of(span).y
        scroll.scroll_to(y=row - scroll.size.height // 3, animate=False)

    def _draw(self, line: Line) -> Content:
        content = self.words(line)
        for index, span in self._terms:
            if part := line.part(span):
                content = content.stylize(link_to(index), *part)
        lit = [part for span in self.lit if (part := line.part(span))]
        for start, end in lit:
            content = content.stylize("bold underline $lit-text on $lit", start, end)
        chosen = line.part(self.chosen) if self.chosen else None
        if chosen:
            content = content.stylize("bold $primary on $panel", *chosen)
        picked = line.part(self.picked_span) if self.picked_span else None
        if picked:
            content = content.stylize("bold underline", *picked)
        gutter = "▌ " if lit else "› " if chosen else "• " if picked else "  "
        return Content.assemble((gutter, "bold $warning" if lit else "bold $primary"), content)

    def words(self, line: Line) -> Content:
        """Return the words of a line."""
        return Content(line.text)


class PassagePane(PageScroll):
    """Title, source and text of the passage, in a column that reads well."""

    lit: reactive[tuple[Span, ...]] = reactive(())
    """The stretches to light up and scroll to."""

    def __init__(
        self,
        quiz: Quiz,
        lit: tuple[Span, ...] = (),
        below: tuple[Widget, ...] = (),
        terms: Sequence[Term] = (),
    ) -> None:
        super().__init__()
        self.quiz = quiz
        self.terms = terms
        """What a click explains."""
        self.below = below
        """What stands below the text."""
        self.set_reactive(PassagePane.lit, lit)

    def compose(self) -> ComposeResult:
        """Lay out the passage."""
        passage = self.quiz.passage
        yield Static(passage.title, classes="title", markup=False)
        yield Static(passage.source, classes="source", markup=False)
        text = PassageText(passage, self.terms)
        text.set_reactive(PassageText.lit, self.lit)
        yield text
        yield from self.below

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


def _wrap(passage: Passage, width: int) -> Iterable[Line]:
    for number, paragraph in enumerate(passage.paragraphs):
        if number:
            yield Line(paragraph.start, "")
        text = passage.text[paragraph.start : paragraph.end]
        at = 0
        for wrapped in Content(text).wrap(width):
            piece = wrapped.plain.rstrip()
            at = text.find(piece, at)
            yield Line(paragraph.start + at, piece)
            at += len(piece)
