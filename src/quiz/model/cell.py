"""Text in a cell of a table that a spreadsheet opens."""

import re

_FORMULA = re.compile(r"(^|;)(?=\s*[=+\-@\t\r\n＝＋－＠])")  # noqa: RUF001  full-width ones run too


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before one that is.

    Some split a line at each semicolon, so behind one a cell begins, too.
    """
    return _FORMULA.sub(r"\1'", cell)
