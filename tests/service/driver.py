"""A program that takes quizzes until it is killed, once for every line it reads.

It says what it is about to keep, and what it has kept: `try STATE` and `kept STATE`.
"""

import json
import os
import sys
from pathlib import Path
from random import Random

import fsrs  # noqa: F401  once, before the forks

import quiz.store.store  # noqa: F401
from quiz.engine.certainty import Certainty
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Response, Session
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.service.attempt import Attempt
from tests.begun import begun
from tests.service.sample import RIGHT, WRONG, rivers


def say(word: str, state: object) -> None:
    """Say it at once, in one piece."""
    os.write(1, f"{word} {json.dumps(state)}\n".encode())


def state(key: str, session: Session) -> list[object]:
    """Return all of an attempt that has to be there after a kill."""
    return [
        key,
        [[asked.question.id, *asked.option_order] for asked in session.asked],
        [response and response.fraction for response in session.responses],
        [response and response.certainty for response in session.responses],
        [
            session.mode,
            session.position,
            sorted(session.flagged),
            session.passage_views,
            session.finished,
        ],
    ]


def begin(service: Service, quiz: Quiz, rng: Random) -> Attempt:
    """Begin an attempt in either mode."""
    say("try", None)
    attempt = begun(service, quiz, QuestionFilter(), mode=rng.choice(tuple(Mode)))
    say("kept", state(attempt.id, attempt.session))
    return attempt


def step(session: Session, rng: Random) -> tuple[Session, Response | None]:
    """Do one thing that a learner does; return the response that it made, if it made one."""
    if session.response is None and rng.random() < 0.5:
        answers = rng.choice((RIGHT, WRONG))
        return session.answer(answers[session.question.id], rng.choice((None, *Certainty)))
    return rng.choice((session.flag(), session.look(), session.onward())), None


def take(folder: Path, rng: Random) -> None:
    """Go on with what is unfinished, then with attempt after attempt."""
    service, quiz = Service(folder), rivers()
    attempt = service.attempts.unfinished(quiz) or begin(service, quiz, rng)
    while True:
        session, response = step(attempt.session, rng)
        say("try", state(attempt.id, session))
        attempt = service.attempts.save(attempt, session, response)
        if not attempt.saved:
            sys.exit(service.store.trouble)
        say("kept", state(attempt.id, session))
        if session.finished:
            attempt = begin(service, quiz, rng)


if __name__ == "__main__":
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            say("pid", os.getpid())
            take(Path(sys.argv[1]), Random(int(line)))
        os.waitpid(child, 0)
        say("over", None)
