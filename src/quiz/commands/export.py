"""The command that writes a quiz for another program."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.commands.arguments import Commands, add_new_file, add_shared
from quiz.commands.output import FINE, FOUND, message, new_file, print_json, write
from quiz.engine.wording import count
from quiz.model.problem import QuizError
from quiz.model.text import clean_line
from quiz.service import Service

if TYPE_CHECKING:
    from quiz.exchange.format import Exported, Format, Loss

FORMATS = ("moodle-xml", "gift", "aiken", "canvas", "anki", "anki-text", "markdown")
"""What is written."""
_EXPORT = """\
Examples:
  quiz export ketamine -o ketamine.xml
  quiz export ketamine --to canvas -o ketamine.zip
  quiz export my-quiz.yaml --to markdown -o -

Write a quiz for another program. What its format can't hold is said by question; with --strict the
file is then not written."""


class NoFormat(QuizError):
    """A format that can't be told, or can't be written where it was asked for."""


def add_export(commands: Commands) -> None:
    """Add `quiz export`."""
    exporting = commands.add("export", export, "write a quiz for another program", _EXPORT)
    add_shared(exporting, "quiz")
    add_new_file(exporting, "a new file; - writes text to the standard output")
    exporting.add_argument(
        "--to",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"its format ({', '.join(FORMATS)}); else told by the ending of the file",
    )
    exporting.add_argument(
        "--strict", action="store_true", help="write nothing if something would be lost"
    )
    add_shared(exporting, "--json", help="what could not be carried as JSON, for a program")


def export(args: Namespace, service: Service) -> int:
    """Write a quiz in a format of another program, and say what it could not carry.

    Raises:
        QuizError: the quiz can't be opened or is a draft, or the file is not to be written.
    """
    form = _format(args.to, args.output)
    path = _path(args, form)
    quiz = service.library.open_finished(args.quiz)
    if form.write is None:
        raise NoFormat(f"{form.title} is only read.")
    exported = form.write(quiz)
    for line in _lines(exported.losses, form):
        message(line)
    held_back = args.strict and bool(exported.losses)
    if held_back:
        message("Nothing is written, because of --strict.")
    written = not held_back and _put(exported, path, force=args.force)
    if args.json:
        print_json(_as_data(exported, form, str(path) if written else None))
    return FINE if written else FOUND


def _format(name: str | None, output: str) -> Format:
    """Return the format of a name, or else the one whose files end so.

    A name may stand for several, as anki for anki-text: then the ending tells which.

    Raises:
        NoFormat: no format is named, and none ends so.
    """
    from quiz.exchange import FORMATS as EVERY

    ending = Path(output).suffix.lower()
    named = [
        one for one in EVERY if one.write and (not name or f"{one.name}-".startswith(f"{name}-"))
    ]
    found = [one for one in named if one.ending == ending] or [one for one in named if name]
    if not found:
        raise NoFormat(f"Say which format it is to be, with --to: {', '.join(FORMATS)}.")
    return found[0]


def _path(args: Namespace, form: Format) -> Path | None:
    """Return the file to write; None for the standard output.

    Raises:
        QuizError: it is not to be written there.
    """
    if args.output != "-":
        return new_file(Path(args.output), (form.ending,), force=args.force)
    if not form.text:
        raise NoFormat(f"{form.title} is no text: name a file that ends in {form.ending}.")
    if args.json:
        raise NoFormat("With --json name a file: the standard output takes one of the two.")
    return None


def _put(exported: Exported, path: Path | None, *, force: bool) -> bool:
    if path:
        return write(path, exported.data, force=force)
    sys.stdout.buffer.write(exported.data)
    return True


def _lines(losses: Sequence[Loss], form: Format) -> Iterator[str]:
    """Yield what could not be carried, a line for each question, and how much it is in all."""
    for question, its in groupby(losses, lambda loss: loss.question):
        place = clean_line(question) or "the quiz"
        yield f"{place}: not carried: {'; '.join(clean_line(loss.what) for loss in its)}"
    if losses:
        questions = len({loss.question for loss in losses} - {""})
        where = f", in {count(questions, 'question')}" if questions else ""
        yield f"{form.title} can't hold {count(len(losses), 'thing')} of this quiz{where}."


def _as_data(exported: Exported, form: Format, path: str | None) -> dict[str, object]:
    return {
        "written": path,
        "format": form.name,
        "not_carried": [
            {"question": loss.question or None, "what": loss.what} for loss in exported.losses
        ],
    }
