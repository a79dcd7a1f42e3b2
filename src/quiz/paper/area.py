"""Where the pencil writes: one value for each way of answering on paper, none with a key in it."""

from dataclasses import dataclass
from string import ascii_lowercase

from quiz.model.question import VERDICTS

LETTERS = ascii_lowercase
"""The names of options and right sides: there are never more than 21."""
VERDICT_LETTERS = "".join(verdict[0] for verdict in VERDICTS)
"""The names of the verdicts: their first letters."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Options, each with a box to check."""

    options: tuple[str, ...]
    """The options as they are shown."""
    in_a_row: bool = False
    """Whether they stand beside each other."""
    letters: str = LETTERS
    """The name of each box."""
    shape: str = "boxes"
    """The name of this way."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line for a number or a few words."""

    before: str = ""
    """What stands before the line."""
    after: str = ""
    """What stands behind it, such as a unit."""
    long: bool = False
    """Whether it goes across the page."""
    shape: str = "line"
    """The name of this way."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines for a few sentences."""

    count: int
    """How many lines."""
    shape: str = "lines"
    """The name of this way."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """A sentence with blanks, all of the same length."""

    text: str
    """The sentence, with three underscores (___) for each blank."""
    words: tuple[str, ...]
    """The word bank; none where the learner finds the words."""
    shape: str = "blanks"
    """The name of this way."""


@dataclass(frozen=True, slots=True)
class Places:
    """Items, each with a box for its place in the right order."""

    items: tuple[str, ...]
    """The items as they are shown."""
    shape: str = "places"
    """The name of this way."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns to join by lines."""

    lefts: tuple[str, ...]
    """The left sides, numbered from 1."""
    rights: tuple[str, ...]
    """The right sides, lettered from a."""
    shape: str = "columns"
    """The name of this way."""


Area = Boxes | Line | Lines | Blanks | Places | Columns
"""A place to write of any shape."""
