"""Where to turn for help, country by country."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path


@dataclass(frozen=True, slots=True)
class HelpLine:
    """People to talk to."""

    place: str
    """From where they can be reached."""
    call: str
    """How to reach them: the number or the website."""
    what: str
    """Who answers, and what for."""
    checked: date
    """The day on which it was checked."""


@cache
def help_lines() -> tuple[HelpLine, ...]:
    """Return the help lines that come with the program, those for everywhere last."""
    text = Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
    return tuple(
        HelpLine(**{**line, "checked": date.fromisoformat(line["checked"])})
        for line in json.loads(text)
    )


def by_place() -> dict[str, tuple[HelpLine, ...]]:
    """Return the help lines of each place, in their order."""
    return {
        place: tuple(lines) for place, lines in groupby(help_lines(), key=lambda line: line.place)
    }


def last_check() -> date:
    """Return the day by which none of them had gone unchecked."""
    return min(line.checked for line in help_lines())
