"""What `quiz check --watch` does: it looks at a file again whenever it is saved."""

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from math import ceil
from pathlib import Path
from shutil import get_terminal_size
from typing import NoReturn, TextIO

from quiz.files import in_time
from quiz.model.lines import cells, cut
from quiz.model.text import as_argument, clean_line

EVERY = 0.2
"""Seconds between two looks at whether the file changed."""
GONE = 15
"""After so many looks it is said that the file is gone: an editor that renames is faster."""
CLEAR = "\x1b[2J\x1b[H"
_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def watch(
    path: Path,
    look: Callable[[], Iterable[str]],
    out: TextIO | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> NoReturn:
    """Write what a look at a file says: now, and after each change of it, until interrupted.

    A file that is being written is let be until it is the same at two looks.
    """
    shown, before, missed = None, _state(path), 0
    while True:
        now = _state(path)
        missed = 0 if now else missed + 1
        if now and now == before != shown:
            _show(list(look()), path, out or sys.stdout)
            shown = now
        elif missed == GONE:
            name = clean_line(str(path))
            _show(
                [f"{name} is gone. Once it is there again, it is checked."], path, out or sys.stdout
            )
            shown = None
        before = now
        wait(EVERY)


def _state(path: Path) -> tuple[int, ...] | None:
    """Return what changes when a file is saved; None where there is no file."""
    try:
        about = in_time(path.stat)
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size, about.st_ino


def _show(lines: list[str], path: Path, out: TextIO) -> None:
    """Write lines in place of those before: on a terminal as many as it has room for."""
    if out.isatty() and os.environ.get("TERM") != "dumb":
        out.write(CLEAR)
        lines = list(_fitting(lines, path))
    out.writelines(f"{line}\n" for line in lines)
    out.flush()


def _fitting(lines: list[str], path: Path) -> Iterator[str]:
    """Yield the first lines, as many as a terminal shows, and how many more there are."""
    columns, rows = get_terminal_size()
    room = rows - 2  # how many more there are, and where the cursor ends, take a row each
    for index, line in enumerate(lines):
        room -= max(1, ceil(cells(_STYLE.sub("", line)) / columns))
        if room < 0:
            more = f"… {len(lines) - index} more. To read all: quiz check {as_argument(str(path))}"
            yield cut(more, columns)
            return
        yield line
