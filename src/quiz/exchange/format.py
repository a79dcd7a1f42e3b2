"""What a format is, and what comes of reading a file of it or writing one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quiz.model.problem import QuizError
from quiz.model.question import Question
from quiz.model.quiz import Quiz


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A question as another program's file has it."""

    line: int
    """Where it begins, from 1."""
    name: str
    """What the file calls it, or the beginning of its stem: for messages."""
    question: Question | None
    """None where it can be none of ours, and for a description; its id is empty where the file
    gives none that fits."""
    losses: tuple[str, ...] = ()
    """What could not be carried, each a clause, as `a picture`."""
    refused: str = ""
    """Why it is no question of ours, as `no answer is marked as right`; empty for a description."""
    topic: str = ""
    """Its category, in the file's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file of another program holds."""

    title: str = ""
    entries: tuple[Entry, ...]
    """Its questions, and the descriptions of which something could not be carried."""
    passage: tuple[str, ...] = ()
    """What descriptions and passages say, in order, as plain text."""

    @property
    def count(self) -> int:
        """How many questions it has."""
        return sum(entry.question is not None or bool(entry.refused) for entry in self.entries)


class NotThatFormat(QuizError):
    """A file that can't be read as a whole; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of a quiz that a format could not carry."""

    question: str
    """The id of the question; empty for the quiz as a whole."""
    what: str
    """What it is, as `its hint`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A quiz in a format."""

    data: bytes
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: how it is known, read and written, and what it holds."""

    name: str
    """What `--to` and `--from` call it, as `moodle-xml`."""
    title: str
    """What people call it, as `Moodle XML`."""
    ending: str
    """How its files end, as `.xml`."""
    largest: int = 2 * 1024 * 1024
    """Bytes that a file to be read may have; text of some thousand questions takes less."""
    text: bool = True
    """Whether its files are text, which a terminal can show."""
    recognizes: Callable[[str], bool] = lambda text: False
    """Whether a file that begins so is of this format."""
    read: Callable[[str], Imported] | None = None
    """Reads the clean text of a file; raises `NotThatFormat`. None where it is only written."""
    write: Callable[[Quiz], Exported] | None = None
    """Writes a quiz. None where the format is only read."""
    holds: Mapping[str, str]
    """In a few words how it holds each kind of question and each field, by the names of a quiz
    file; what is not named is lost."""
