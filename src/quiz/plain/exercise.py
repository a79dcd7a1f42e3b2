"""An exercise that a teacher handed out: who takes it, the questions, handing in."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime

from quiz.engine.exercise_wording import (
    FIRST_ANSWERS,
    HANDED_IN,
    KEPT,
    LATER,
    NOT_YET,
    WHERE,
    WHO,
    because,
    came_to,
    how,
    stopped,
    until,
)
from quiz.engine.wording import SURENESS
from quiz.model.assignment import Assignment
from quiz.model.notice import DISCLAIMER
from quiz.model.submission import NoName, named
from quiz.model.text import clean_line
from quiz.plain.asker import Asker
from quiz.plain.command import Verb
from quiz.plain.lines import heading, wrap
from quiz.plain.opening import passage
from quiz.plain.result import show_result
from quiz.plain.talk import EndOfInput, Talk
from quiz.service import Attempt, Delivered, Desk, Undelivered
from quiz.start import Start


def exercise(
    talk: Talk, desk: Desk, start: Start, assignment: Assignment
) -> Delivered | Undelivered | None:
    """Take an exercise, or go on with it; return what became of it once it was to be handed in.

    Raises:
        EndOfInput: there is no more input; what was answered is kept.
    """
    learner = start.learner or _who(talk, assignment)
    attempt = desk.unfinished_exercise(assignment, learner)
    if attempt is None and not _goes_again(talk, desk, start, assignment, learner):
        return None
    talk.say(_opening(assignment, learner, datetime.now().astimezone(), talk.width))
    talk.tell(*desk.notices(), desk.trouble)
    if attempt:
        talk.tell(attempt.notice, stopped(attempt.session))
    else:
        attempt = desk.begin_exercise(assignment, learner)
        _read(talk, attempt, start)
    return _sit(talk, desk, assignment, attempt)


def _who(talk: Talk, assignment: Assignment) -> str:
    """Return who takes it."""
    talk.say(heading(assignment.title, talk.width)[1:])
    talk.tell(WHO)
    while True:
        try:
            return named(talk.ask("Who are you? > "))
        except NoName as error:
            talk.tell(str(error))


def _goes_again(talk: Talk, desk: Desk, start: Start, assignment: Assignment, learner: str) -> bool:
    """Return whether a learner begins, who may have handed in before."""
    before = desk.earlier(assignment, learner)
    if before is None:
        return True
    talk.tell(before)
    if start.resume is False:
        return True
    if talk.interactive:
        return talk.agrees("Take it again?")
    talk.tell("To take it again, say --new.")
    return False


def _opening(assignment: Assignment, learner: str, now: datetime, width: int) -> Iterator[str]:
    """Yield the title, what the teacher says, how it is taken, and what it is not."""
    terms = assignment.terms
    yield from heading(assignment.title, width)[1:]
    yield from wrap(f"For {learner}", width)
    if terms.instructions:
        yield from heading("Your teacher says", width)
        for line in terms.instructions.splitlines():
            yield from wrap(line, width)
    yield from ["", *wrap(how(assignment), width), *wrap(FIRST_ANSWERS, width)]
    when = until(assignment, now)
    yield from wrap(when, width) if when else []
    yield from wrap(SURENESS, width) if terms.certainty else []
    yield from ["", *wrap(DISCLAIMER, width), ""]
    yield from wrap("Type ? at any time to see what you can type.", width)


def _read(talk: Talk, attempt: Attempt, start: Start) -> None:
    if not start.skip_passage:
        talk.say(passage(attempt.session.quiz, talk.width))
        talk.pause("Enter goes to the first question > ")


def _sit(
    talk: Talk, desk: Desk, assignment: Assignment, attempt: Attempt
) -> Delivered | Undelivered | None:
    """Ask the questions; hand in once the learner is through, and return what became of it."""
    asker = Asker(talk, desk, attempt)
    try:
        over = asker.ask_all()
    except EndOfInput:
        talk.tell(_kept(desk, asker.attempt))
        raise
    if over is Verb.QUIT:
        talk.tell(_kept(desk, asker.attempt))
        return None
    handed = desk.hand_in(assignment, asker.attempt)
    if asker.session.with_answers:
        show_result(talk, desk, asker.attempt)
    talk.say(_became(asker.attempt, handed, desk.trouble, talk.width))
    with suppress(EndOfInput):
        while _waits(handed) and talk.interactive and talk.agrees("Try again now?"):
            handed = desk.hand_in(assignment, asker.attempt)
            talk.say(_became(asker.attempt, handed, desk.trouble, talk.width))
    return handed


def _waits(handed: Delivered | Undelivered) -> bool:
    return isinstance(handed, Undelivered)


def _kept(desk: Desk, attempt: Attempt) -> str:
    at = attempt.session.position + 1
    return desk.trouble or (
        "Kept, and not handed in yet. "
        f"You can go on at question {at} at any time: open the file again."
    )


def _became(
    attempt: Attempt, handed: Delivered | Undelivered, trouble: str | None, width: int
) -> Iterable[str]:
    """Yield where the answers went, or why they could not be handed in yet."""
    if isinstance(handed, Delivered):
        yield from heading(HANDED_IN, width)
        yield WHERE
        yield f"  {clean_line(str(handed.path))}"  # however long: to be copied
    else:
        yield from heading(NOT_YET, width)
        yield from wrap(because(handed.why), width)
        yield from wrap(f"{KEPT} {LATER}" if handed.kept else trouble or "", width)
    yield ""
    for words in came_to(attempt.session):
        yield from wrap(words, width)
    if not attempt.session.with_answers:  # else it stands below the result
        yield from ["", *wrap(DISCLAIMER, width)]
