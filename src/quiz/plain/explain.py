"""What is said after an answer, in lines."""

from collections.abc import Iterator

from quiz.engine.dates import source_of
from quiz.engine.feedback import feedback
from quiz.engine.kinds import KINDS
from quiz.engine.session import Presented, Response, Session
from quiz.engine.wording import MARKS, MEANT, earned_for_certainty
from quiz.model.question_parts import Note
from quiz.model.quiz import Quiz
from quiz.plain.kinds import in_lines
from quiz.plain.lines import Block, heading


def explanation(asked: Presented, response: Response | None, quiz: Quiz) -> Iterator[Block]:
    """Yield what to say of an answer, or of a question without one; nothing without its key."""
    question = asked.with_answers
    if question is None:
        return
    found = feedback(question, response, quiz)
    kind = in_lines(question)
    earned = f" ({found.tally})" if found.tally else ""
    yield f"{MARKS[found.verdict]} {found.verdict}{earned}"
    if certain := earned_for_certainty(response):
        yield certain
    if response and response.meant:
        yield MEANT
    reasons = list(kind.reasons(asked, found, response.answer if response else None))
    if reasons:
        yield ""
        yield from reasons
    if question.explain:
        yield from ("", question.explain)
    evidence = quiz.evidence(question)
    if evidence and not KINDS[question.kind].reads_passage:  # else it stands there already
        quotes = (quiz.passage.text[start:end] for start, end in evidence)
        yield from ("", *(f"The passage says: “{quote}”" for quote in quotes))
    if question.note:
        yield from ("", "Beyond the passage:", *note_blocks(question.note))


def explanations(session: Session) -> Iterator[Block]:
    """Yield the explanations of a whole attempt; of one that still runs, of what was answered."""
    yield from heading("Explanations")
    pairs = zip(session.asked, session.responses, strict=True)
    for number, (asked, response) in enumerate(pairs, 1):
        if response or session.finished:
            yield from ("", (f"{number:>3}  ", asked.public.ask))
            yield from explanation(asked, response, session.quiz)


def note_blocks(note: Note) -> tuple[Block, ...]:
    """Return a dated fact with its month and its source."""
    return note.text, source_of(note)
