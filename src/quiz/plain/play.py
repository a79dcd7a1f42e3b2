"""A quiz from its title to its result."""

from __future__ import annotations

from quiz.engine.session import Mode
from quiz.engine.wording import count
from quiz.model.quiz import Quiz
from quiz.plain.asker import Asker
from quiz.plain.command import Verb
from quiz.plain.opening import opening, passage
from quiz.plain.talk import EndOfInput, Talk
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.start import Start


def play(talk: Talk, service: Service, start: Start, quiz: Quiz) -> None:
    """Take a quiz, or go on with an attempt that was left.

    Raises:
        EndOfInput: there is no more input; the result so far was shown.
        NothingToAsk: no question fits what was asked for.
    """
    attempt = _taken_up(talk, service, quiz, start.resume)
    if attempt:
        talk.tell(attempt.notice)
    else:
        attempt = _begun(service, start, quiz)
        _open(talk, attempt, skip_passage=start.skip_passage)
    sit(talk, service, attempt)


def sit(talk: Talk, service: Service, attempt: Attempt) -> None:
    """Ask the questions of an attempt, and show what they come to.

    Raises:
        EndOfInput: there is no more input; the result so far was shown.
    """
    asker = Asker(talk, service, attempt)
    try:
        if asker.ask_all() is Verb.QUIT:
            talk.tell(_kept(service, asker.attempt))
            return
    except EndOfInput:
        _show_result(talk, service, asker.attempt)
        talk.tell(_kept(service, asker.attempt))
        raise
    _show_result(talk, service, asker.attempt)
    _offer_again(talk, service, asker.attempt)


def _taken_up(talk: Talk, service: Service, quiz: Quiz, wish: bool | None) -> Attempt | None:
    """Return the attempt to go on with, if there is one and it is wanted."""
    if wish is False or (wish is None and not talk.interactive):
        return None
    attempt = service.attempts.unfinished(quiz)
    if attempt is None:
        talk.tell("There is nothing to go on with: a new sitting begins." if wish else None)
        return None
    session = attempt.session
    stopped = f"You stopped at question {session.position + 1} of {len(session.asked)}."
    if wish:
        talk.tell(stopped)
        return attempt
    return attempt if talk.agrees(f"{stopped} Go on there?") else None


def _begun(service: Service, start: Start, quiz: Quiz) -> Attempt:
    return service.attempts.start(
        quiz,
        start.wanted,
        mode=start.mode or Mode.PRACTICE,
        seed=start.seed,
        certainty=bool(start.certainty),
        form=start.form,
    )


def _open(talk: Talk, attempt: Attempt, *, skip_passage: bool) -> None:
    session = attempt.session
    talk.say(opening(session, certainty=attempt.certainty, width=talk.width))
    if not skip_passage:
        talk.say(passage(session.quiz, talk.width))
        talk.pause("Enter goes to the first question > ")


def _kept(service: Service, attempt: Attempt) -> str | None:
    if service.trouble or attempt.session.finished:
        return service.trouble
    at = attempt.session.position + 1
    return f"Kept. You can go on at question {at} at any time: play the quiz with --resume."


def _show_result(talk: Talk, service: Service, attempt: Attempt) -> None:
    from quiz.plain.result import show_result  # noqa: PLC0415  not needed to ask

    show_result(talk, service, attempt)


def _offer_again(talk: Talk, service: Service, attempt: Attempt) -> None:
    """Offer a practice of what was missed, kept apart from what is scored."""
    missed = len(attempt.session.missed())
    if not missed or not talk.interactive:
        return
    if talk.agrees(f"Go through {count(missed, 'missed question')} again?"):
        sit(talk, service, service.attempts.retry(attempt))
