"""The files that a teacher was sent: found in folders, read one by one, each fault in words.

They come from strangers. No link is followed, nothing but ordinary files is opened, and of a file
no more is read than a result may have.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quiz.assignment import assignment_data, file, submission_data
from quiz.model.assignment import Assignment
from quiz.model.submission import Submission
from quiz.model.text import clean_line

DEEPEST = 8
"""So many folders stand in each other at the most."""
MOST = 20_000
"""So many files are looked at, at the most."""
_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Found:
    """A file, and what it holds."""

    path: Path
    """Where it is."""
    holds: Submission | Assignment | str
    """A result, an assignment, or why it is neither, as a sentence."""

    @property
    def source(self) -> str:
        """Its path as the teacher named it or its folder, fit for a screen."""
        return clean_line(str(self.path))


def collect(paths: Iterable[Path]) -> Iterator[Found]:
    """Yield every result and assignment that is named or stands in a named folder.

    A file is known by how it begins and not by its name: mail programs rename files. In a folder,
    files that begin otherwise are left out, unless their name ends in .json.
    """
    seen: set[str] = set()
    for path in paths:
        for candidate in _files(path):
            place = _place(candidate.path)
            if place not in seen:
                seen.add(place)
                yield from _look(candidate)


@dataclass(frozen=True, slots=True)
class _Candidate:
    path: Path
    named: bool = False  # by the teacher
    fault: str | None = None


def _files(path: Path) -> Iterator[_Candidate]:
    if not path.is_dir():
        yield _Candidate(path, named=True)
        return
    for number, candidate in enumerate(_inside(path)):
        if number == MOST:
            yield _Candidate(path, fault=f"Only the first {MOST:,} files in it were looked at.")
            return
        yield candidate


def _inside(folder: Path) -> Iterator[_Candidate]:
    closed: list[OSError] = []
    for name, folders, names in os.walk(folder, onerror=closed.append):
        place = Path(name)
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        if len(place.relative_to(folder).parts) == DEEPEST - 1:
            for one in folders:
                yield _Candidate(place / one, fault="The folder stands too deep in others.")
            folders.clear()
        for one in sorted(names):
            yield from () if one.startswith(".") else _candidate(place / one)
    for error in closed:
        fault = f"The folder can't be read: {error.strerror}."
        yield _Candidate(Path(error.filename), fault=fault)


def _candidate(path: Path) -> Iterator[_Candidate]:
    is_json = path.suffix.lower() == _ENDING
    if path.is_symlink():
        fault = "It is a link to another file, and was not followed."
        yield from [_Candidate(path, fault=fault)] if is_json else []
    elif is_json or path.is_file():
        yield _Candidate(path)


def _place(path: Path) -> str:
    """Return where a file or a link stands, by whatever way its folder was named."""
    try:
        return os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118
    except (OSError, ValueError):
        return str(path)


def _look(candidate: _Candidate) -> Iterator[Found]:
    if candidate.fault:
        yield Found(candidate.path, candidate.fault)
        return
    try:
        yield from _read(candidate)
    except ValueError as error:
        yield Found(candidate.path, sentence(str(error)))


def _read(candidate: _Candidate) -> Iterator[Found]:
    """Yield what a file holds.

    Raises:
        ValueError: it holds no result and no assignment, though it should.
    """
    path = candidate.path
    begins = file.format_of(file.beginning(path))
    if begins == file.ASSIGNMENT:
        data = file.contents(path, assignment_data.LARGEST)
        yield Found(path, assignment_data.from_bytes(data))
    elif begins or candidate.named or path.suffix.lower() == _ENDING:
        data = file.contents(path, submission_data.LARGEST)
        yield Found(path, submission_data.from_bytes(data))


def sentence(fault: str) -> str:
    """Return a fault with a capital letter and a full stop."""
    return clean_line(fault[:1].upper() + fault[1:].rstrip(".") + ".")
