"""Quizzes that were read before, in the user's cache folder.

A pickle runs whatever its writer likes, as a file in Python's own `__pycache__` does. So one is
used only where it and its folder belong to the user, and nobody else can write there.
"""

import pickle
from functools import cache
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

import quiz
from quiz.files import is_own, write_whole
from quiz.model.quiz import Quiz

FILES = 200
"""How many files the folder holds; the oldest give way."""


def load(data: bytes) -> Quiz | None:
    """Return the quiz that these bytes of a file made before; None where there is none to trust."""
    path = _path(data)
    try:
        if not (is_own(path.parent) and is_own(path)):
            return None
        found = pickle.loads(path.read_bytes())  # noqa: S301  the user's own
    except Exception:  # what is damaged can raise anything
        return None
    return found if isinstance(found, Quiz) else None


def save(data: bytes, made: Quiz) -> None:
    """Keep the quiz that the bytes of a file made, if that can be done."""
    path = _path(data)
    folder = path.parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if is_own(folder):
            write_whole(path, pickle.dumps(made), mode=0o600)
            _make_room(folder)
    except OSError:
        pass  # it is read again


def _path(data: bytes) -> Path:
    name = f"{sha256(data).hexdigest()}-{quiz.__version__}-{_code()}.pickle"
    return user_cache_path("quiz", appauthor=False) / "quizzes" / name


@cache
def _code() -> str:
    """Return what changes with the modules that make a quiz.

    A pickle holds the fields of a class by their positions: another class would show a key as a
    hint.
    """
    package = Path(quiz.__file__).parent
    seen = [
        f"{file.relative_to(package)} {about.st_size} {about.st_mtime_ns}"
        for part in ("model", "quizfile", "engine/kinds")
        for file in sorted((package / part).glob("*.py"))
        for about in (file.stat(),)
    ]
    return sha256("\n".join(seen).encode()).hexdigest()[:16]


def _make_room(folder: Path) -> None:
    by_age = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)
    for file in by_age[:-FILES]:
        file.unlink()
