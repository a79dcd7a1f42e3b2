"""The command that gives the results of a class back to its learners."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from quiz.commands.arguments import QUIZ, Commands
from quiz.commands.output import FINE, FOUND, NoPlace, message
from quiz.commands.report import add_which_results
from quiz.engine.wording import count
from quiz.files import write_folder
from quiz.model.returned import Returned
from quiz.model.text import clean_line
from quiz.service import Service

_RETURN = """\
Examples:
  quiz return results --quiz ketamine -o returned
  quiz return results --quiz ketamine -o returned --form pre

Give each learner of a class a result with the key, the reasons and what to read again: a page for
a browser, and a file that `quiz play` opens. No file of a learner's names another one. The page
all.html has everybody's, to be printed. Nothing is sent: pass on to each learner what is theirs.

It ends with exit status 1 where there is no result, or anything did not fit."""
_KEY = "These files hold the key. Return them once everybody has handed in."


def add_return(commands: Commands) -> None:
    """Add `quiz return`."""
    returning = commands.add("return", return_, "give each learner a result", _RETURN)
    returning.add_argument(
        "files", nargs="+", metavar="FILE", help="result files, or folders or zips that hold them"
    )
    returning.add_argument("--quiz", required=True, metavar="QUIZ", help=QUIZ)
    returning.add_argument(
        "-o", "--output", required=True, metavar="FOLDER", help="a new or an empty folder"
    )
    add_which_results(
        returning, form="only the pretest (pre) or the posttest (post); else both are returned"
    )


def return_(args: Namespace, service: Service) -> int:
    """Write the files for each learner into a new folder, all of them or none.

    Raises:
        QuizError: the quiz can't be opened, a file is not there, or the folder is in use.
    """
    from quiz.analysis.returning import returned
    from quiz.commands.class_report import expected
    from quiz.service.classroom import class_report

    folder = _new_folder(Path(args.output))
    quiz = service.library.open(args.quiz)
    made = class_report(quiz, map(Path, args.files), expected(args, service))
    results = list(returned(made))
    if not results:
        message(f"There is no result that counts in {', '.join(map(clean_line, args.files))}.")
        return FOUND
    if not _write(folder, _files(results)):
        return FOUND
    name = clean_line(args.output)
    message(f"Written: {name}, with a page and a file for each of {count(len(results), 'result')}")
    message("all.html in it has all of them, to be printed: keep it.")
    message(_KEY)
    if made.issues:
        message(f"{count(len(made.issues), 'thing')} did not fit: `quiz report` lists them.")
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
    from quiz.report.returned_page import to_page
    from quiz.service.returning import ALL, as_file, file_stem

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
