"""The files that a teacher was sent: found in folders and zips, read one by one, faults in words.

They come from strangers. No link is followed, nothing but ordinary files is opened, and of a file
no more is read than a result may have.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quiz.assignment import archive, assignment_data, file, submission_data
from quiz.files import in_time, within
from quiz.model.assignment import Assignment
from quiz.model.submission import Submission
from quiz.model.text import clean_line

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
    files that begin otherwise are left out, unless their name ends in .json. A zip is read as a
    folder; one in which there is nothing of a class is said, as is an archive of another kind.

    Raises:
        TimeoutError: a drive does not answer, so that nothing is known of the others on it.
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

    def beginning(self) -> bytes:
        return file.beginning(self.path)

    def contents(self, largest: int) -> bytes:
        return file.contents(self.path, largest)


@dataclass(frozen=True, slots=True)
class _Zipped:
    """A file in a zip, which may be one that stands in another zip."""

    path: Path
    entry: archive.Entry
    room: archive.Room
    depth: int
    named = False
    fault = None

    def beginning(self) -> bytes:
        return self.entry.beginning()

    def contents(self, largest: int) -> bytes:
        return self.entry.contents(largest)


def _files(path: Path) -> Iterator[_Candidate]:
    if not in_time(path.is_dir):
        yield _Candidate(path, named=True)
        return
    for place, fault in within(path):
        yield from [_Candidate(place, fault=fault)] if fault else _candidate(place)


def _candidate(path: Path) -> Iterator[_Candidate]:
    is_json = path.suffix.lower() == _ENDING
    if path.is_symlink():
        fault = "it is a link to another file, and was not followed"
        yield from [_Candidate(path, fault=fault)] if is_json else []
    elif is_json or path.is_file():
        yield _Candidate(path)


def _place(path: Path) -> str:
    """Return where a file or a link stands, by whatever way its folder was named."""
    try:
        return str(Path(os.path.realpath(path.parent), path.name))
    except (OSError, ValueError):
        return str(path)


def _look(candidate: _Candidate | _Zipped) -> Iterator[Found]:
    if candidate.fault:
        yield Found(candidate.path, sentence(candidate.fault))
        return
    try:
        yield from _read(candidate)
    except ValueError as error:
        yield Found(candidate.path, sentence(str(error)))


def _read(candidate: _Candidate | _Zipped) -> Iterator[Found]:
    """Yield what a file holds.

    Raises:
        ValueError: it holds no result and no assignment, though it should.
    """
    path, start = candidate.path, candidate.beginning()
    begins = file.format_of(start)
    if archive.is_zip(path.name, start, named=candidate.named):
        yield from _unzipped(candidate)
    elif archive.is_other(path.name):
        raise ValueError("such an archive is not read: unpack it, and name the folder")
    elif begins == file.RETURNED:
        if candidate.named:
            raise ValueError("this was returned to a learner: name what was handed in")
    elif begins == file.ASSIGNMENT:
        data = candidate.contents(assignment_data.LARGEST)
        yield Found(path, assignment_data.from_bytes(data))
    elif begins == file.REGRADING:
        raise ValueError("it says what was graded over, and counts beside its folder alone")
    elif begins == file.REPORT:
        raise ValueError("this is a report of a class, and no result")
    elif begins or candidate.named or path.suffix.lower() == _ENDING:
        data = candidate.contents(submission_data.LARGEST)
        yield Found(path, submission_data.from_bytes(data))


def _unzipped(candidate: _Candidate | _Zipped) -> Iterator[Found]:
    """Yield what a zip holds.

    Raises:
        Unreadable: it can't be opened, or holds nothing of a class.
    """
    room, depth = archive.Room(), 0
    if isinstance(candidate, _Zipped):
        room, depth = candidate.room, candidate.depth
    if depth == archive.DEEPEST:
        raise file.Unreadable("the zip stands too deep in others")
    empty = True
    for entry in archive.entries(candidate.contents(archive.LARGEST), room):
        place = Path(f"{candidate.path}/{entry.name}")
        for found in _look(_Zipped(place, entry, room, depth + 1)):
            empty = False
            yield found
        room.check()
    if empty:
        raise file.Unreadable("there is no result in this zip")


def sentence(fault: str) -> str:
    """Return a fault with a capital letter and a full stop."""
    return clean_line(fault[:1].upper() + fault[1:].rstrip(".") + ".")
