"""Where quizzes are found: those that come with the program, and the user's own."""

from pathlib import Path

from platformdirs import user_data_path

import quiz
from quiz.model.near_miss import nearest
from quiz.model.problem import UnknownQuiz, shown
from quiz.quizfile.source import exists

SUFFIXES = frozenset({".yaml", ".yml"})
"""How the name of a quiz file ends."""


def shipped() -> Path:
    """Return the folder of the quizzes that come with the program.

    In the wheel it lies inside the package, in the source tree at the top.
    """
    package = Path(quiz.__file__).parent
    inside = package / "questions"
    return inside if inside.is_dir() else package.parents[1] / "questions"


def own() -> Path:
    """Return the folder for the user's own quizzes, whether it exists or not."""
    return user_data_path("quiz", appauthor=False) / "quizzes"


def shelf() -> tuple[Path, ...]:
    """Return the quiz files that come with the program, then the user's own, each by name."""
    return (*_quizzes(shipped()), *_quizzes(own()))


def _quizzes(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if _is_quiz(file))
    except OSError:
        return []


def _is_quiz(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES and not file.name.startswith(".") and file.is_file()


def find(name: str) -> str:
    """Return the path of the quiz file of that name on the shelf, else the file at that path.

    A name on the shelf is that of the file without its ending; the user's own quiz comes before
    one of the same name that came with the program.

    Raises:
        UnreadableQuiz: the drive does not answer.
        UnknownQuiz: there is neither; with the names on the shelf that are spelled nearly so.
    """
    named = {path.stem: str(path) for path in shelf()}
    if name in named:
        return named[name]
    if exists(name):
        return name
    raise UnknownQuiz(shown(name), tuple(map(shown, nearest(Path(name).stem, named, most=3))))
