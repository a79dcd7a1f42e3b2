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
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.service.exercises import Delivered, Undelivered
from quiz.start import Start


def exercise(
    talk: Talk, service: Service, start: Start, assignment: Assignment
) -> Delivered | Undelivered | None:
    """Take an exercise, or go on with it; return what became of it once it was to be handed in.

    Raises:
        EndOfInput: there is no more input; what was answered is kept.
    """
    learner = start.learner or _who(talk, assignment)
    attempt = service.exercises.unfinished(assignment, learner)
    if attempt is None and not _goes_again(talk, service, start, assignment, learner):
        return None
    talk.say(_opening(assignment, learner, datetime.now().astimezone(), talk.width))
    talk.tell(*service.notices(), service.trouble)
    if attempt:
        talk.tell(attempt.notice, stopped(attempt.session))
    else:
        attempt = service.exercises.start(assignment, learner)
        _read(talk, attempt, start)
    return _sit(talk, service, assignment, attempt)


def _who(talk: Talk, assignment: Assignment) -> str:
    """Return who takes it."""
    talk.say(heading(assignment.title, talk.width)[1:])
    talk.tell(WHO)
    while True:
        try:
            return named(talk.ask("Who are you? > "))
        except NoName as error:
            talk.tell(str(error))


def _goes_again(
    talk: Talk, service: Service, start: Start, assignment: Assignment, learner: str
) -> bool:
    """Return whether a learner begins, who may have handed in before."""
    before = service.exercises.earlier(assignment, learner)
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
    talk: Talk, service: Service, assignment: Assignment, attempt: Attempt
) -> Delivered | Undelivered | None:
    """Ask the questions; hand in once the learner is through, and return what became of it."""
    asker = Asker(talk, service, attempt)
    try:
        over = asker.ask_all()
    except EndOfInput:
        talk.tell(_kept(service, asker.attempt))
        raise
    if over is Verb.QUIT:
        talk.tell(_kept(service, asker.attempt))
        return None
    handed = service.exercises.hand_in(assignment, asker.attempt)
    if asker.session.with_answers:
        show_result(talk, service, asker.attempt)
    talk.say(_became(asker.attempt, handed, service.trouble, talk.width))
    with suppress(EndOfInput):
        while _waits(handed) and talk.interactive and talk.agrees("Try again now?"):
            handed = service.exercises.hand_in(assignment, asker.attempt)
            talk.say(_became(asker.attempt, handed, service.trouble, talk.width))
    return handed


def _waits(handed: Delivered | Undelivered) -> bool:
    return isinstance(handed, Undelivered)


def _kept(service: Service, attempt: Attempt) -> str:
    at = attempt.session.position + 1
    return service.trouble or (
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
