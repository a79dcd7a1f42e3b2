"""The command that puts a quiz on paper."""

import sys
from pathlib import Path
from types import SimpleNamespace

from quiz.commands.doors import wanted
from quiz.commands.output import message, new_file, write
from quiz.engine.paper_variant import PaperVariant, variants
from quiz.engine.selection import of_form
from quiz.model.quiz import Quiz
from quiz.paper.key import key
from quiz.paper.page import key_page, sheet_page
from quiz.paper.pdf import Pdf, key_pdf, sheet_pdf
from quiz.paper.sheet import sheet
from quiz.paper.size import Size
from quiz.service import Service

SEED = 1
"""What the versions are drawn by unless said otherwise: so the key always fits the sheets."""
_HTML = {".html", ".htm"}
_ENDINGS = (".html", ".htm", ".pdf")


def print_(args: SimpleNamespace, service: Service) -> int:
    """Write a quiz, or its key, as a file to print.

    Raises:
        QuizError: the quiz can't be opened, nothing in it fits, or the file is not to be written.
    """
    path = None if args.output == "-" else new_file(Path(args.output), _ENDINGS, force=args.force)
    quiz = service.library.open(args.quiz)
    sheets, size = drawn(args, quiz), Size(args.paper, args.large)
    if path is None:
        sys.stdout.buffer.write(_html(quiz, sheets, size, with_key=args.key))
        return 0
    if path.suffix.lower() in _HTML:
        made = Pdf(_html(quiz, sheets, size, with_key=args.key))
    else:
        made = _pdf(quiz, sheets, size, with_key=args.key)
    if not write(path, made.data):
        return 1
    if made.notice:
        message(made.notice)
    return 0


def drawn(args: SimpleNamespace, quiz: Quiz) -> tuple[PaperVariant, ...]:
    """Return the versions of the sheets: the same for the same words, to print and to mark.

    Raises:
        QuizError: nothing in the quiz fits.
    """
    seed = SEED if args.seed is None else args.seed
    return variants(quiz, of_form(quiz, wanted(args, quiz), args.form), args.versions, seed)


def _html(quiz: Quiz, sheets: tuple[PaperVariant, ...], size: Size, *, with_key: bool) -> bytes:
    if with_key:
        page = key_page([key(quiz, version) for version in sheets], size)
    else:
        page = sheet_page([sheet(quiz, version) for version in sheets], size)
    return page.encode()


def _pdf(quiz: Quiz, sheets: tuple[PaperVariant, ...], size: Size, *, with_key: bool) -> Pdf:
    if with_key:
        return key_pdf([key(quiz, version) for version in sheets], size)
    return sheet_pdf([sheet(quiz, version) for version in sheets], size)


COMMANDS = {"print": print_}
"""What runs each command."""
