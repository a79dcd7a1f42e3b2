"""What stands before the first question, in lines."""

from quiz.engine.session import Session
from quiz.engine.wording import MODES, SURENESS, count
from quiz.model.notice import DISCLAIMER
from quiz.model.quiz import Quiz
from quiz.plain.commands import SAYS, Verb
from quiz.plain.lines import heading, wrap
from quiz.quizfile.help_lines import help_lines


def opening(session: Session, *, certainty: bool, width: int) -> list[str]:
    """Return the title, what the quiz is not, and how it is taken."""
    quiz = session.quiz
    lines = [*heading(quiz.title, width)[1:], *wrap(DISCLAIMER, width), ""]
    lines += [f"{count(len(session.asked), 'question')}. {MODES[session.mode]}."]
    if certainty:
        lines += wrap(SURENESS, width)
    return [*lines, *wrap("Type ? at any time to see what you can type.", width)]


def passage(quiz: Quiz, width: int) -> list[str]:
    """Return the passage with its title and its source."""
    text = quiz.passage.text
    lines = [*heading(quiz.passage.title, width), *wrap(quiz.passage.source, width)]
    for start, end in quiz.passage.paragraphs:
        lines += ["", *wrap(text[start:end], width)]
    return lines


def commands(*, colon: bool, width: int, end: str | None = None) -> list[str]:
    """Return what can be typed in place of an answer, and what ends it where that is no result."""
    lines = ["You can type an answer, or:"]
    for verb in Verb:
        letter = verb if verb is Verb.HELP or not colon else f":{verb}"
        says = end if end and verb is Verb.END else SAYS[verb]
        lines += wrap(says, width, f"  {letter:<3}")
    if colon:
        return [
            *lines,
            *wrap("The answer is typed in words here, so a letter needs its colon.", width),
        ]
    return lines


def helping(width: int) -> list[str]:
    """Return the help lines, each with the day on which it was checked."""
    lines = heading("If you or someone near you needs help", width)
    for line in help_lines():
        lines += wrap(f"{line.place}: {line.call} (checked {line.checked})", width)
    return lines
