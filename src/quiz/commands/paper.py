"""The command that puts a quiz on paper."""

import os
import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from quiz.commands.doors import wanted
from quiz.commands.output import message
from quiz.desk import Desk
from quiz.engine.selection import of_form
from quiz.engine.version import Version, versions
from quiz.model.bank import Bank
from quiz.model.problem import QuizError
from quiz.model.text import clean_line
from quiz.paper.key import key
from quiz.paper.key_page import key_page
from quiz.paper.pdf import Pdf, key_pdf, sheet_pdf
from quiz.paper.sheet import sheet
from quiz.paper.sheet_page import sheet_page
from quiz.paper.size import Size

SEED = 1
"""What the versions are drawn by unless said otherwise: so the key always fits the sheets."""
_HTML = {".html", ".htm"}


class NoPlace(QuizError):
    """A file that can't be written to, as it was asked for."""


def print_(args: Namespace, desk: Desk) -> int:
    """Write a quiz, or its key, as a file to print.

    Raises:
        QuizError: the quiz can't be opened, nothing in it fits, or the file is not to be written.
    """
    path = None if args.output == "-" else _free(Path(args.output), force=args.force)
    bank = desk.open_quiz(args.quiz)
    sheets, size = drawn(args, bank), Size(args.paper, args.large)
    if path is None:
        sys.stdout.buffer.write(_html(bank, sheets, size, with_key=args.key))
        return 0
    if path.suffix.lower() in _HTML:
        made = Pdf(_html(bank, sheets, size, with_key=args.key))
    else:
        made = _pdf(bank, sheets, size, with_key=args.key)
    return _written(path, made)


def drawn(args: Namespace, bank: Bank) -> tuple[Version, ...]:
    """Return the versions of the sheets: the same for the same words, to print and to mark.

    Raises:
        QuizError: nothing in the quiz fits.
    """
    seed = SEED if args.seed is None else args.seed
    return versions(bank, of_form(bank, wanted(args, bank), args.form), args.versions, seed)


def _free(path: Path, *, force: bool) -> Path:
    """Return the path if it may be written to.

    Raises:
        NoPlace: the ending is of no file that can be made, or something is there already.
    """
    name = clean_line(str(path))
    if path.suffix.lower() not in {*_HTML, ".pdf"}:
        raise NoPlace(f"Name a file that ends in .html or .pdf, not {name}.")
    try:
        there, is_file = path.exists(), path.is_file()
    except OSError as error:
        raise NoPlace(f"{name} can't be written: {error.strerror}.") from error
    if there and not is_file:
        raise NoPlace(f"{name} is no file.")
    if there and not force:
        raise NoPlace(f"{name} is there already. To write over it: --force")
    return path


def _html(bank: Bank, sheets: tuple[Version, ...], size: Size, *, with_key: bool) -> bytes:
    if with_key:
        page = key_page([key(bank, version) for version in sheets], size)
    else:
        page = sheet_page([sheet(bank, version) for version in sheets], size)
    return page.encode()


def _pdf(bank: Bank, sheets: tuple[Version, ...], size: Size, *, with_key: bool) -> Pdf:
    if with_key:
        return key_pdf([key(bank, version) for version in sheets], size)
    return sheet_pdf([sheet(bank, version) for version in sheets], size)


def _written(path: Path, made: Pdf) -> int:
    """Write a file whole or not at all, say so, and return the exit code."""
    name = clean_line(str(path))
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(made.data)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        message(clean_line(f"{name} can't be written: {error.strerror}."))
        return 1
    message(f"Written: {name}")
    if made.notice:
        message(made.notice)
    return 0


COMMANDS = {"print": print_}
"""What runs each command."""
