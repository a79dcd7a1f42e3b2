"""Where quizzes are found: those that come with the program, and the user's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from platformdirs import user_data_dir

import quiz
from quiz.model.problem import UnknownQuiz

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = frozenset({".yaml", ".yml"})
"""How the name of a quiz file ends."""


def shipped() -> Path:
    """Return the folder of the quizzes that come with the program."""
    from pathlib import Path  # noqa: PLC0415  to find a quiz, its path as text will do

    return Path(_shipped())


def own() -> Path:
    """Return the folder for the user's own quizzes, whether it exists or not."""
    from pathlib import Path  # noqa: PLC0415  to find a quiz, its path as text will do

    return Path(_own())


def shelf() -> tuple[Path, ...]:
    """Return the quiz files that come with the program, then the user's own, each by name."""
    from pathlib import Path  # noqa: PLC0415  to find a quiz, its path as text will do

    return tuple(map(Path, _shelf()))


def _shipped() -> str:
    """Return the path of the folder: inside the installed package, or at the top of our tree."""
    package = os.path.dirname(quiz.__file__)
    inside = os.path.join(package, "questions")
    if os.path.isdir(inside):
        return inside
    return os.path.join(os.path.dirname(os.path.dirname(package)), "questions")


def _own() -> str:
    return os.path.join(user_data_dir("quiz", appauthor=False), "quizzes")


def _shelf() -> Iterator[str]:
    for folder in (_shipped(), _own()):
        yield from (os.path.join(folder, name) for name in _quizzes(folder))


def _quizzes(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if _is_quiz(entry))
    except OSError:
        return []


def _is_quiz(entry: os.DirEntry[str]) -> bool:
    suffix = os.path.splitext(entry.name)[1].lower()
    return not entry.name.startswith(".") and suffix in SUFFIXES and os.path.isfile(entry.path)


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def find(name: str) -> str:
    """Return the path of the quiz file of that name on the shelf, else the file at that path.

    A name on the shelf is that of the file without its ending; the user's own quiz comes before
    one of the same name that came with the program.

    Raises:
        UnknownQuiz: there is neither; with the names on the shelf that are spelled nearly so.

    """
    named = {_stem(path): path for path in _shelf()}
    if name in named:
        return named[name]
    path = name or os.curdir
    if os.path.exists(path):
        return path
    from difflib import get_close_matches  # noqa: PLC0415  only for a name that was mistyped

    from quiz.quizfile.document import shown  # noqa: PLC0415

    nearest = get_close_matches(_stem(os.path.normpath(path))[:64], named, n=3)
    raise UnknownQuiz(shown(name), tuple(map(shown, nearest)))
