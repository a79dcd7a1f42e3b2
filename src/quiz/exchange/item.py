"""A question as other programs have it: a stem, a way to answer it, answers and their shares.

A format reads and writes it; `to_item` and `from_item` say what stands for what of ours.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto

from quiz.exchange import plain_markdown, plain_text
from quiz.model.labels import Difficulty, Skill
from quiz.model.problem import shown

_LONGEST = 5_000
"""Characters of Markdown that a text has at the most; without it a text of ours has 2,000."""
_MOST_BRACKETS = 100
"""So many Markdown may have: they take its readers time by their square."""
_MOST_ANSWERS = 500
CHECKLIST = "Checklist"
"""The label of a point that a full explanation names, in the general feedback."""
_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][+-]?[0-9]{1,2})?"
)
_NAMES = frozenset({"kind", "topic", "group", "unit"})
_LABELS: Mapping[str, tuple[str, ...]] = {"skill": (*Skill,), "difficulty": (*Difficulty,)}


class Refused(Exception):
    """What stands there is no question of ours; the message says why, as a clause."""


class Way(Enum):
    """How a question is answered."""

    PICK = auto()
    PICK_SEVERAL = auto()
    TYPE = auto()
    NUMBER = auto()
    PAIR = auto()
    ORDER = auto()
    FILL = auto()
    EXPLAIN = auto()
    READ = auto()
    """Not at all: it is a description."""


@dataclass(slots=True, kw_only=True)
class Answer:
    """An option, something to type, an item to put in order, one side of a pair, or a point."""

    text: str
    share: float = 0.0
    """What it earns of the points, in percent."""
    feedback: str = ""
    match: str = ""
    """The other side of a pair; what fits nothing has no text, and this alone."""
    tolerance: str = ""


@dataclass(slots=True, kw_only=True)
class Gap:
    """A blank of the stem."""

    answers: list[Answer]
    picked: bool = False
    """Whether its answers are picked rather than typed."""


@dataclass(slots=True, kw_only=True)
class Item:
    """A question; its texts are plain text."""

    way: Way
    stem: str
    """What is asked; with a blank for each gap."""
    id: str = ""
    answers: list[Answer] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    feedback: str = ""
    """The general one, with marks for what other programs have no field for."""
    hint: str | None = None
    points: int = 1
    tags: dict[str, str] = field(default_factory=dict)
    """Tags of ours, such as `skill:apply`, by name."""
    shuffle: bool = True
    unit: str | None = None
    lost: list[str] = field(default_factory=list)
    """What could not be carried, each a clause."""

    def share_out(self) -> None:
        """Where several options are right, give each its share, which a wrong one takes back."""
        right = sum(answer.share > 0 for answer in self.answers)
        if right > 1:
            self.way = Way.PICK_SEVERAL
            for answer in self.answers:
                answer.share = 100 / right if answer.share > 0 else -100 / right


def check_answers(number: int) -> None:
    """Refuse a question with so many answers that to read them takes long.

    Raises:
        Refused: there are more than any question has.
    """
    if number > _MOST_ANSWERS:
        raise Refused(f"it has more than {_MOST_ANSWERS} answers")


def words(text: str, form: str, lost: list[str]) -> str:
    """Return the words of a text in a format (markdown, plain or HTML); note what is lost.

    Raises:
        Refused: it is Markdown, and longer than any text of a question, or takes too long.
    """
    if not text:
        return ""
    if form == "plain":
        lost += plain_text.formulas(text)
        return text
    if form == "markdown" and len(text) > _LONGEST:
        raise Refused(f"a text of it has more than {_LONGEST:,} characters")
    if form == "markdown" and text.count("[") > _MOST_BRACKETS:
        raise Refused(f"a text of it has more than {_MOST_BRACKETS} square brackets")
    found = plain_markdown.plain(text) if form == "markdown" else plain_text.plain(text)
    lost += found.lost
    return found.text


def is_number(text: str) -> bool:
    """Return whether a text is a number in digits."""
    return bool(_NUMBER.fullmatch(text))


def decimal(text: str) -> Decimal:
    """Return the number that a text is.

    Raises:
        Refused: it is none.
    """
    if not is_number(text):
        raise Refused(f"“{text[:40]}” is no number: write it with digits and a point")
    return Decimal(text)


def points_of(given: str, lost: list[str]) -> int:
    """Return a whole number of points from 1 to 100, and note where the file has another one."""
    points = float(given) if is_number(given) else 0.0
    kept = int(min(100.0, max(1.0, points)) + 0.5)
    if points != kept:
        lost.append(f"its {shown(given)} points ({kept} here)")
    return kept


def percent(share: float) -> str:
    """Return a share as Moodle's list of weights has it: 33.33333 passes there, 33 does not.

    Source: `question_bank::fraction_options_full` in Moodle's question/engine/bank.php.
    """
    return f"{share:.5f}".rstrip("0").rstrip(".")


def tags_of(texts: Iterable[str], lost: list[str]) -> dict[str, str]:
    """Return those tags that say something of ours, by name; note the others."""
    tags = {}
    for text in texts:
        name, _, value = text.partition(":")
        if value and (name in _NAMES or value in _LABELS.get(name, ())):
            tags[name] = value
        else:
            lost.append(f"the tag “{text}”")
    return tags
