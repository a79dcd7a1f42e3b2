"""What an attempt came to, in lines."""

from __future__ import annotations

from quiz.engine.session import Mode
from quiz.plain.explain import explaining_all
from quiz.plain.gained import gained
from quiz.plain.score import closing, coming_back, practised, scoring
from quiz.plain.sureness import sureness
from quiz.plain.talk import Talk
from quiz.service import Service
from quiz.service.attempt import Attempt


def show_result(talk: Talk, service: Service, attempt: Attempt) -> None:
    """Say what an attempt came to; of an exercise, nothing that the history would know."""
    session, width = attempt.session, talk.width
    if attempt.practice:
        talk.say([*practised(session, width), *closing(session.quiz, width)])
        return
    if session.mode is Mode.TEST:
        talk.say(explaining_all(session, width))
    talk.say(scoring(session, width))
    talk.say(sureness(session, width))
    if not attempt.exercise:
        talk.say(gained(service, attempt, width))
        talk.say(coming_back(session, service.reviews.comes_back(attempt), width))
    talk.say(closing(session.quiz, width))
