"""Text in a cell of a table that a spreadsheet opens."""

import re

# the last four are full-width, and run too
_FORMULA = re.compile(r"(^|;)(?=\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before one that is.

    Some split a line at each semicolon, so behind one a cell begins, too.
    """
    return _FORMULA.sub(r"\1'", cell)
