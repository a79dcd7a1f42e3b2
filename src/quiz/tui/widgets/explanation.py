"""What is said after an answer."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.engine.dates import source_of
from quiz.engine.feedback import Feedback, Verdict
from quiz.engine.kinds import KINDS
from quiz.engine.kinds.base import Reason
from quiz.engine.session import Response
from quiz.engine.wording import MARKS, count, points
from quiz.model.question import Question
from quiz.model.question_parts import Note
from quiz.model.quiz import Quiz
from quiz.model.span import Span
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.hard_words import underlined

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


def verdict_line(said: Feedback, possible: int, response: Response | None) -> Content:
    """Return the first line of an explanation, with the points where they are not plain."""
    verdict, earned = said.verdict, [said.tally] if said.tally else []
    if verdict is Verdict.PARTLY and response:
        earned.append(f"{points(response.fraction * possible)} of {count(possible, 'point')}")
    line = Content.assemble(mark(verdict), " ", (verdict, f"bold {STYLES[verdict]}"))
    return line + Content.styled(f"   {': '.join(earned)}", "$muted") if earned else line


class Explanation(Vertical):
    """The explanation, the proof and the note of a question, and the reasons if they are wanted."""

    def __init__(
        self, question: Question, quiz: Quiz, feedback: Feedback, *, reasons: bool
    ) -> None:
        super().__init__()
        self.question = question
        self.quiz = quiz
        self.feedback = feedback
        self.reasons = reasons

    def compose(self) -> ComposeResult:
        """Lay out what there is to say."""
        for reason in self.feedback.reasons if self.reasons else ():
            yield Static(reason_text(reason))
        if self.question.explain:
            explain = underlined(Content(self.question.explain), self.quiz.glossary)
            yield Static(explain, classes="explain")
        if not KINDS[self.question.kind].reads_passage:  # else it stands there already
            yield from map(self._proof, self.quiz.evidence(self.question))
        if note := self.question.note:
            head = Content.styled("Beyond the passage. ", "bold $secondary")
            yield Static(head + note_text(note), classes="note")

    def _proof(self, span: Span) -> Static:
        quote = f"“{self.quiz.passage.text[span.start : span.end]}”"
        return Static(Content.assemble(("The passage says: ", "$muted"), quote), classes="evidence")


def reason_text(reason: Reason) -> HangingText:
    """Return an answer, whether it is right and whose it is, and why."""
    text = Content.assemble(stand(reason), (reason.text, "bold" if reason.right else ""))
    text = Content.assemble(text, "\n", reason.why) if reason.why else text
    return HangingText([(stand_mark(reason), text)])


def stand_mark(reason: Reason) -> Content:
    """Return the mark of an answer that is right, or that the learner gave."""
    if not (reason.right or reason.yours):
        return Content("  ")
    if reason.partly:
        return mark(Verdict.PARTLY) + Content(" ")
    return mark(Verdict.RIGHT if reason.right else Verdict.WRONG) + Content(" ")


def stand(reason: Reason) -> Content:
    """Return words that say whether an answer is right, and whose it is."""
    words = reason.standing.capitalize()
    style = "$success" if reason.right else "$error"
    return Content.styled(f"{words}: ", f"bold {style}") if words else Content("")


def note_text(note: Note) -> Content:
    """Return a dated note with its source."""
    return Content.assemble(
        note.text,
        (f"\n{source_of(note)}", "$muted"),
    )
