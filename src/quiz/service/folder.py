"""What a folder holds that can be opened: names alone, for nothing is read before it is chosen."""

import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from quiz.files import MOST, in_time
from quiz.model.problem import QuizError
from quiz.model.text import clean_line
from quiz.quizfile.shelf import SUFFIXES

_ENDINGS = (*sorted(SUFFIXES), ".json")


class NoFolder(QuizError):
    """A folder that can't be looked into."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, and what in it leads on."""

    path: Path
    """Where it is."""
    entries: tuple[Path, ...]
    """The folder above it, then those in it, then files with an ending of quizzes or exercises."""
    folders: int
    """How many of the entries are folders."""
    whole: bool = True
    """Whether all that is in it was looked at."""

    def named(self, entry: Path) -> str:
        """Return what an entry is called in a list, fit for a screen."""
        if entry == self.path.parent:
            return ".. the folder above"
        slash = "/" if self.entries.index(entry) < self.folders else ""
        return clean_line(entry.name) + slash


def started_in() -> Path:
    """Return the folder in which the program was started; if that is gone, the user's own."""
    try:
        return Path.cwd()
    except OSError:
        return Path.home()


def why_not(path: Path, error: QuizError) -> str:
    """Return why a file can't be opened, in lines that name it without its folder."""
    faults = str(error).replace(clean_line(str(path)), clean_line(path.name))
    return f"This can't be opened as a quiz or an exercise:\n{faults}"


def look_into(path: Path) -> Folder:
    """Return what is in a folder, without what is hidden.

    Raises:
        NoFolder: it can't be read, or the drive does not answer.
    """
    try:
        return in_time(lambda: _look_into(path))
    except OSError as error:
        name = clean_line(str(path))
        raise NoFolder(f"The folder {name} can't be opened: {error.strerror}.") from None


def _look_into(path: Path) -> Folder:
    folders, files = list[Path](), list[Path]()
    with os.scandir(path) as found:
        for one in islice(found, MOST):
            if one.name.startswith("."):
                continue
            if one.is_dir():
                folders.append(Path(one.path))
            elif one.name.lower().endswith(_ENDINGS) and one.is_file():
                files.append(Path(one.path))
        whole = next(found, None) is None
    above = [path.parent] if path.parent != path else []
    entries = (*above, *sorted(folders, key=_by_name), *sorted(files, key=_by_name))
    return Folder(path, entries, len(above) + len(folders), whole)


def _by_name(path: Path) -> tuple[str, str]:
    return path.name.casefold(), path.name
