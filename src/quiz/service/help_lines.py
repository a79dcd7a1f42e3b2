"""Where to turn for help, country by country."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class HelpLine:
    """People to talk to."""

    place: str
    """Where they can be reached."""
    call: str
    """Who answers, and the number or the website."""
    checked: str
    """The day on which it was checked, as 2026-11-22."""


@cache
def help_lines() -> tuple[HelpLine, ...]:
    """Return the help lines that come with the program, those for everywhere last."""
    text = Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
    return tuple(HelpLine(**line) for line in json.loads(text))
