"""A quiz from its title to its result."""

from quiz.engine.session import Mode, Session
from quiz.engine.wording import BEGIN_NEW, count, give_up, go_on, kept, stopped
from quiz.model.quiz import Quiz
from quiz.plain.commands import Verb
from quiz.plain.console import Console, EndOfInput
from quiz.plain.opening import opening, read_passage
from quiz.plain.question_loop import QuestionLoop
from quiz.plain.result import show_result
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.start import Start


def play(console: Console, service: Service, start: Start, quiz: Quiz) -> None:
    """Take a quiz, or go on with an attempt that was left.

    Raises:
        EndOfInput: there is no more input; the result so far was shown.
        NothingToAsk: no question fits what was asked for.
    """
    left = _left(console, service, quiz, start.resume)
    if left and _goes_on(console, left.session, start.resume):
        attempt = left
        console.say(attempt.notice)
    else:
        attempt = _begun(service, start, quiz)
        if left:
            service.attempts.abandon(left)
        console.write(opening(attempt.session, certainty=attempt.certainty))
        if not start.skip_passage:
            read_passage(console, attempt.session)
    sit(console, service, attempt)


def sit(console: Console, service: Service, attempt: Attempt) -> None:
    """Ask the questions of an attempt, and show what they come to.

    Raises:
        EndOfInput: there is no more input; the result so far was shown.
    """
    loop = QuestionLoop(console, service, attempt)
    try:
        if loop.run() is Verb.QUIT:
            console.say(_kept(service, loop.attempt))
            return
    except EndOfInput:
        if loop.attempt.session.answers_revealed:  # in a test that goes on, answers still change
            show_result(console, service, loop.attempt)
        console.say(_kept(service, loop.attempt))
        raise
    show_result(console, service, loop.attempt)
    _offer_again(console, service, loop.attempt)


def _left(console: Console, service: Service, quiz: Quiz, wish: bool | None) -> Attempt | None:
    """Return the attempt that was left, where it may be gone on with."""
    if wish is False or (wish is None and not console.interactive):
        return None
    left = service.attempts.unfinished(quiz)
    if wish and not left:
        console.say("There is nothing to go on with: a new sitting begins.")
    return left


def _goes_on(console: Console, left: Session, wish: bool | None) -> bool:
    """Return whether to go on with an attempt, and not to give it up for a new one."""
    if wish:
        console.say(stopped(left))
    elif left.answered:
        console.write([stopped(left), ("  1  ", go_on(left)), ("  2  ", BEGIN_NEW)])
    else:
        return False
    while not wish:
        line = console.ask()
        if line == "2" and console.confirm(f"{give_up(left)} {BEGIN_NEW}?"):
            return False
        wish = line == "1"
        console.say(None if line in {"1", "2"} else "Type 1 or 2.")
    return True


def _begun(service: Service, start: Start, quiz: Quiz) -> Attempt:
    return service.attempts.start(
        quiz,
        start.wanted,
        mode=start.mode or Mode.PRACTICE,
        seed=start.seed,
        certainty=bool(start.certainty),
        form=start.form,
    )


def _kept(service: Service, attempt: Attempt) -> str | None:
    if service.store.trouble or attempt.session.finished:
        return service.store.trouble
    return f"{kept(attempt.session)} Play the quiz with --resume."


def _offer_again(console: Console, service: Service, attempt: Attempt) -> None:
    """Offer a practice of what was missed, kept apart from what is scored."""
    missed = len(attempt.session.missed())
    if not missed or not console.interactive:
        return
    if console.confirm(f"Go through {count(missed, 'missed question')} again?"):
        sit(console, service, service.attempts.retry(attempt))
