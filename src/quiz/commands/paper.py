"""The commands about a quiz on paper: print and mark."""

import sys
from argparse import ArgumentTypeError, Namespace, _ActionsContainer
from pathlib import Path

from quiz.commands.arguments import (
    Commands,
    add_new_file,
    add_question_filter,
    add_shared,
    question_filter,
    whole,
)
from quiz.commands.output import FINE, FOUND, message, new_file, write
from quiz.engine.paper_variant import PaperVariant, variants
from quiz.engine.selection import of_form
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.paper.size import Size
from quiz.service import Service

SEED = 1
"""What the versions are drawn by unless said otherwise: so the key always fits the sheets."""
_ENDINGS = (".html", ".htm", ".pdf")
_PRINT = """\
Examples:
  quiz print ketamine -o sheet.html
  quiz print ketamine -o sheets.pdf --versions 3
  quiz print ketamine -o key.pdf --versions 3 --key

Write sheets to print: the passage, and the questions for a pencil. For the key to them, say the
same again with --key."""
_MARK = """\
Examples:
  quiz mark ketamine
  quiz mark ketamine --versions 3 -o class-7b

Type in what learners wrote on the sheets of `quiz print`: a name or a code, then a line for each
question. Each learner becomes a result file, for `quiz report`. Say which questions and how many
versions in the same words as to `quiz print`, and don't change the quiz in between."""


class NoFolder(QuizError):
    """A place for results that is no folder."""


def add_print(commands: Commands) -> None:
    """Add `quiz print`."""
    sheets = commands.add("print", print_, "put a quiz on paper", _PRINT)
    add_shared(sheets, "quiz")
    add_new_file(
        sheets, "a new file that ends in .html or .pdf; - writes HTML to the standard output"
    )
    add_question_filter(sheets)
    how = sheets.add_argument_group("how")
    _add_versions(how)
    how.add_argument("--key", action="store_true", help="the key, and not the sheets")
    how.add_argument(
        "--paper",
        choices=("a4", "letter"),
        default="a4",
        metavar="PAPER",
        help="a4, the default, or letter",
    )
    how.add_argument("--large", action="store_true", help="large print, of 18 points and more")


def add_mark(commands: Commands) -> None:
    """Add `quiz mark`."""
    marking = commands.add("mark", mark, "take in a class on paper", _MARK)
    add_shared(marking, "quiz")
    marking.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        help="where the results go; else a folder by the name of the quiz, as ketamine-results",
    )
    add_question_filter(marking)
    _add_versions(marking.add_argument_group("how"))


def _add_versions(to: _ActionsContainer) -> None:
    to.add_argument(
        "--versions",
        type=_versions,
        default=1,
        metavar="N",
        help="so many versions, from 1 to 26, of the same questions in other orders",
    )


def _versions(text: str) -> int:
    if not 1 <= whole(text) <= 26:
        raise ArgumentTypeError("write a number from 1 to 26")
    return int(text)


def print_(args: Namespace, service: Service) -> int:
    """Write a quiz, or its key, as a file to print.

    Raises:
        QuizError: the quiz can't be opened, nothing in it fits, or the file is not to be written.
    """
    from quiz.paper.document import html, pdf

    path = None if args.output == "-" else new_file(Path(args.output), _ENDINGS, force=args.force)
    quiz = service.library.open_finished(args.quiz)
    sheets, size = drawn(args, quiz), Size(args.paper, args.large)
    if path is None:
        sys.stdout.buffer.write(html(quiz, sheets, size, with_key=args.key))
        return FINE
    notice = None
    if path.suffix.lower() == ".pdf":
        made = pdf(quiz, sheets, size, with_key=args.key)
        contents, notice = made.data, made.notice
    else:
        contents = html(quiz, sheets, size, with_key=args.key)
    if not write(path, contents, force=args.force):
        return FOUND
    if notice:
        message(notice)
    return FINE


def drawn(args: Namespace, quiz: Quiz) -> tuple[PaperVariant, ...]:
    """Return the versions of the sheets: the same for the same words, to print and to mark.

    Raises:
        QuizError: nothing in the quiz fits.
    """
    seed = SEED if args.seed is None else args.seed
    return variants(
        quiz, of_form(quiz, question_filter(args, quiz), args.form), args.versions, seed
    )


def mark(args: Namespace, service: Service) -> int:
    """Take in what learners wrote on their sheets, as result files.

    Raises:
        QuizError: the quiz can't be opened, nothing in it fits, or a result can't be written.
    """
    from quiz.plain.paper_entry import app

    quiz = service.library.open_finished(args.quiz)
    folder = Path(args.output or f"{quiz.id}-results")
    if folder.exists() and not folder.is_dir():
        raise NoFolder(f"{clean_line(str(folder))} is no folder.")
    app.run(quiz, drawn(args, quiz), folder, args.form)
    return FINE
