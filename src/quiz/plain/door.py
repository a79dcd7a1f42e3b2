"""The line-by-line door: where it opens, and the list of quizzes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TextIO

from quiz.engine.wording import count, percent
from quiz.plain.lines import heading, wrap
from quiz.plain.opening import helping
from quiz.plain.play import play
from quiz.plain.talk import EndOfInput, Talk
from quiz.service import Service, Shelved
from quiz.start import Start

WIDEST = 100
"""Longer lines are hard to read."""


def run(service: Service, start: Start, stdin: TextIO, stdout: TextIO) -> int:
    """Open the door, and return the exit code when the learner is through; 1 if answers wait.

    Raises:
        NothingToAsk: no question fits what was asked for.
    """
    talk = talk_over(stdin, stdout)
    try:
        if start.assignment:
            from quiz.plain.exercise import exercise  # noqa: PLC0415
            from quiz.service.exercises import Undelivered  # noqa: PLC0415  only in a class

            handed = exercise(talk, service, start, start.assignment)
            return int(isinstance(handed, Undelivered))
        _open(talk, service, start)
    except EndOfInput:
        return 0
    return 0


def talk_over(stdin: TextIO, stdout: TextIO) -> Talk:
    """Return a conversation, as wide as reads well."""
    interactive = stdin.isatty() and stdout.isatty()
    width = min(_columns(stdout), WIDEST) if stdout.isatty() else 80
    return Talk(stdin, stdout, width=width, interactive=interactive)


def _columns(terminal: TextIO) -> int:
    """Return how wide a terminal is.

    `shutil.get_terminal_size` says the same, and takes a fifth of Python's start to import.
    """
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said[:9]) > 0:
        return int(said[:9])
    try:
        return os.get_terminal_size(terminal.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _open(talk: Talk, service: Service, start: Start) -> None:
    if start.screen == "review":
        _review(talk, service, start)
    elif start.quiz:
        play(talk, service, start, start.quiz)
    else:
        _home(talk, service, start)


def _home(talk: Talk, service: Service, start: Start) -> None:
    """List the quizzes, and open the one that is chosen, until the learner leaves."""
    while True:
        shelf = service.shelf()
        talk.say(
            listing(shelf, sum(len(one.questions) for one in service.reviews.due()), talk.width)
        )
        talk.tell(*service.notices(), service.trouble)
        line = talk.ask().casefold()
        if line == "q":
            return
        if line == "h":
            talk.say(helping(talk.width))
        elif line == "r":
            _review(talk, service, start)
        elif line in map(str, range(1, len(shelf) + 1)):
            _choose(talk, service, start, shelf[int(line) - 1])
        else:
            talk.tell("Type the number of a quiz, or r, h or q.")


def _review(talk: Talk, service: Service, start: Start) -> None:
    from quiz.plain.review import review  # noqa: PLC0415  not needed to take a quiz

    review(talk, service, start)


def _choose(talk: Talk, service: Service, start: Start, shelved: Shelved) -> None:
    if shelved.quiz:
        play(talk, service, start, shelved.quiz)
        return
    talk.tell("This quiz can't be read:")
    for problem in shelved.problems:
        talk.tell(str(problem))


def listing(shelf: Sequence[Shelved], due: int, width: int) -> list[str]:
    """Return the quizzes of the shelf, numbered, what is due in all, and what to type."""
    lines = heading("Read. Answer. See why.", width)
    for number, shelved in enumerate(shelf, 1):
        title = shelved.quiz.title if shelved.quiz else f"{shelved.name} can't be read"
        lines += wrap(title, width, f"{number:>3}  ")
        lines += wrap(", ".join(_facts(shelved)), width, " " * 5) if shelved.quiz else []
    if not shelf:
        lines += wrap("There is no quiz here yet.", width)
    if due:
        lines += wrap(f"{count(due, 'question is', 'questions are')} due today in all.", width)
    return [*lines, *wrap("Type a number; r reviews what is due, h help lines, q leaves.", width)]


def _facts(shelved: Shelved) -> Iterable[str]:
    if shelved.quiz:
        yield count(len(shelved.quiz.questions), "question")
        yield f"about {count(shelved.quiz.minutes, 'minute')}"
    if shelved.summary.last_share is not None:
        yield f"last score {percent(shelved.summary.last_share)}"
    if shelved.due:
        yield f"{shelved.due} due today"
    if shelved.unfinished:
        yield f"stopped after {shelved.unfinished.answered} of {shelved.unfinished.asked}"
