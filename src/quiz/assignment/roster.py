"""The list of a class: a learner a line, or a table of which one column holds the names."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from quiz.model.submission import LONGEST_NAME, folded
from quiz.model.text import clean_line

_BULLET = re.compile(r"\s*(?:\d{1,4}[.)]|[-*•–])\s+(?=\S)")
_NUMBER = re.compile(r"\s*(\d{1,4})\s+(?=\D)")
_WHOLE = (
    *("name", "names", "fullname", "displayname", "learner", "learners", "learnername"),
    *("student", "students", "studentname", "pupil", "pupils", "participant"),
)
_FIRST = ("firstname", "givenname", "forename")
_LAST = ("lastname", "surname", "familyname")
_CODE = ("code", "codes", "username", "id", "idnumber", "studentid")
_OTHER = (
    *("email", "e-mail", "mail", "emailaddress", "e-mailaddress", "class", "group", "groups"),
    *("course", "grade", "form", "no", "no.", "nr", "nr.", "number", "#", "role", "roles"),
)
_NAMES = frozenset((*_WHOLE, *_FIRST, *_LAST))
_HEADS = _NAMES | {*_CODE, *_OTHER}

Row = list[str]


class UnclearRoster(ValueError):
    """A table that does not say which column holds the names."""

    def __init__(self, readings: Iterable[tuple[str, ...]]) -> None:
        super().__init__(
            "there are several columns, and it is not clear which one holds the names. Name the "
            "columns in a first line, such as name,class or first name,last name, or write one "
            "name or code a line, in quotes if a comma is part of it"
        )
        self.readings = tuple(dict.fromkeys(filter(None, readings)))
        """The names in each way in which the table can be read."""


def names_in(text: str) -> tuple[str, ...]:
    """Return the names or codes of a class, none where the text has none.

    No line is taken for more than one learner.

    Raises:
        UnclearRoster: it could be one column or another.
        ValueError: a quotation mark is not closed.
    """
    lines = _without_numbers([line for line in text.splitlines() if line.strip()])
    rows = _rows(lines)
    head = [_head(cell) for cell in rows[0]] if rows else []
    if _NAMES & {*head} or (any(head) and _HEADS.issuperset(filter(None, head))):
        return _clean(_below(head, rows[1:]))
    return _clean(_guessed(rows))


def _without_numbers(lines: list[str]) -> list[str]:
    """Return lines without what numbers them: `1.`, `1)`, a dash, or numbers that count them."""
    lines = [_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in lines]
    counted = [_NUMBER.match(line) for line in lines]
    if [int(found[1]) for found in counted if found] == [*range(1, len(lines) + 1)]:
        return [_NUMBER.sub("", line, count=1) for line in lines]
    return lines


def _rows(lines: Sequence[str]) -> list[Row]:
    """Return the cells of each line; as many in each.

    Raises:
        ValueError: a quotation mark is not closed.
    """
    separator = next(
        (one for one in "\t;" if any(len(_cells(line, one)) > 1 for line in lines)), ","
    )
    rows = []
    for number, line in enumerate(lines, 1):
        try:
            rows.append(_cells(line, separator, strict=True))
        except csv.Error:
            raise ValueError(f"line {number} has a quotation mark that is not closed") from None
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _cells(line: str, separator: str, *, strict: bool = False) -> Row:
    cells = next(csv.reader([line], delimiter=separator, skipinitialspace=True, strict=strict))
    return [cell.strip() for cell in cells]


def _head(cell: str) -> str:
    return folded(cell).replace("_", "")


def _below(head: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    """Return what stands below the heads that say that they are of names.

    Raises:
        UnclearRoster: none of them does.
    """

    def at(wanted: Iterable[str]) -> int | None:
        return next((head.index(one) for one in wanted if one in head), None)

    first, last = at(_FIRST), at(_LAST)
    whole = at((*_WHOLE, *_CODE)) if first is None or last is None else at(_WHOLE)
    if whole is None and first is not None and last is not None:
        return (f"{row[first]} {row[last]}" for row in rows)
    one = next((each for each in (whole, first, last) if each is not None), None)
    if one is None:
        raise UnclearRoster(_readings(rows, range(len(head))))
    return (row[one] for row in rows)


def _guessed(rows: Sequence[Row]) -> Iterable[str]:
    """Return the column that can be one of names alone.

    Raises:
        UnclearRoster: there is none, or there are several.
    """
    if not rows or len(rows[0]) == 1:
        return (row[0] for row in rows)
    columns = _fit(rows, range(len(rows[0])), lambda cell: "@" not in cell and not _is_number(cell))
    columns = [index for index in columns if not _repeats(rows, index)] or columns
    columns = _fit(rows, columns, lambda cell: not any(map(str.isdigit, cell))) or columns
    if len(columns) != 1:
        raise UnclearRoster(_readings(rows, columns or range(len(rows[0]))))
    return (row[columns[0]] for row in rows)


def _fit(rows: Sequence[Row], columns: Iterable[int], fits: Callable[[str], bool]) -> list[int]:
    """Return those columns that are not empty, and of which each cell fits."""
    cells = {index: [row[index] for row in rows if row[index]] for index in columns}
    return [index for index, column in cells.items() if column and all(map(fits, column))]


def _is_number(cell: str) -> bool:
    return not cell.strip(".)#").strip("0123456789")


def _repeats(rows: Sequence[Row], index: int) -> bool:
    """Return whether one text fills a column, as that of a class does."""
    return len(rows) > 1 and len({row[index] for row in rows}) == 1


def _readings(rows: Sequence[Row], columns: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield the names in each way in which the columns can be read."""
    if len(rows) == 1:
        yield _clean(rows[0])
    for index in columns:
        yield _clean(row[index] for row in rows)
    for joined in (" ", ", "):
        yield _clean(joined.join(filter(None, (row[at] for at in columns))) for row in rows)


def _clean(names: Iterable[str]) -> tuple[str, ...]:
    found = (clean_line(name).strip()[:LONGEST_NAME] for name in names)
    return tuple(name for name in found if folded(name))
