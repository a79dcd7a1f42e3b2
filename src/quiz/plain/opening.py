"""What stands before the first question, and what helps at any of them."""

from collections.abc import Iterator

from quiz.engine.dates import date_in_words
from quiz.engine.drafts import notice
from quiz.engine.earning import earning
from quiz.engine.session import Session
from quiz.engine.wording import CERTAINTY_MARKING, MODES, count
from quiz.model.notice import DISCLAIMER
from quiz.model.quiz import Quiz
from quiz.plain.commands import SAYS, Verb
from quiz.plain.console import Console
from quiz.plain.lines import Block, Underlined, heading
from quiz.plain.terms import look_up, offer
from quiz.service import help_lines

ASK_FOR_HELP = "Type ? at any time to see what you can type."
"""What is said before the first question."""


def opening(session: Session, *, certainty: bool) -> Iterator[Block]:
    """Yield the title, what the quiz is not, and how it is taken."""
    draft = notice(session.quiz)
    yield Underlined(session.quiz.title)
    if draft:
        yield from (draft, "")
    yield from (DISCLAIMER, "")
    yield f"{count(len(session.asked), 'question')}. {MODES[session.mode]}."
    yield from earning(asked.question for asked in session.asked)
    if certainty:
        yield CERTAINTY_MARKING
    yield ASK_FOR_HELP


def read_passage(console: Console, session: Session) -> None:
    """Show the passage, and wait until somebody who sits before it has read it.

    Raises:
        EndOfInput: there is no more input.
    """
    console.write([*passage(session.quiz), ""])
    console.say(offer(session.quiz))
    while console.interactive and (
        meaning := look_up(console.ask("Enter goes to the first question > "), session)
    ):
        console.write(meaning)


def passage(quiz: Quiz) -> Iterator[Block]:
    """Yield the passage with its title and its source."""
    yield from (*heading(quiz.passage.title), quiz.passage.source)
    for start, end in quiz.passage.paragraphs:
        yield from ("", quiz.passage.text[start:end])


def commands(*, marked: bool, end: str | None = None) -> Iterator[Block]:
    """Yield what can be typed in place of an answer, and what ends it where that is no result."""
    yield "You can type an answer, or:"
    for verb in Verb:
        letter = verb if verb is Verb.HELP or not marked else f"?{verb}"
        yield f"  {letter:<3}", end if end and verb is Verb.END else SAYS[verb]
    if marked:
        yield "The answer is typed in words here, so a letter needs its question mark."


def help_for_people() -> Iterator[Block]:
    """Yield the help lines by country, and the day on which they were checked."""
    yield from heading("If you or someone near you needs help")
    for place, lines in help_lines.by_place().items():
        yield place
        yield from (("  ", f"{line.call}: {line.what}") for line in lines)
    yield f"Checked on {date_in_words(help_lines.last_check())}."
