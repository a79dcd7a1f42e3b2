"""The quiz line by line: what is opened first."""

from typing import TextIO

from quiz.plain.console import Console, EndOfInput
from quiz.plain.exercise import exercise
from quiz.plain.home import home
from quiz.plain.play import play
from quiz.plain.returned import show_returned
from quiz.plain.review import review
from quiz.service import Service
from quiz.start import Start


def run(service: Service, start: Start, stdin: TextIO, stdout: TextIO) -> int:
    """Run until the learner leaves, and return the exit code: 1 if answers wait.

    Raises:
        NothingToAsk: no question fits what was asked for.
    """
    console = Console(stdin, stdout)
    try:
        if start.returned:
            show_returned(console, service, start.returned)
            return 0
        if start.assignment:
            return int(exercise(console, service, start, start.assignment))
        if start.screen == "review":
            review(console, service, start)
        elif start.quiz:
            play(console, service, start, start.quiz)
        else:
            home(console, service, start)
    except EndOfInput:
        pass
    return 0
