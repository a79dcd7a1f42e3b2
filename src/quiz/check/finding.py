"""What a rule finds, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from quiz.model.problem import ValuePath, written
from quiz.model.span import Span


class Level(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Violation(NamedTuple):
    """What the function of a rule yields."""

    path: ValuePath
    """The field that is weak."""
    message: str
    """What is weak about it, in one sentence."""
    span: Span | None = None
    """The offending words within the text of that field."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A violation, with all that a reader of the report needs."""

    rule: str
    """The name of the rule."""
    level: Level
    """How much it weighs."""
    question: str | None
    """The id of the question; None for what concerns the whole quiz."""
    path: ValuePath
    """The field that is weak."""
    message: str
    """What is weak about it."""
    help: str
    """How to mend it."""
    text: str
    """The text of the field; empty where it is none."""
    span: Span | None = None
    """The offending words within that text."""
    waived: str | None = None
    """Why the author lets it stand; None where it counts."""

    @property
    def where(self) -> str:
        """The field in the quiz's own words, as `questions[2].options[0].text`."""
        return written(self.path)


_LISTED = 12


def listed(names: Sequence[str]) -> str:
    """Return the names with commas, the last of many as a number."""
    if len(names) <= _LISTED:
        return ", ".join(names)
    return f"{', '.join(names[:_LISTED])} and {len(names) - _LISTED} more"
