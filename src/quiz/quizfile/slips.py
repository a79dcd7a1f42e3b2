"""Slips at the beginning of a line, and the text as it was meant.

They are looked for in a file that can't be read as it stands: in one that can, they may be meant.
"""

import re
from typing import NamedTuple

from quiz.model.problem import Problem
from quiz.quizfile.keys import KEYS, ODD, OF_LISTS, indent

_SPACE = f"[ {ODD}]"
_LINE = re.compile(
    rf"{_SPACE}*+(?P<mark>(?:(?:[-–—−•‣▪●·*]|\d{{1,2}}[.)]){_SPACE}*+)?)"
    rf"(?P<key>[a-z][a-z0-9_-]*+){_SPACE}*+:{_SPACE}*+(?P<value>.*)"
)
"""A line that begins with a key, however its spaces and its hyphen are written."""
_SCALAR = re.compile(r"[|>][-+\d]*\s*(?:#.*)?")
_HYPHEN = re.compile(rf"{_SPACE}*+-{_SPACE}")
_ODD = re.compile(f"[{ODD}]")
_PLAIN = str.maketrans(dict.fromkeys(ODD, " "))

_MARK = "each value of a list begins with a hyphen and a space: write `- {}: ...`"
_MISSING = "a hyphen is missing where the next one of a list begins: write `- {}: ...`"
_COLON = "a space is missing after the colon: write `{}: ...`"


class Mended(NamedTuple):
    """A text as it was meant, and what was wrong with it."""

    text: str
    problems: list[Problem]


def mended(text: str, file: str) -> Mended:
    """Return a text without the slips in it, every value in the line where it was."""
    lines = text.split("\n")
    walk = _Walk(file)
    made = [walk.past(number, line, lines) for number, line in enumerate(lines)]
    return Mended("\n".join(made), walk.problems())


class _Walk:
    """Goes through the lines of a file, and knows within what each stands."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[Problem] = []
        self._odd: list[tuple[int, int, str]] = []
        self._column = 0  # of the last key
        self._list: int | None = None  # the column of a key, where a list begins in the next line
        self._in_text = False  # behind | or >
        self._top: set[str] = set()  # keys in the first column
        self._items: dict[int, tuple[str, int]] = {}  # of lists by column: first key, its column

    def problems(self) -> list[Problem]:
        """Return what was wrong, all special spaces as one."""
        if not self._odd:
            return self._found
        (line, column, code), others = self._odd[0], len(self._odd) - 1
        more = f"; so in {others} more line{'s' * (others > 1)}" if others else ""
        message = (
            f"the space here is {code}, which only looks like an ordinary one: type that{more}"
        )
        return [Problem(self._file, line, column, "", message), *self._found]

    def past(self, number: int, line: str, lines: list[str]) -> str:
        """Return the line of that number as it was meant."""
        if self._in_text and (not line.strip() or indent(line) > self._column):
            return self._plain(number, line, self._column + 1)
        self._in_text = False
        found = _LINE.match(line)
        if found is None:
            if line.strip() and not line.lstrip().startswith("#"):
                self._list = None
            hyphen = _HYPHEN.match(line)
            return self._plain(number, line, hyphen.end() if hyphen else self._column + 1)
        line = self._plain(number, line, found.start("value"))
        if found["key"] in KEYS:
            line = self._spaced(number, line, found)
            line = self._listed(number, line, found, lines)
        self._column = line.index(found["key"])
        begins_list = found["key"] in OF_LISTS and not found["value"]
        self._list = self._column if begins_list else None
        self._in_text = _SCALAR.fullmatch(found["value"]) is not None
        return line

    def _plain(self, number: int, line: str, width: int) -> str:
        """Return the line with ordinary spaces in its first characters."""
        odd = _ODD.search(line, 0, width)
        if odd is None:
            return line
        self._odd.append((number + 1, odd.start() + 1, f"U+{ord(odd[0]):04X}"))
        return line[:width].translate(_PLAIN) + line[width:]

    def _spaced(self, number: int, line: str, found: re.Match[str]) -> str:
        """Return the line with a space after the colon."""
        at = found.start("value")
        if line[at - 1] != ":" or found["value"][:1] in {"", "/"}:
            return line
        self._wrong(number, at, _COLON.format(found["key"]))
        return f"{line[:at]} {line[at:]}"

    def _listed(self, number: int, line: str, found: re.Match[str], lines: list[str]) -> str:
        """Return the line with a hyphen and a space, where it begins a value of a list."""
        key, column, mark = found["key"], indent(line), found["mark"]
        below = _LINE.match(lines[number + 1]) if number + 1 < len(lines) else None
        inner = indent(below.string) - column if below and not below["mark"] else 0
        self._items = {at: item for at, item in self._items.items() if at <= column}
        if (mark and not mark.startswith("-")) or mark == "-":
            self._wrong(number, column, _MARK.format(key))
            rest = line[column + len(mark) :]
            line = f"{line[:column]}{'-'.ljust(inner if inner > 1 else max(2, len(mark)))}{rest}"
        elif not mark and (at := self._missing(found, column, deeper=inner > 0)) is not None:
            self._wrong(number, column, _MISSING.format(key))
            line = f"{line[:at]}- {line[column:]}"
            mark, column = "-", at
        if mark:
            self._items[column] = (key, line.index(key))
            return line
        self._items = {at: item for at, item in self._items.items() if at < column}
        if column == 0:
            self._top.add(key)
        return line

    def _missing(self, found: re.Match[str], column: int, *, deeper: bool) -> int | None:
        """Return the column of the hyphen that is missing before a key; None where none is."""
        key, text = found["key"], found["value"]
        if self._list is not None and column >= self._list + 2:
            return column - 2
        if self._list == column and deeper and text:
            return column
        for at, (first, begins) in self._items.items():
            if first == key and begins == column:
                return at
            if first == key and at == column and (column or key in self._top):
                return at if deeper and text and not _SCALAR.fullmatch(text) else None
        return None

    def _wrong(self, number: int, index: int, message: str) -> None:
        self._found.append(Problem(self._file, number + 1, index + 1, "", message))
