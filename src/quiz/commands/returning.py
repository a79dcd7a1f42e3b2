"""What `quiz return` does: it gives the results of a class back to its learners."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from quiz.analysis.returning import returned
from quiz.commands.class_report import expected, point_to_issues
from quiz.commands.output import FINE, FOUND, NoPlace, message
from quiz.engine.wording import count
from quiz.files import write_folder
from quiz.model.returned import Returned
from quiz.model.text import clean_line
from quiz.report.returned_page import to_page
from quiz.service import Service
from quiz.service.classroom import class_report
from quiz.service.returning import ALL, as_file, file_stem

_KEY = "These files hold the key. Return them once everybody has handed in."


def run(args: Namespace, service: Service) -> int:
    """Write the files for each learner into a new folder, all of them or none.

    Raises:
        QuizError: the quiz can't be opened, a file is not there, or the folder is in use.
    """
    folder = _new_folder(Path(args.output))
    quiz = service.library.open(args.quiz)
    made = class_report(quiz, map(Path, args.files), expected(args, service))
    results = list(returned(made))
    if not results:
        message(f"There is no result that counts in {', '.join(map(clean_line, args.files))}.")
        point_to_issues(made)
        return FOUND
    if not _write(folder, _files(results)):
        return FOUND
    name = clean_line(args.output)
    message(f"Written: {name}, with a page and a file for each of {count(len(results), 'result')}")
    message("all.html in it has all of them, to be printed: keep it.")
    message(_KEY)
    point_to_issues(made)
    return FOUND if made.issues else FINE


def _new_folder(folder: Path) -> Path:
    """Return a folder that may be made: where there is none, or an empty one.

    Raises:
        NoPlace: something is there.
    """
    name = clean_line(str(folder))
    try:
        free = not folder.is_symlink() and (
            not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
        )
        parent = folder.resolve().parent.is_dir()
    except OSError as error:
        raise NoPlace(f"{name} can't be looked into: {error.strerror}.") from error
    if not free:
        raise NoPlace(f"There is something in {name} already. Name a new folder.")
    if not parent:
        raise NoPlace(f"There is no folder to make {name} in.")
    return folder.resolve()


def _files(results: Sequence[Returned]) -> Mapping[str, bytes]:
    """Return the contents of all files by their names."""
    files = {f"{ALL}.html": to_page(results).encode()}
    taken = {ALL}
    for one in results:
        name = file_stem(one, taken)
        taken.add(name.casefold())
        files |= {f"{name}.html": to_page([one]).encode(), f"{name}.json": as_file(one)}
    return files


def _write(folder: Path, files: Mapping[str, bytes]) -> bool:
    try:
        write_folder(folder, files)
    except OSError as error:
        message(clean_line(f"{folder} can't be written: {error.strerror}."))
        return False
    return True
