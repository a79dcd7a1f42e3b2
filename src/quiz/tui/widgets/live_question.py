"""The question of a class: what is asked, and once it is closed, what was answered and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.distribution import Distribution
from quiz.engine.lesson import Explained
from quiz.engine.live_view import TeacherView
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.explanation import note_text
from quiz.tui.widgets.hanging_text import HangingText

_WIDTH = 12
"""Cells of a bar."""
_ROOM = 60
"""Cells in which two bars fit beside an answer."""


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
    beside: reactive[bool] = reactive(default=False, recompose=True)
    """Whether the second vote is drawn beside the first, and not below it."""

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
        if part.again and self.beside:
            for pair in zip(part.distribution, part.again, strict=True):
                yield from _drawn("First and second vote", *pair)
        else:
            for one in part.distribution:
                yield from _drawn("First vote" if part.again else "What was answered", one)
            for one in part.again:
                yield from _drawn("Second vote", one)
        yield from _explained(part.explained, self.passage)

    def on_resize(self, event: events.Resize) -> None:
        """Draw two votes beside each other where there is room."""
        self.beside = event.size.width >= _ROOM


def _parts(question: PublicQuestion) -> Iterator[tuple[Content, Content]]:
    for text in (*question.lefts, *question.parts):
        yield Content("· "), Content(text)


def _drawn(title: str, *votes: Distribution) -> Iterator[Widget]:
    """Yield what was answered to a part of a question: each vote has bars of its own."""
    part = votes[0].part
    yield Static(f"{title}: {part}" if part else title, classes="heading", markup=False)
    if any(vote.rows for vote in votes):
        yield Static(HangingText([*_rows(votes)]))
    else:
        yield Static("Nobody answered.", classes="muted", markup=False)


def _rows(votes: Sequence[Distribution]) -> Iterator[tuple[Content, Content]]:
    """Yield each answer beside its mark, its bars and its counts, and below it why."""
    counts = [{(row.place, row.text): row.count for row in vote.rows} for vote in votes]
    answers = {(row.place, row.text): row for vote in votes for row in vote.rows}
    for answer, row in answers.items():
        mark, style = ("✓", "$success") if row.right else (" ", "$primary")
        lead = Content.assemble((f"{mark} ", "$success"))
        for of_vote in counts:
            given = of_vote.get(answer, 0)
            share = given / max(sum(of_vote.values()), 1)
            lead = lead + bar(share, _WIDTH // len(votes), style) + f"{given:>4}  "
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
