"""What `quiz report` does: on the screen, in lines, as JSON, as a page and tables."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from random import SystemRandom

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import ClassReport
from quiz.analysis.gathering import Expected
from quiz.commands.assign import assignment_of
from quiz.commands.output import FINE, FOUND, PAGES, message, new_file, wants_colour, write
from quiz.commands.play import wants_lines
from quiz.model.text import clean_line
from quiz.plain.console import Console
from quiz.report.data import to_json
from quiz.report.lines import lines
from quiz.report.page import to_page
from quiz.report.rows import answer_table, learner_table
from quiz.service import Service
from quiz.service.classroom import class_report, roster
from quiz.start import Start


def run(args: Namespace, service: Service) -> int:
    """Tell what a class understood: on the screen, in lines or as JSON; as a page and tables.

    Whoever asks for files sees the class in lines: a screen would wait for a key.

    Raises:
        QuizError: the quiz can't be opened, a file is not there, or is not to be written.
    """
    page = new_file(Path(args.html), PAGES, force=args.force) if args.html else None
    tables = _tables(args.csv, force=args.force) if args.csv else ()
    quiz = service.library.open(args.quiz)
    made = class_report(quiz, map(Path, args.files), _expected(args, service))
    if not (made.forms or made.issues or args.json):
        message(f"There is no result file in {', '.join(map(clean_line, args.files))}.")
        return FOUND
    shown = anonymous(made, SystemRandom()) if args.anonymous else made
    code = FOUND if shown.issues else FINE
    files = [*_page(page, shown), *_csv(tables, shown)]
    written = [write(path, contents) for path, contents in files]
    if not all(written):
        return FOUND
    if args.json:
        sys.stdout.write(to_json(shown))
    elif files or wants_lines(args):
        _lines(shown)
    else:
        from quiz.tui import app  # noqa: PLC0415  Textual takes its time

        return app.run(service, Start(screen="class", report=shown))
    return code


def _expected(args: Namespace, service: Service) -> Expected:
    assignments = [assignment_of(service, name) for name in args.assignment or ()]
    return Expected(
        roster=roster(Path(args.roster)) if args.roster else None,
        until={one.id: one.terms.until for one in assignments if one.terms.until},
        only=frozenset(one.id for one in assignments) if assignments else None,
        form=args.form,
    )


def _tables(name: str, *, force: bool) -> tuple[Path, Path]:
    """Return where the rows for each answer go, and those for each learner.

    Raises:
        NoPlace: one of the files may not be written.
    """
    answers = Path(name)
    learners = answers.with_name(f"{answers.stem}-learners{answers.suffix}")
    new_file(answers, (".csv",), force=force)
    return answers, new_file(learners, (".csv",), force=force)


def _page(path: Path | None, shown: ClassReport) -> Iterator[tuple[Path, bytes]]:
    if path:
        yield path, to_page(shown, date.today()).encode()


def _csv(paths: Iterable[Path], shown: ClassReport) -> Iterator[tuple[Path, bytes]]:
    """Yield both tables, with the mark that tells a spreadsheet how letters are coded."""
    if paths:
        made = answer_table(shown), learner_table(shown)
        yield from zip(paths, (table.encode("utf-8-sig") for table in made), strict=True)


def _lines(shown: ClassReport) -> None:
    width = Console(sys.stdin, sys.stdout).width
    for line in lines(shown, width=width, colour=wants_colour(sys.stdout, os.environ)):
        sys.stdout.write(f"{line}\n")
