"""Where to turn for help, country by country."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class HelpLine:
    """People to talk to."""

    place: str
    """Where they can be reached."""
    call: str
    """Who answers, and the number or the website."""
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
