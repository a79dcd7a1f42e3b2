"""A quiz from its title to its result."""

from __future__ import annotations

from quiz.engine.session import Mode
from quiz.engine.wording import count
from quiz.model.bank import Bank
from quiz.plain.asker import Asker
from quiz.plain.command import Verb
from quiz.plain.opening import opening, passage
from quiz.plain.talk import EndOfInput, Talk
from quiz.service import Desk, Sitting
from quiz.start import Start


def play(talk: Talk, desk: Desk, start: Start, bank: Bank) -> None:
    """Take a quiz, or go on with a sitting that was left.

    Raises:
        EndOfInput: there is no more input; the result so far was shown.
        NothingToAsk: no question fits what was asked for.
    """
    sitting = _taken_up(talk, desk, bank, start.resume)
    if sitting:
        talk.tell(sitting.notice)
    else:
        sitting = _begun(desk, start, bank)
        _open(talk, sitting, skip_passage=start.skip_passage)
    sit(talk, desk, sitting)


def sit(talk: Talk, desk: Desk, sitting: Sitting) -> None:
    """Ask the questions of a sitting, and show what they come to.

    Raises:
        EndOfInput: there is no more input; the result so far was shown.
    """
    asker = Asker(talk, desk, sitting)
    try:
        if asker.ask_all() is Verb.QUIT:
            talk.tell(_kept(desk, asker.sitting))
            return
    except EndOfInput:
        _show_result(talk, desk, asker.sitting)
        talk.tell(_kept(desk, asker.sitting))
        raise
    _show_result(talk, desk, asker.sitting)
    _offer_again(talk, desk, asker.sitting)


def _taken_up(talk: Talk, desk: Desk, bank: Bank, wish: bool | None) -> Sitting | None:
    """Return the sitting to go on with, if there is one and it is wanted."""
    if wish is False or (wish is None and not talk.interactive):
        return None
    sitting = desk.unfinished(bank)
    if sitting is None:
        talk.tell("There is nothing to go on with: a new sitting begins." if wish else None)
        return None
    session = sitting.session
    stopped = f"You stopped at question {session.at + 1} of {len(session.asked)}."
    if wish:
        talk.tell(stopped)
        return sitting
    return sitting if talk.agrees(f"{stopped} Go on there?") else None


def _begun(desk: Desk, start: Start, bank: Bank) -> Sitting:
    return desk.draw(
        bank,
        start.wanted,
        mode=start.mode or Mode.PRACTICE,
        seed=start.seed,
        certainty=bool(start.certainty),
        form=start.form,
    )


def _open(talk: Talk, sitting: Sitting, *, skip_passage: bool) -> None:
    session = sitting.session
    talk.say(opening(session, certainty=sitting.certainty, width=talk.width))
    if not skip_passage:
        talk.say(passage(session.bank, talk.width))
        talk.pause("Enter goes to the first question > ")


def _kept(desk: Desk, sitting: Sitting) -> str | None:
    if desk.trouble or sitting.session.finished:
        return desk.trouble
    at = sitting.session.at + 1
    return f"Kept. You can go on at question {at} at any time: play the quiz with --resume."


def _show_result(talk: Talk, desk: Desk, sitting: Sitting) -> None:
    from quiz.plain.result import show_result  # noqa: PLC0415  not needed to ask

    show_result(talk, desk, sitting)


def _offer_again(talk: Talk, desk: Desk, sitting: Sitting) -> None:
    """Offer a practice of what was missed, kept apart from what is scored."""
    missed = len(sitting.session.missed())
    if not missed or not talk.interactive:
        return
    if talk.agrees(f"Go through {count(missed, 'missed question')} again?"):
        sit(talk, desk, desk.again(sitting))
