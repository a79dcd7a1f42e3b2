"""Giving something back to a class: the file for each learner, and its name."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from quiz.assignment import returned_data
from quiz.assignment.placing import returned_stem
from quiz.files import in_time
from quiz.model.problem import QuizError
from quiz.model.returned import Returned
from quiz.model.text import clean_line
from quiz.quizfile.writing import to_text
from quiz.service.library import Library

ALL = "all"
"""What the page of all results is called, without its ending."""


class NotForgotten(QuizError):
    """Something that was returned and can't be deleted."""


def as_file(returned: Returned) -> bytes:
    """Return the file that the learner's program opens."""
    return returned_data.to_text(returned, to_text(returned.quiz)).encode()


def file_stem(returned: Returned, taken: Collection[str]) -> str:
    """Return a name for a learner's files, without an ending; the taken ones are in small letters.

    Names that differ in capitals alone are the same to many systems: the second gets a number.
    """
    name = returned_stem(returned.quiz.id, returned.form, returned.learner)
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def forget(library: Library, folder: Path, quiz: str | None) -> int:
    """Delete what was returned of a quiz, or of all for None; return of how many results.

    Nothing else is touched. The page of all goes along once no result is left beside it.

    Raises:
        NotForgotten: a file can't be deleted.
    """
    found = dict(_returned_in(library, folder))
    gone = [path for path, id_ in found.items() if quiz in {None, id_}]
    pages = [path.with_suffix(".html") for path in gone]
    all_of_them = [folder / f"{ALL}.html"] if gone and len(gone) == len(found) else []
    try:
        for path in (*all_of_them, *pages, *gone):
            path.unlink(missing_ok=True)
    except OSError as error:
        name = clean_line(str(error.filename or folder))
        raise NotForgotten(f"{name} can't be deleted: {error.strerror}.") from error
    with suppress(OSError):  # what else is in it stays
        if gone:
            folder.rmdir()
    return len(gone)


def _returned_in(library: Library, folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield what a folder holds that was returned, each file with the id of its quiz."""
    for path in in_time(lambda: sorted(folder.glob("*-returned*.json"))):
        if path.is_file() and not path.is_symlink():
            with suppress(QuizError):
                one = library.open_any(str(path))
                if isinstance(one, Returned):
                    yield path, one.quiz.id
