"""A folder's quizzes and exercises by number, and the folders that lead to others."""

from collections.abc import Iterator
from pathlib import Path

from quiz.model.assignment import Assignment
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.returned import Returned
from quiz.model.text import clean_line
from quiz.plain.console import Console
from quiz.plain.exercise import exercise
from quiz.plain.lines import Block, heading
from quiz.plain.play import play
from quiz.plain.returned import show_returned
from quiz.service import Service
from quiz.service.folder import Folder, look_into, started_in, why_not
from quiz.start import Start

ROWS = 40
"""So many names are listed at a time."""


def open_file(console: Console, service: Service, start: Start) -> None:
    """List a folder until a file of it was opened and gone through, or the learner goes back.

    Raises:
        EndOfInput: there is no more input.
    """
    folder, first = _looked(console, started_in()), 0
    while folder:
        console.write(_listing(folder, first))
        line = console.ask().casefold()
        if line == "b":
            return
        if line == "m" and first + ROWS < len(folder.entries):
            first += ROWS
        elif line in map(str, range(1, len(folder.entries) + 1)):
            at = int(line) - 1
            if at < folder.folders:
                folder, first = _looked(console, folder.entries[at]) or folder, 0
            elif _open(console, service, start, folder.entries[at]):
                return
        else:
            console.say("Type a number of the list, or b to go back.")


def _looked(console: Console, path: Path) -> Folder | None:
    try:
        return look_into(path)
    except QuizError as error:
        console.say(str(error))
        return None


def _open(console: Console, service: Service, start: Start, path: Path) -> bool:
    """Go through what a file holds; return whether it could be opened."""
    try:
        found = service.library.open_any(str(path))
    except QuizError as error:
        console.write(why_not(path, error).splitlines())
        return False
    match found:
        case Quiz():
            play(console, service, start, found)
        case Assignment():
            exercise(console, service, start, found)
        case Returned():
            show_returned(console, service, found)
    return True


def _listing(folder: Folder, first: int) -> Iterator[Block]:
    yield from heading(f"Open a file: {clean_line(str(folder.path))}")
    rows = folder.entries[first : first + ROWS]
    for number, entry in enumerate(rows, first + 1):
        yield f"{number:>3}  ", folder.named(entry)
    if len(folder.entries) == folder.folders and folder.whole:
        yield "No quiz and no exercise lies in this folder."
    if not folder.whole:
        yield "Not all of this folder was looked at: it holds too much."
    more = "m lists more names, " if first + ROWS < len(folder.entries) else ""
    yield f"Type a number to open a file or a folder; {more}b goes back."
