"""What is said after an answer, below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.feedback import Feedback, Reason, Verdict
from quiz.engine.marks import MARKS, standing
from quiz.engine.wording import points
from quiz.tui.widgets.hanging import Hanging

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from quiz.engine.session import Attempt
    from quiz.model.bank import Bank
    from quiz.model.question import Note, Question

STYLES = {
    Verdict.RIGHT: "$success",
    Verdict.PARTLY: "$warning",
    Verdict.WRONG: "$error",
    Verdict.NONE: "$muted",
    Verdict.DONE: "$primary",
    Verdict.ANSWERED: "$primary",
}
"""The color of each verdict."""


def mark(verdict: Verdict) -> Content:
    """Return the mark of a verdict in its color."""
    return Content.styled(MARKS[verdict], f"bold {STYLES[verdict]}")


def verdict_line(verdict: Verdict, possible: int, attempt: Attempt | None) -> Content:
    """Return the first line of an explanation, with the points where they are not plain."""
    line = Content.assemble(mark(verdict), " ", (verdict, f"bold {STYLES[verdict]}"))
    if verdict is Verdict.PARTLY and attempt:
        earned = points(attempt.fraction * possible)
        unit = "point" if possible == 1 else "points"
        line = Content.assemble(line, (f"   {earned} of {possible} {unit}", "$muted"))
    return line


class Explanation(Widget):
    """The reasons that are not shown beside the answer, the explanation, the proof, the note."""

    DEFAULT_CSS: ClassVar[str] = """
    Explanation {
        height: auto;
        layout: vertical;
        .explain, .quote, .note { height: auto; width: 1fr; }
        .explain, .quote, .note, Hanging { margin-bottom: 1; }
        .explain { border-left: outer $rule; padding-left: 1; }
        .quote { border-left: outer $warning; padding-left: 1; }
        .note { border-left: outer $secondary; padding-left: 1; color: $foreground; }
    }
    """

    def __init__(
        self, question: Question, bank: Bank, feedback: Feedback, *, reasons: bool
    ) -> None:
        super().__init__()
        self.question = question
        """What was asked."""
        self.bank = bank
        """The quiz."""
        self.feedback = feedback
        """What there is to say."""
        self.reasons = reasons
        """Whether the reasons are shown here."""

    def compose(self) -> ComposeResult:
        """Lay out what there is to say."""
        if self.reasons:
            yield from map(reason_line, self.feedback.reasons)
        yield Static(self.question.explain, classes="explain", markup=False)
        for quote in self._quotes():
            yield Static(quote, classes="quote", markup=False)
        if self.question.note:
            head = Content.styled("Beyond the passage. ", "bold $secondary")
            yield Static(head + note_text(self.question.note), classes="note", markup=False)

    def _quotes(self) -> Iterable[Content]:
        text = self.bank.passage.text
        for start, end in self.feedback.evidence:
            yield Content.assemble(("The passage says: ", "$muted"), f"“{text[start:end]}”")


def reason_line(reason: Reason) -> Hanging:
    """Return an answer, whether it is right and whose it is, and why."""
    text = Content.assemble(stand(reason), (reason.text, "bold"))
    text = Content.assemble(text, "\n", reason.why) if reason.why else text
    return Hanging(stand_mark(reason), text)


def stand_mark(reason: Reason) -> Content:
    """Return the mark of an answer that is right, or that the learner gave."""
    sign, style = ("✓", "$success") if reason.right else ("✗", "$error")
    return (
        Content.styled(f"{sign} ", f"bold {style}")
        if reason.right or reason.yours
        else Content("  ")
    )


def stand(reason: Reason) -> Content:
    """Return words that say whether an answer is right, and whose it is."""
    words = standing(reason).capitalize()
    style = "$success" if reason.right else "$error"
    return Content.styled(f"{words}: ", f"bold {style}") if words else Content("")


def note_text(note: Note) -> Content:
    """Return a dated note with its source."""
    return Content.assemble(
        note.text,
        (f"\nAs of {note.as_of}. Source: {note.source}", "$muted"),
    )
