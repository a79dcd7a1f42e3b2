"""What breaks YAML, in the words of someone who writes a quiz and not YAML."""

import re
from collections.abc import Callable
from dataclasses import replace

from yaml import Mark

from quiz.model.problem import Problem, shown

TOO_DEEP = "too many lists or keys within each other: take some out"
"""What is said where lists or keys stand within each other without end."""

_QUOTE = "put the whole text in quotation marks"
_UNCLOSED = "the quotation mark here is never closed: write another at the end of the text"
_BACKSLASH = r"a backslash needs another before it: write \\, or put the text in apostrophes"
_BLOCK = "after | or > the text begins on the next line, indented"
_TAB = "a tab stands here: indent with spaces"
_ASKEW = (
    "this does not fit the lines above: begin keys that belong together in one column, and so "
    "the hyphens of a list"
)
_WORDS = (
    ("cannot start any token", f"a text may not begin with this character: {_QUOTE}"),
    ("alphabetic or numeric character", f"a text may not begin with * or &: {_QUOTE}"),
    ("tab character", _TAB),
    ("expected ':'", "a colon is missing: write a key, a colon, a space and a value"),
    ("nesting depth", TOO_DEEP),
    ("found unexpected end of stream", _UNCLOSED),
    ("found unexpected document", _UNCLOSED),
    ("escape", _BACKSLASH),
    ("hexdecimal", _BACKSLASH),
    ("expected comment or line break", _BLOCK),
    ("',' or ']'", "the list that begins with [ in line {opened} goes on here: write , or ]"),
    ("',' or '}'", "the keys that begin with {{ in line {opened} go on here: write , or }}"),
    ("node content", f"a value may not begin with this character: {_QUOTE}"),
    ("block sequence entries", "a list begins on a line of its own: write the hyphen on the next"),
    ("'-' indicator", _ASKEW),
    ("expected key", _ASKEW),
    ("<document start>", "this does not fit the lines above: begin all keys in the first column"),
)
# Nothing here can match in two ways (`*+` gives nothing back): a long line would take minutes.
_KEY_AND_TEXT = re.compile(r"[\s-]*+(?:\{\s*+)?[\w\"'][\w\"'-]*+\s*+:\s++\S")
_NO_SPACE = re.compile(r"[\s-]*+(\w[\w-]*+):(?=[^\s/])")


Make = Callable[[int, int, str], Problem]
"""Makes a problem of line, column and message."""


def in_plain_words(
    error: Exception, text: str, problem: Make, quoted: tuple[Mark, Mark] | None
) -> Problem:
    """Return what broke the text, where, and what to write instead.

    `quoted` holds the marks of start and end of the last text in quotation marks.
    """
    sign = str(getattr(error, "problem", None) or "")
    mark = _mark(error, sign)
    if mark is None:
        return problem(1, 1, "this can't be read: look for characters that are no text")
    start = mark.index - mark.column
    line = _line(text, start)
    if "mapping values are not allowed" in sign:
        return _colon(text, start, mark, problem)
    joined = _NO_SPACE.match(line)
    if "expected ':'" in sign and joined:
        return _no_space(joined, mark.line + 1, problem)
    if "expected key" in sign and quoted and _goes_on(quoted[1], mark, line):
        return problem(quoted[0].line + 1, quoted[0].column + 1, _closed_early(mark))
    opened: Mark = getattr(error, "context_mark", None) or mark
    message = _message(sign, line, mark.column).format(opened=opened.line + 1)
    return problem(mark.line + 1, mark.column + 1, message)


def _line(text: str, start: int) -> str:
    """Return the line of a text that begins there."""
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _message(sign: str, line: str, column: int) -> str:
    if line[column : column + 1] == "\t":
        return _TAB
    unknown = f"this can't be read: {_QUOTE}"
    return next((words for known, words in _WORDS if known in sign), unknown)


def _goes_on(end: Mark, mark: Mark, line: str) -> bool:
    """Return whether text follows after its closing quotation mark."""
    return end.line == mark.line and not line[end.column : mark.column].strip()


def _closed_early(mark: Mark) -> str:
    return (
        f"the quotation mark here is closed in line {mark.line + 1}, before column "
        f"{mark.column + 1}: close it where the text ends, and inside it write '' for ' or "
        r'\" for "'
    )


def _mark(error: Exception, sign: str) -> Mark | None:
    """Return the mark that helps most: where a text begins that has no end, or where it broke."""
    begins: Mark | None = getattr(error, "context_mark", None)
    breaks: Mark | None = getattr(error, "problem_mark", None)
    if sign.startswith("found unexpected") or "expected ':'" in sign:
        return begins or breaks
    return breaks or begins


def _no_space(joined: re.Match[str], number: int, problem: Make) -> Problem:
    """Return that a line lacks a space after its first colon; the way there is not known then."""
    message = f"a space is missing after the colon: write `{shown(joined[1])}: ...`"
    return replace(problem(number, joined.end() + 1, message), where="")


def _colon(text: str, start: int, mark: Mark, problem: Make) -> Problem:
    """Tell apart the three ways in which a colon stands where none may."""
    line = _line(text, start)
    if _KEY_AND_TEXT.match(line[: mark.column]):
        message = f"a colon with a space after it stands in the text: {_QUOTE}"
        return problem(mark.line + 1, mark.column + 1, message)
    end = len(text[:start].rstrip())
    above = _NO_SPACE.match(_line(text, text.rfind("\n", 0, end) + 1))
    if above:
        return _no_space(above, text.count("\n", 0, end) + 1, problem)
    message = (
        "this line begins further right than the key above it, so it belongs to that key's text: "
        "begin both in one column"
    )
    return problem(mark.line + 1, len(line) - len(line.lstrip()) + 1, message)
