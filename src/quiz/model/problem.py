"""What can be wrong, and the errors that say so.

QuizError
├── UnreadableQuiz   a file that is no quiz, with all its problems
├── UnreadableFile   a file of a class or an article that holds nothing to go by, with its problem
├── UnknownQuiz      a name that is on no shelf, with the nearest ones
├── UnfinishedQuiz   a draft that is to be used as a finished quiz, with how much is left to do
└── NothingToAsk     no question fits what was asked for
"""

from dataclasses import dataclass
from typing import NamedTuple

from quiz.model.text import as_argument, clean_line

ValuePath = tuple[str | int, ...]
"""The way to a value of a quiz file, as `("questions", 2, "options", 0, "text")`."""


class Fault(NamedTuple):
    """Something wrong with a value."""

    path: ValuePath
    """The way to the value; the last step may lead to what is missing."""
    message: str
    """What is wrong, and what to write instead."""
    at_key: bool = False
    """Whether the key is wrong and not its value."""


class Place(NamedTuple):
    """A place in a file: line and column, in characters, from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in a file, and where it stands."""

    file: str
    """The file's path as the user gave it."""
    line: int
    column: int
    where: str
    """The place in the quiz's own words, as `questions[2].ask`; empty for the whole file."""
    message: str
    """What is wrong, and what to write instead."""

    def __str__(self) -> str:
        """Return `file:line:column: where: message`."""
        place = f"{self.file}:{self.line}:{self.column}: "
        return place + (f"{self.where}: {self.message}" if self.where else self.message)


class QuizError(Exception):
    """An error that is told to the user in words."""


class UnreadableQuiz(QuizError):
    """A file that can't be read as a quiz."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
        """Every fault that was found, in the order of the file."""


class UnreadableFile(QuizError):
    """A file of a class or an article that can't be read."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(f"{file}: {problem}")
        self.problem = problem
        """The first fault that was found, with its place, in words."""


class UnknownQuiz(QuizError):
    """A name that is neither on the shelf nor a file."""

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        guess = f"Did you mean {' or '.join(nearest)}?"
        hint = guess if nearest else "`quiz list` shows what there is."
        super().__init__(f"There is no quiz called {name}. {hint}")
        self.nearest = nearest
        """Names on the shelf that are spelled nearly so, nearest first."""


class UnfinishedQuiz(QuizError):
    """A draft, where only a finished quiz will do."""

    def __init__(self, name: str, left: int) -> None:
        things = "1 thing is" if left == 1 else f"{left} things are"
        super().__init__(
            f"{name} is not finished, so it can be played, but not handed out, printed or "
            f"exported. {things} left to do: `quiz check {as_argument(name)}` says what, in order."
        )


class NothingToAsk(QuizError):
    """No question of the quiz fits what was asked for."""


def written(path: ValuePath) -> str:
    """Return the path as `questions[2].ask`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{shown(step)}" for step in path)
    return "".join(steps).removeprefix(".")


def shown(word: str) -> str:
    """Return a word of the file as a message may hold it: cleaned and short."""
    line = clean_line(word)
    return line if len(line) <= 40 else f"{line[:39]}…"
