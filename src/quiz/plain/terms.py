"""What hard words mean, for whoever types one behind a question mark."""

from quiz.engine.session import Session
from quiz.engine.terms import NOT_YET, explained, find
from quiz.model.quiz import Quiz
from quiz.plain.commands import parse_command
from quiz.plain.lines import Block


def offer(quiz: Quiz) -> str | None:
    """Return how to see what a word means; None where none is explained."""
    words = [term.term for term in quiz.glossary]
    return f"?word says what a hard word means: {', '.join(words)}." if words else None


def look_up(line: str, session: Session) -> tuple[Block, ...]:
    """Return what the word in a line means; nothing where the line asks for none."""
    glossary, word = session.quiz.glossary, line.removeprefix("?").strip()
    if not glossary or not word or word == line or parse_command(line):
        return ()
    term = find(glossary, word)
    if term is None:
        return (f"“{word}” is not explained here.", offer(session.quiz) or "")
    if term not in explained(session):
        return (f"{term.term}: {NOT_YET}",)
    return f"{term.term}: {term.means}", f"Source: {term.source}"
