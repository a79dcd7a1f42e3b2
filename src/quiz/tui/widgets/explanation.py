"""What is said after an answer, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from quiz.engine.feedback import Feedback, Reason, Verdict
from quiz.engine.marks import MARKS, standing
from quiz.engine.session import Response
from quiz.engine.wording import points
from quiz.model.question import Note, Question
from quiz.model.quiz import Quiz
from quiz.tui.widgets.hung import BLANK, Hung, barred, hung

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


def verdict_line(verdict: Verdict, possible: int, response: Response | None) -> Content:
    """Return the first line of an explanation, with the points where they are not plain."""
    line = Content.assemble(mark(verdict), " ", (verdict, f"bold {STYLES[verdict]}"))
    if verdict is Verdict.PARTLY and response:
        earned = points(response.fraction * possible)
        unit = "point" if possible == 1 else "points"
        line = Content.assemble(line, (f"   {earned} of {possible} {unit}", "$muted"))
    return line


def explanation(
    question: Question, quiz: Quiz, feedback: Feedback, *, reasons: bool
) -> Iterator[Hung]:
    """Yield the explanation, the proof and the note, and the reasons first if they are wanted."""
    if reasons:
        for reason in feedback.reasons:
            yield from (reason_line(reason), BLANK)
    yield from (barred("$rule", question.explain), BLANK)
    for start, end in feedback.evidence:
        quote = ("The passage says: ", "$muted"), f"“{quiz.passage.text[start:end]}”"
        yield from (barred("$warning", Content.assemble(*quote)), BLANK)
    if question.note:
        head = Content.styled("Beyond the passage. ", "bold $secondary")
        yield from (barred("$secondary", head + note_text(question.note)), BLANK)


def reason_line(reason: Reason) -> Hung:
    """Return an answer, whether it is right and whose it is, and why."""
    text = Content.assemble(stand(reason), (reason.text, "bold"))
    text = Content.assemble(text, "\n", reason.why) if reason.why else text
    return hung(stand_mark(reason), text)


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
