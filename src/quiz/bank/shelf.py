"""Where quizzes are found: those that come with the program, and the user's own."""

from __future__ import annotations

from pathlib import Path

import quiz
from quiz import folders
from quiz.model.problem import UnknownQuiz

SUFFIXES = frozenset({".yaml", ".yml"})
"""How the name of a quiz file ends."""


def shipped() -> Path:
    """Return the folder of the quizzes that come with the program.

    It lies inside the installed package, or at the top of the tree the program runs from.
    """
    package = Path(quiz.__file__).parent
    inside = package / "questions"
    return inside if inside.is_dir() else package.parents[1] / "questions"


def own() -> Path:
    """Return the folder for the user's own quizzes, whether it exists or not."""
    return folders.of("data") / "quizzes"


def shelf() -> tuple[Path, ...]:
    """Return the quiz files that come with the program, then the user's own, each by name."""
    return tuple(path for folder in (shipped(), own()) for path in _quizzes(folder))


def _quizzes(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if _is_quiz(path))
    except OSError:
        return []


def _is_quiz(path: Path) -> bool:
    hidden = path.name.startswith(".")
    return not hidden and path.suffix.lower() in SUFFIXES and path.is_file()


def find(name: str) -> Path:
    """Return the quiz file of that name on the shelf, else the file at that path.

    A name on the shelf is that of the file without its ending; the user's own quiz comes before
    one of the same name that came with the program.

    Raises:
        UnknownQuiz: there is neither; with the names on the shelf that are spelled nearly so.

    """
    named = {path.stem: path for path in shelf()}
    if name in named:
        return named[name]
    path = Path(name)
    if _exists(path):
        return path
    from difflib import get_close_matches  # noqa: PLC0415  only for a name that was mistyped

    from quiz.bank.document import shown  # noqa: PLC0415

    nearest = get_close_matches(path.stem[:64], named, n=3)
    raise UnknownQuiz(shown(name), tuple(map(shown, nearest)))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
