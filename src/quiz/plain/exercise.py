"""An exercise that a teacher handed out: who takes it, the questions, handing in."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from quiz.engine.earning import earning
from quiz.engine.exercise_wording import (
    HANDED_IN,
    KEPT,
    LATER,
    NOT_YET,
    WHERE,
    WHO,
    because,
    came_to,
    how,
    kept_exercise,
    until,
    which_answer_counts,
)
from quiz.engine.wording import CERTAINTY_MARKING, stopped
from quiz.model.assignment import Assignment
from quiz.model.notice import DISCLAIMER
from quiz.model.submission import NoName, named
from quiz.model.text import clean_line
from quiz.plain.commands import Verb
from quiz.plain.console import Console, EndOfInput
from quiz.plain.lines import Block, Unbroken, Underlined, heading
from quiz.plain.opening import ASK_FOR_HELP, read_passage
from quiz.plain.question_loop import QuestionLoop
from quiz.plain.result import show_result
from quiz.plain.returned import show_returned
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.service.exercises import Delivered, Undelivered
from quiz.start import Start


def exercise(console: Console, service: Service, start: Start, assignment: Assignment) -> bool:
    """Take an exercise, or go on with it; return whether answers wait to be handed in.

    Raises:
        EndOfInput: there is no more input; what was answered is kept.
    """
    learner = start.learner or _who(console, assignment)
    attempt = service.exercises.unfinished(assignment, learner)
    if attempt is None and start.resume is not False:
        back = service.exercises.returned(assignment, learner)
        if back:
            show_returned(console, service, back)
            return False
    if attempt is None and not _goes_again(console, service, start, assignment, learner):
        return False
    console.write(_opening(assignment, learner, datetime.now().astimezone()))
    console.say(*service.store.notices(), service.store.trouble)
    if attempt:
        console.say(attempt.notice, stopped(attempt.session))
    else:
        attempt = service.exercises.start(assignment, learner)
        if not start.skip_passage:
            read_passage(console, attempt.session)
    return _sit(console, service, assignment, attempt)


def _who(console: Console, assignment: Assignment) -> str:
    """Return who takes it."""
    console.write([Underlined(assignment.title), WHO])
    while True:
        try:
            return named(console.ask("Who are you? > ", alone=True))
        except NoName as error:
            console.say(str(error))


def _goes_again(
    console: Console, service: Service, start: Start, assignment: Assignment, learner: str
) -> bool:
    """Return whether a learner begins, who may have handed in before."""
    before = service.exercises.earlier(assignment, learner)
    if before is None:
        return True
    console.say(before)
    if start.resume is False:
        return True
    if console.interactive:
        return console.confirm("Take it again?")
    console.say("To take it again, say --new.")
    return False


def _opening(assignment: Assignment, learner: str, now: datetime) -> Iterator[Block]:
    """Yield the title, what the teacher says, how it is taken, and what it is not."""
    terms = assignment.terms
    yield from (Underlined(assignment.title), f"For {learner}")
    if terms.instructions:
        yield from (*heading("Your teacher says"), *terms.instructions.splitlines())
    yield from ("", how(assignment), which_answer_counts(assignment))
    if when := until(assignment, now):
        yield when
    yield from earning(assignment.questions)
    if terms.certainty:
        yield CERTAINTY_MARKING
    yield from ("", DISCLAIMER, "", ASK_FOR_HELP)


def _sit(console: Console, service: Service, assignment: Assignment, attempt: Attempt) -> bool:
    """Ask the questions; hand in once the learner is through, and return whether that waits."""
    loop = QuestionLoop(console, service, attempt)
    try:
        over = loop.run()
    except EndOfInput:
        console.say(_kept(service, loop.attempt))
        raise
    if over is Verb.QUIT:
        console.say(_kept(service, loop.attempt))
        return False
    handed = service.exercises.hand_in(assignment, loop.attempt)
    if loop.session.with_answers:
        show_result(console, service, loop.attempt)
    console.write(_became(loop.attempt, handed, service.store.trouble))
    with suppress(EndOfInput):
        while _waits(handed) and console.interactive and console.confirm("Try again now?"):
            handed = service.exercises.hand_in(assignment, loop.attempt)
            console.write(_became(loop.attempt, handed, service.store.trouble))
    return _waits(handed)


def _waits(handed: Delivered | Undelivered) -> bool:
    return isinstance(handed, Undelivered)


def _kept(service: Service, attempt: Attempt) -> str:
    return service.store.trouble or kept_exercise(attempt.session)


def _became(
    attempt: Attempt, handed: Delivered | Undelivered, trouble: str | None
) -> Iterator[Block]:
    """Yield where the answers went, or why they could not be handed in yet."""
    if isinstance(handed, Delivered):
        yield from (*heading(HANDED_IN), WHERE, Unbroken(f"  {clean_line(str(handed.path))}"))
    else:
        yield from (*heading(NOT_YET), because(handed.why))
        yield f"{KEPT} {LATER}" if handed.saved else trouble or ""
    yield from ("", *came_to(attempt.session))
    if not attempt.session.with_answers:  # else it stands below the result
        yield from ("", DISCLAIMER)
