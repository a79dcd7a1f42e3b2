"""What `quiz check` does: which files it looks at, and how it answers."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NoReturn

from quiz.check.report.checked import Checked
from quiz.check.report.data import to_json
from quiz.check.report.lines import lines
from quiz.check.report.tables import coverage_lines, table_lines
from quiz.check.report.tally import tally
from quiz.check.rules import RULES
from quiz.commands.output import FINE, FOUND, PAGES, UNREADABLE, message, wants_colour
from quiz.commands.watching import watch
from quiz.files import in_time, within, write_whole
from quiz.model.near_miss import did_you_mean
from quiz.model.problem import QuizError
from quiz.model.text import clean_line
from quiz.quizfile import source
from quiz.quizfile.shelf import SUFFIXES, find, shelf
from quiz.service.inspecting import check_file, left_out

SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))
"""What a name that ends in one of them says: that it is a folder."""


class Misused(QuizError):
    """What was asked for can't be done; the message says why."""


def run(args: Namespace) -> int:
    """Look at the files, write what was found, and return the exit code.

    3 where a file can't be read, else 1 where errors were found (or warnings and drafts, when
    strict).

    Raises:
        QuizError: there is no such file or rule.
    """
    if args.explain is not None:
        sys.stdout.write(_explained(args.explain))
        return FINE
    wanted = _wanted(args.select, args.ignore)
    if args.watch:
        _watch(args, wanted)
    _refuse_other_than_page(args.html)
    today = date.today()
    files = [
        left_out(path, why) if why else check_file(path, today, wanted, args.min_coverage)
        for path, why in dict.fromkeys(_paths(args.files))
    ]
    for line in _report(files, args):
        sys.stdout.write(f"{line}\n")
    return max(_code(files, strict=args.strict), _page(files, args.html))


def _watch(args: Namespace, wanted: frozenset[str]) -> NoReturn:
    """Look at one file whenever it is saved, until interrupted.

    Raises:
        Misused: that is not what was asked for.
        UnreadableQuiz: there is no such file.
    """
    if args.format != "text" or args.html:
        raise Misused("--watch shows text in this window: leave out --format and --html.")
    paths = [path for path, _ in _paths(args.files)] if args.files else []
    if len(paths) != 1:
        raise Misused("Name one file to watch: quiz check --watch my-quiz.yaml")
    (path,) = paths
    source.contents(path)
    colour = wants_colour(sys.stdout, os.environ)

    def lines_of_it() -> Iterator[str]:
        checked = check_file(path, date.today(), wanted, args.min_coverage)
        yield from (str(tally([checked])), "")
        yield from _lines(checked, args, colour=colour)

    watch(path, lines_of_it)


def _explained(name: str) -> str:
    if name:
        return RULES[_known(name)].page
    return "".join(f"{rule.name:24} {rule.level:8} {rule.what}\n" for rule in RULES.values())


def _known(name: str) -> str:
    """Return the name of a rule.

    Raises:
        Misused: there is no such rule.
    """
    if name not in RULES:
        hint = did_you_mean(name, RULES, most=2)
        raise Misused(f"There is no rule {name}.{hint} `quiz check --explain` lists them all.")
    return name


def _wanted(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    selected = {_known(name) for name in select} or set(RULES)
    return frozenset(selected - {_known(name) for name in ignore})


def _refuse_other_than_page(name: str | None) -> None:
    """Look whether the page may be written there: a slip must never write over a quiz.

    Raises:
        Misused: the name is not that of a page.
    """
    if name is not None and Path(name).suffix.lower() not in PAGES:
        raise Misused(f"The page is HTML: give it a name that ends in .html, not {name}.")


def _paths(names: Iterable[str]) -> Iterator[tuple[Path, str | None]]:
    """Yield the quiz files that are named or in a folder that is; what is left out, with why."""
    if not names:
        yield from ((path, None) for path in shelf())
    for name in names:
        path = Path(name)
        if in_time(path.is_dir):
            yield from _inside(path)
        elif path.suffix or path.exists() or len(path.parts) > 1 or name.endswith(SEPARATORS):
            yield path, None
        else:
            yield Path(find(name)), None


def _inside(folder: Path) -> list[tuple[Path, str | None]]:
    found = [
        (path, why)
        for path, why in within(folder)
        if why or (path.suffix.lower() in SUFFIXES and path.is_file())
    ]
    if not found:
        raise Misused(f"There is no quiz file in {folder}.")
    return found


def _report(files: list[Checked], args: Namespace) -> Iterator[str]:
    if args.format == "json":
        yield to_json(files)
    else:
        yield from _text(files, args, colour=wants_colour(sys.stdout, os.environ))


def _text(files: list[Checked], args: Namespace, *, colour: bool) -> Iterator[str]:
    for checked in files:
        yield from _lines(checked, args, colour=colour)
    yield str(tally(files))


def _lines(checked: Checked, args: Namespace, *, colour: bool) -> Iterator[str]:
    yield from lines(checked, colour=colour)
    if checked.inspection and args.coverage:
        yield from coverage_lines(checked.inspection, colour=colour)
    if checked.inspection and args.tables:
        yield from table_lines(checked, colour=colour)


def _code(files: list[Checked], *, strict: bool) -> int:
    total = tally(files)
    if total.unread:
        return UNREADABLE
    return FOUND if total.errors or (strict and (total.warnings or total.left_to_do)) else FINE


def _page(files: list[Checked], name: str | None) -> int:
    """Write the page, where one is asked for, and return the exit code of that."""
    if name is None:
        return FINE
    from quiz.report.check_page import to_page

    try:
        write_whole(Path(name), to_page(files).encode())
    except OSError as error:
        message(clean_line(f"The page can't be written to {name}: {error.strerror}."))
        return FOUND
    return FINE
