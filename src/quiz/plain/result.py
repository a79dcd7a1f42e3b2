"""What a sitting came to, in lines."""

from __future__ import annotations

from quiz.engine.session import Mode
from quiz.plain.explain import explaining_all
from quiz.plain.gained import gained
from quiz.plain.score import closing, coming_back, practised, scoring
from quiz.plain.sureness import sureness
from quiz.plain.talk import Talk
from quiz.service import Desk, Sitting


def show_result(talk: Talk, desk: Desk, sitting: Sitting) -> None:
    """Say what a sitting came to; of an exercise, nothing that the history would know."""
    session, width = sitting.session, talk.width
    if sitting.practice:
        talk.say([*practised(session, width), *closing(session.bank, width)])
        return
    if session.mode is Mode.TEST:
        talk.say(explaining_all(session, width))
    talk.say(scoring(session, width))
    talk.say(sureness(session, width))
    if not sitting.exercise:
        talk.say(gained(desk, sitting, width))
        talk.say(coming_back(session, desk.comes_back(sitting), width))
    talk.say(closing(session.bank, width))
