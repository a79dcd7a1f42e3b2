"""The command `quiz check`: which files it looks at, and how it answers."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import SimpleNamespace
from typing import TextIO

from quiz.check.report.checked import Checked, tally
from quiz.check.report.data import to_json
from quiz.check.report.lines import lines
from quiz.check.report.tables import coverage_lines, table_lines
from quiz.check.rules import RULES
from quiz.model.problem import UnknownQuiz
from quiz.model.text import clean_line
from quiz.quizfile.shelf import SUFFIXES, find, shelf
from quiz.service.inspecting import look

FINE, FOUND, USAGE, UNREADABLE = range(4)
"""The exit codes: nothing found, something found, wrong usage, a file that can't be read."""

SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))
"""What a name that ends in one of them says: that it is a folder."""

PAGES = (".html", ".htm")
"""The endings of a page that may be written."""


class _Misused(Exception):
    """What was asked for can't be done; the message says why."""


def run(args: SimpleNamespace, stdout: TextIO, stderr: TextIO) -> int:
    """Look at the files, write what was found, and return the exit code.

    3 where a file can't be read, else 1 where errors were found (or warnings, when strict).
    """
    try:
        if args.explain is not None:
            stdout.write(_explained(args.explain))
            return FINE
        wanted = _wanted(args.select, args.ignore)
        _refuse_other_than_page(args.html)
        paths = list(dict.fromkeys(_paths(args.files)))
    except (UnknownQuiz, _Misused) as error:
        stderr.write(f"{clean_line(str(error))}\n")
        return USAGE
    today = date.today()
    files = [look(path, today, wanted, args.min_coverage) for path in paths]
    for line in _report(files, args, stdout):
        stdout.write(f"{line}\n")
    return max(_code(files, strict=args.strict), _page(files, args.html, stderr))


def _explained(name: str) -> str:
    if name:
        return RULES[_known(name)].page
    return "".join(f"{rule.name:24} {rule.level:8} {rule.what}\n" for rule in RULES.values())


def _known(name: str) -> str:
    """Return the name of a rule.

    Raises:
        _Misused: there is no such rule.
    """
    if name not in RULES:
        near = get_close_matches(name, RULES, n=2)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        raise _Misused(f"There is no rule {name}.{hint} `quiz check --explain` lists them all.")
    return name


def _wanted(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    selected = {_known(name) for name in select} or set(RULES)
    return frozenset(selected - {_known(name) for name in ignore})


def _refuse_other_than_page(name: str | None) -> None:
    """Look whether the page may be written there: a slip must never write over a quiz.

    Raises:
        _Misused: the name is not that of a page.
    """
    if name is not None and Path(name).suffix.lower() not in PAGES:
        raise _Misused(f"The page is HTML: give it a name that ends in .html, not {name}.")


def _paths(names: Iterable[str]) -> Iterator[Path]:
    """Yield the quiz files that are named, and those in the folders that are named."""
    if not names:
        yield from shelf()
    for name in names:
        path = Path(name)
        if path.is_dir():
            yield from _inside(path)
        elif path.suffix or path.exists() or len(path.parts) > 1 or name.endswith(SEPARATORS):
            yield path
        else:
            yield Path(find(name))


def _inside(folder: Path) -> list[Path]:
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file()
    )
    if not found:
        raise _Misused(f"There is no quiz file in {folder}.")
    return found


def _report(files: list[Checked], args: SimpleNamespace, stdout: TextIO) -> Iterator[str]:
    if args.format == "json":
        yield to_json(files)
    else:
        yield from _text(files, args, colour=wants_colour(stdout, os.environ))


def _text(files: list[Checked], args: SimpleNamespace, *, colour: bool) -> Iterator[str]:
    for checked in files:
        yield from lines(checked, colour=colour)
        if checked.inspection and args.coverage:
            yield from coverage_lines(checked.inspection, colour=colour)
        if checked.inspection and args.tables:
            yield from table_lines(checked, colour=colour)
    yield str(tally(files))


def wants_colour(stdout: TextIO, environ: Mapping[str, str]) -> bool:
    """Return whether escape codes may be written: to a terminal that nobody asked to be plain."""
    return stdout.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def _code(files: list[Checked], *, strict: bool) -> int:
    total = tally(files)
    if total.unread:
        return UNREADABLE
    return FOUND if total.errors or (strict and total.warnings) else FINE


def _page(files: list[Checked], name: str | None, stderr: TextIO) -> int:
    """Write the page, where one is asked for, and return the exit code of that."""
    if name is None:
        return FINE
    from quiz.report.check_page import to_page  # noqa: PLC0415  Jinja takes its time

    try:
        Path(name).write_text(to_page(files), encoding="utf-8")
    except OSError as error:
        reason = clean_line(f"The page can't be written to {name}: {error.strerror}.")
        stderr.write(f"{reason}\n")
        return FOUND
    return FINE
