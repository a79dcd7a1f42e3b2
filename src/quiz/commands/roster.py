"""The roster of a class, as a command is given it: a list or a table of names."""

import sys
from collections.abc import Sequence
from pathlib import Path

from quiz.assignment import file
from quiz.assignment.roster import UnclearRoster, names_in
from quiz.engine.wording import count
from quiz.model.problem import QuizError
from quiz.model.text import clean_line
from quiz.plain.console import Console, EndOfInput

_LARGEST = 1024 * 1024


class NoRoster(QuizError):
    """A roster that can't be read."""


def read_roster(path: Path) -> Sequence[str]:
    """Return the names or codes of a class: one a line, or of a table the column that holds them.

    Where a table does not say which column that is, whoever sits at the terminal is asked.

    Raises:
        NoRoster: the file can't be read, has no name in it, or nobody is there to be asked.
    """
    name = clean_line(str(path))
    try:
        names = names_in(file.contents(path, _LARGEST).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NoRoster(f"{name} is no UTF-8 text. Save it anew as UTF-8.") from None
    except UnclearRoster as error:
        return _chosen(name, error)
    except ValueError as error:
        raise NoRoster(f"{name}: {error}.") from None
    if not names:
        raise NoRoster(f"{name} has no name in it. Write one name or code a line.")
    return names


def _chosen(name: str, unclear: UnclearRoster) -> Sequence[str]:
    console = Console(sys.stdin, sys.stderr)
    if not console.interactive:
        raise NoRoster(f"{name}: {unclear}.")
    console.say(f"{name} has several columns. Which is the name of its first learner?")
    for number, names in enumerate(unclear.readings, 1):
        console.write([(f"{number:>3}  ", f"{names[0]} ({count(len(names), 'learner')} in all)")])
    numbers = [str(number) for number, _ in enumerate(unclear.readings, 1)]
    try:
        while (typed := console.ask("Its number > ")) not in numbers:
            pass
    except EndOfInput:
        raise NoRoster("No list of the class was chosen.") from None
    return unclear.readings[int(typed) - 1]
