"""What the user has set, in a file of their own: `settings.toml` in the configuration folder."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from quiz.engine.memory import LONGEST_DAYS
from quiz.model.problem import QuizError
from quiz.model.text import clean_line

THEMES = ("dark", "light", "contrast")
"""The colors that can be set."""
MOST_DAYS = 3650
"""A question comes back within ten years, whatever is set."""


class BadSettings(QuizError):
    """A settings file that can't be used."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set."""

    longest_days: int = LONGEST_DAYS
    """A question comes back after so many days at the latest."""
    theme: str = "dark"
    """The colors: dark, light or contrast."""


def read_settings(path: Path) -> Settings:
    """Return what the file sets; what it leaves out is as it comes.

    Raises:
        BadSettings: it can't be read, or sets something that can't be.
    """
    try:
        text = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise BadSettings(f"{clean_line(str(path))}: can't be read: {error.strerror}") from error
    try:
        return _checked(tomllib.loads(text.decode()))
    except ValueError as error:
        raise BadSettings(f"{clean_line(str(path))}: {clean_line(str(error))}") from error


def _checked(data: dict[str, Any]) -> Settings:
    known = [field.name for field in fields(Settings)]
    for name in data:
        if name not in known:
            raise ValueError(f"{name}: there is no such setting; there are {', '.join(known)}")
    found = Settings(**data)
    days, theme = found.longest_days, found.theme
    if type(days) is not int or not 1 <= days <= MOST_DAYS:
        raise ValueError(f"longest_days: write a whole number from 1 to {MOST_DAYS}")
    if theme not in THEMES:
        raise ValueError(f"theme: write one of {', '.join(THEMES)} in quotation marks")
    return found
