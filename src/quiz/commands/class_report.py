"""What `quiz report` does: on the screen, in lines, as JSON, as a page and tables."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from random import Random, SystemRandom

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import ClassReport
from quiz.analysis.gathering import Expected
from quiz.commands.assign import assignment_of
from quiz.commands.output import FINE, FOUND, PAGES, message, new_file, wants_colour, write
from quiz.commands.play import wants_lines
from quiz.commands.roster import read_roster
from quiz.engine.wording import count
from quiz.model.text import clean_line
from quiz.plain.console import Console
from quiz.report.data import to_json
from quiz.report.figure_rows import figure_table, question_table
from quiz.report.lines import lines
from quiz.report.page import to_page
from quiz.report.rows import answer_table, grid_table, learner_table
from quiz.service import Service
from quiz.service.classroom import class_report
from quiz.service.regrading import Regrader
from quiz.start import Start


def run(args: Namespace, service: Service) -> int:
    """Tell what a class understood: on the screen, in lines or as JSON; as a page and tables.

    Whoever asks for files sees the class in lines: a screen would wait for a key.

    Raises:
        QuizError: the quiz can't be opened, a file is not there, or is not to be written.
    """
    page = new_file(Path(args.html), PAGES, force=args.force) if args.html else None
    tables = _tables(args.csv, force=args.force) if args.csv else {}
    quiz = service.library.open(args.quiz)
    paths = [*map(Path, args.files)]
    made = class_report(quiz, paths, expected(args, service))
    if not (made.forms or made.issues or args.json):
        message(f"There is no result file in {', '.join(map(clean_line, args.files))}.")
        return FOUND
    show = partial(_shown, lot=SystemRandom().getrandbits(64), hidden=args.anonymous)
    shown = show(made)
    code = FOUND if shown.issues else FINE
    files = [*_page(page, shown), *_csv(tables, shown)]
    written = [write(path, contents, force=args.force) for path, contents in files]
    if not all(written):
        return FOUND
    if args.json:
        sys.stdout.write(to_json(shown))
    elif files or wants_lines(args):
        _lines(shown)
    else:
        from quiz.tui import app

        grade = Regrader(made, paths).grade
        start = Start(screen="class", report=shown, grade_over=lambda *of: show(grade(*of)))
        return app.run(service, start)
    return code


def point_to_issues(report: ClassReport) -> None:
    """Say that something did not fit, where nothing else lists it."""
    if report.issues:
        message(f"{count(len(report.issues), 'thing')} did not fit: `quiz report` lists them.")


def _shown(made: ClassReport, *, lot: int, hidden: bool) -> ClassReport:
    """Return the report with names, or with codes: the same ones by the same lot."""
    rng = Random(lot)  # noqa: S311  the lot is a secret
    return anonymous(made, rng) if hidden else made


def expected(args: Namespace, service: Service) -> Expected:
    """Return what a teacher says of the results.

    Raises:
        QuizError: a file that is named can't be read.
    """
    assignments = [assignment_of(service, name) for name in args.assignment or ()]
    return Expected(
        roster=read_roster(Path(args.roster)) if args.roster else None,
        until={one.id: one.terms.until for one in assignments if one.terms.until},
        only=frozenset(one.id for one in assignments) if assignments else None,
        form=args.form,
    )


Tables = Mapping[Path, Callable[[ClassReport], str]]

_TABLES = {
    "": answer_table,
    "-learners": learner_table,
    "-grid": grid_table,
    "-questions": question_table,
    "-figures": figure_table,
}
"""The tables, by what stands behind the name that was given."""


def _tables(name: str, *, force: bool) -> Tables:
    """Return where each of the tables goes, and what makes it.

    Raises:
        NoPlace: one of the files may not be written.
    """
    path = Path(name)
    return {
        new_file(path.with_name(f"{path.stem}{end}{path.suffix}"), (".csv",), force=force): made
        for end, made in _TABLES.items()
    }


def _page(path: Path | None, shown: ClassReport) -> Iterator[tuple[Path, bytes]]:
    if path:
        yield path, to_page(shown, date.today()).encode()


def _csv(tables: Tables, shown: ClassReport) -> Iterator[tuple[Path, bytes]]:
    """Yield the tables, with the mark that tells a spreadsheet how letters are coded."""
    for path, made in tables.items():
        yield path, made(shown).encode("utf-8-sig")


def _lines(shown: ClassReport) -> None:
    width = Console(sys.stdin, sys.stdout).width
    for line in lines(shown, width=width, colour=wants_colour(sys.stdout, os.environ)):
        sys.stdout.write(f"{line}\n")
