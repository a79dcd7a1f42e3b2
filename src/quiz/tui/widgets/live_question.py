"""The question of a class: what is asked, and once it is closed, what was answered and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.distribution import Distribution, Drawn
from quiz.engine.lesson import Explained
from quiz.engine.live_view import TeacherView
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.explanation import note_text
from quiz.tui.widgets.hanging_text import HangingText

_WIDTH = 12
"""Cells of a bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPart:
    """What is drawn of a question: not what changes with every learner."""

    question: PublicQuestion
    explained: Explained | None
    distribution: tuple[Distribution, ...]
    again: tuple[Distribution, ...]


def part_of(view: TeacherView) -> QuestionPart | None:
    """Return what is to be drawn of the question; None in the lobby."""
    if view.question is None:
        return None
    return QuestionPart(
        question=view.question,
        explained=view.explained,
        distribution=view.distribution if view.explained else (),
        again=view.again,
    )


def what_of(part: QuestionPart | None) -> object:
    """Return what is read from its start once that changes: the question, and its explanation."""
    return part and (part.question, part.explained)


class LiveQuestion(Vertical):
    """Shows a question of a class."""

    part: reactive[QuestionPart | None] = reactive(None, recompose=True)
    """What is drawn of it."""

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self.passage = passage

    def compose(self) -> ComposeResult:
        """Lay out the question as it stands."""
        part = self.part
        if part is None:
            return
        yield Static(part.question.ask, classes="ask", markup=False)
        if part.question.text:
            yield Static(part.question.text, classes="block", markup=False)
        if part.explained is None:
            yield Static(HangingText([*_parts(part.question)]))
            return
        yield from _drawn(part.distribution, "First vote" if part.again else "What was answered")
        yield from _drawn(part.again, "Second vote")
        yield from _explained(part.explained, self.passage)


def _parts(question: PublicQuestion) -> Iterator[tuple[Content, Content]]:
    for text in (*question.lefts, *question.parts):
        yield Content("· "), Content(text)


def _drawn(found: Sequence[Distribution], title: str) -> Iterator[Widget]:
    for one in found:
        name = f"{title}: {one.part}" if one.part else title
        yield Static(name, classes="heading", markup=False)
        if one.rows:
            yield Static(HangingText([*_rows(one.rows)]))
        else:
            yield Static("Nobody answered.", classes="muted", markup=False)


def _rows(rows: Sequence[Drawn]) -> Iterator[tuple[Content, Content]]:
    """Yield each answer beside its mark, its bar and its count, and below it why."""
    total = max(sum(row.count for row in rows), 1)
    for row in rows:
        mark, style = ("✓", "$success") if row.right else (" ", "$primary")
        drawn = bar(row.count / total, _WIDTH, style)
        lead = Content.assemble((f"{mark} ", "$success"), drawn, f"{row.count:>4}  ")
        yield lead, Content("left open" if row.text is None else row.text)
        if row.why:
            yield Content(" " * lead.cell_length), Content.styled(row.why, "$muted")


def _explained(told: Explained, passage: Passage) -> Iterable[Widget]:
    if told.points:
        yield Static("A full explanation names", classes="heading", markup=False)
        yield Static(HangingText([(Content("· "), Content(point)) for point in told.points]))
    else:
        yield Static(Content.assemble(("Right: ", "bold"), told.key), classes="block")
    yield Static(told.explain, classes="block explain", markup=False)
    for span in told.evidence:
        quote = passage.text[span.start : span.end]
        yield Static(f"The passage says: “{quote}”", classes="block evidence", markup=False)
    if told.note:
        yield Static(note_text(told.note), classes="block note")
