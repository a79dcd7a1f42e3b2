"""What is said after an answer, in lines."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.engine.feedback import Feedback, Reason, feedback
from quiz.engine.marks import MARKS, standing
from quiz.engine.selection import Presented
from quiz.engine.session import Response, Session
from quiz.model.answer import Answer, TeachBackAnswer
from quiz.model.question import Locate, Note, Order, Question, TeachBack
from quiz.model.quiz import Quiz
from quiz.plain.lines import heading, wrap


def explaining(asked: Presented, response: Response | None, quiz: Quiz, width: int) -> list[str]:
    """Return what to say of an answer, or of a question without one; nothing without its key."""
    question = asked.with_answers
    if question is None:
        return []
    told = feedback(question, response, quiz.passage, quiz.language)
    lines = [f"{MARKS[told.verdict]} {told.verdict}", ""]
    lines += _reasons(question, asked.option_order, told, width)
    if isinstance(question, TeachBack):
        lines += _checklist(question, response.answer if response else None, width)
    lines += _evidence(question, told, quiz, width)
    lines += [*wrap(question.explain, width), ""]
    if question.note:
        lines += ["Beyond the passage:", *noting(question.note, width)]
    return lines if lines[-1] else lines[:-1]


def explaining_all(session: Session, width: int) -> list[str]:
    """Return the explanations of a whole attempt; of one that still runs, of what was answered."""
    lines = heading("Explanations", width)
    pairs = zip(session.asked, session.responses, strict=True)
    for number, (asked, response) in enumerate(pairs, 1):
        if response or session.finished:
            lines += ["", *wrap(asked.public.ask, width, f"{number:>3}  ")]
            lines += explaining(asked, response, session.quiz, width)
    return lines


def noting(note: Note, width: int) -> list[str]:
    """Return a dated fact with its month and its source."""
    return [
        *wrap(note.text, width),
        *wrap(f"(Checked {note.as_of}. Source: {note.source})", width),
    ]


def _reasons(
    question: Question, layout: tuple[int, ...], told: Feedback, width: int
) -> Iterable[str]:
    if isinstance(question, Order):
        yield "The right order:"
    for lead, reason in _led(question, layout, told.reasons):
        says = _said_of(question, reason)
        yield from wrap(f"{reason.text}{says}", width, lead)
        if reason.why:
            yield from wrap(reason.why, width, " " * len(lead))
    if told.reasons:
        yield ""


def _led(
    question: Question, layout: tuple[int, ...], reasons: tuple[Reason, ...]
) -> Iterable[tuple[str, Reason]]:
    """Yield the reasons as the screen numbers them, each with what stands before it."""
    if isinstance(question, Order):
        for place, reason in enumerate(reasons, 1):
            yield f"{'✓' if reason.yours else ' '}{place:>3}  ", reason
    elif reasons and reasons[0].index is not None:
        for number, index in enumerate(layout, 1):
            yield f"{_mark(reasons[index])}{number:>3}  ", reasons[index]
    else:
        for reason in reasons:
            yield f"{_mark(reason)}  ", reason


def _mark(reason: Reason) -> str:
    if reason.right:
        return "✓"
    return "✗" if reason.yours else " "


def _said_of(question: Question, reason: Reason) -> str:
    if isinstance(question, Order):
        return " (you had it in this place)" if reason.yours else ""
    words = standing(reason)
    return f" ({words})" if words else ""


def _checklist(question: TeachBack, answer: Answer | None, width: int) -> Iterable[str]:
    ticked = answer.ticked if isinstance(answer, TeachBackAnswer) else frozenset()
    yield f"A full explanation names these points; you ticked {len(ticked)}:"
    for index, point in enumerate(question.checklist):
        yield from wrap(point, width, f"{'✓' if index in ticked else ' '}  ")
    yield ""


def _evidence(question: Question, told: Feedback, quiz: Quiz, width: int) -> Iterable[str]:
    if isinstance(question, Locate):  # its reasons are the sentences already
        return
    for start, end in told.evidence:
        yield from wrap(f"The passage says: “{quiz.passage.text[start:end]}”", width)
    if told.evidence:
        yield ""
