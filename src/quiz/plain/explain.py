"""What is said after an answer, in lines."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.engine.feedback import Feedback, feedback
from quiz.engine.selection import Presented
from quiz.engine.session import Response, Session
from quiz.engine.wording import MARKS
from quiz.model.question import Note
from quiz.model.quiz import Quiz
from quiz.plain.kinds import in_lines
from quiz.plain.lines import heading, wrap


def explanation(asked: Presented, response: Response | None, quiz: Quiz, width: int) -> list[str]:
    """Return what to say of an answer, or of a question without one; nothing without its key."""
    question = asked.with_answers
    if question is None:
        return []
    told = feedback(question, response, quiz)
    kind = in_lines(question)
    reasons = kind.reasons(asked, told, response.answer if response else None)
    said = [line for lead, text in reasons for line in wrap(text, width, lead)]
    lines = [f"{MARKS[told.verdict]} {told.verdict}", "", *said, *[""] * bool(said)]
    if kind.shows_proof:
        lines += _evidence(told, quiz, width)
    lines += [*wrap(question.explain, width), ""]
    if question.note:
        lines += ["Beyond the passage:", *note_lines(question.note, width)]
    return lines if lines[-1] else lines[:-1]


def explanations(session: Session, width: int) -> list[str]:
    """Return the explanations of a whole attempt; of one that still runs, of what was answered."""
    lines = heading("Explanations", width)
    pairs = zip(session.asked, session.responses, strict=True)
    for number, (asked, response) in enumerate(pairs, 1):
        if response or session.finished:
            lines += ["", *wrap(asked.public.ask, width, f"{number:>3}  ")]
            lines += explanation(asked, response, session.quiz, width)
    return lines


def note_lines(note: Note, width: int) -> list[str]:
    """Return a dated fact with its month and its source."""
    return [
        *wrap(note.text, width),
        *wrap(f"(Checked {note.as_of}. Source: {note.source})", width),
    ]


def _evidence(told: Feedback, quiz: Quiz, width: int) -> Iterable[str]:
    for start, end in told.evidence:
        yield from wrap(f"The passage says: “{quiz.passage.text[start:end]}”", width)
    if told.evidence:
        yield ""
