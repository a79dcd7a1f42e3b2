"""What breaks YAML, in the words of someone who writes a quiz and not YAML."""

import re
from typing import NamedTuple

from yaml import Mark

from quiz.model.problem import shown
from quiz.quizfile import flow
from quiz.quizfile.flow import COLON, CURLY, CURLY_MARKS, QUOTE, UNCLOSED
from quiz.quizfile.keys import ENTRY, KEYS
from quiz.quizfile.messages import MARKER, as_list

TOO_DEEP = "too many lists or keys within each other: take some out"
"""What is said where lists or keys stand within each other without end."""

_BACKSLASH = r"a backslash needs another before it: write \\, or put the text in apostrophes"
_BLOCK = "after | or > the text begins on the next line, indented"
_TAB = "a tab stands here: indent with spaces"
_NO_COLON = "a colon is missing: write a key, a colon, a space and a value"
_NO_BRACE = "the { is missing that belongs to the } at the end of this line"
_ASKEW = (
    "this does not fit the lines above: begin keys that belong together in one column, and so "
    "the hyphens of a list"
)
_INDENTED = (
    "this line begins further right than the key above it, so it belongs to that key's text: "
    "begin both in one column, or put the whole text in quotation marks"
)
_UNKNOWN = f"this can't be read: {QUOTE}"
_SIGNS = (
    ("cannot start any token", f"a text may not begin with this character: {QUOTE}"),
    ("alphabetic or numeric character", f"a text may not begin with * or &: {QUOTE}"),
    ("tab character", _TAB),
    ("expected ':'", _NO_COLON),
    ("nesting depth", TOO_DEEP),
    ("found unexpected end of stream", UNCLOSED),
    ("found unexpected document", UNCLOSED),
    ("escape", _BACKSLASH),
    ("hexdecimal", _BACKSLASH),
    ("expected comment or line break", _BLOCK),
    ("',' or ']'", "a list in [ ] goes on here: write , or ]"),
    ("',' or '}'", "keys in { } go on here: write , or }"),
    ("node content", f"a value may not begin with this character: {QUOTE}"),
    ("block sequence entries", "a list begins on a line of its own: write the hyphen on the next"),
    ("'-' indicator", _ASKEW),
    ("expected key", _ASKEW),
    ("<document start>", _ASKEW),
)
"""What the parser says, and what is said of it here."""
# Nothing here can match in two ways (`*+` gives nothing back): a long line would take minutes.
_BEGINNING = re.compile(r"(?:[ \t]*+(?:#[^\n]*+)?+\n)*+ *+(?:-[ ]++)*+")
_NO_SPACE = re.compile(r"[\s-]*+(\w[\w-]*+):(?=[^\s/])")
_KEY = re.compile(r"[\s-]*+(?:\{\s*+)?[\w\"'][\w\"'-]*+\s*+:\s++\S")


class Flaw(NamedTuple):
    """What breaks a text, and where in it, in lines and columns from 1."""

    line: int
    column: int
    message: str
    is_of_value: bool = True
    """Whether it stands in the value of the first key; else the way to it is not known."""


def in_plain_words(
    error: Exception | None, text: str, quoted: tuple[Mark, Mark] | None, *, is_entry: bool = True
) -> Flaw:
    """Return what breaks a text, where, and what to write instead.

    `error` is that of the parser, or none where the text is no list and no keys; `quoted` are the
    marks of the last text in quotation marks; `is_entry` says that the text is one entry of a list
    or mapping, so that its fault can be told by how its value begins.
    """
    sign = str(getattr(error, "problem", None) or "")
    if error is None:
        return _no_colon(text, len(text) - len(text.lstrip()))
    mark = _mark(error, sign)
    if mark is None:
        return Flaw(1, 1, "this can't be read: look for characters that are no text")
    return (
        (_of_value(sign, text) if is_entry else None)
        or _of_line(sign, text, mark)
        or _of_quotation(sign, text, mark, quoted)
        or _of_sign(sign, text, mark)
    )


def _mark(error: Exception, sign: str) -> Mark | None:
    """Return the mark that helps most: where a text begins that has no end, or where it broke."""
    begins: Mark | None = getattr(error, "context_mark", None)
    breaks: Mark | None = getattr(error, "problem_mark", None)
    if sign.startswith("found unexpected") or "expected ':'" in sign:
        return begins or breaks
    return breaks or begins


def _at(text: str, index: int, message: str) -> Flaw:
    line = text.count("\n", 0, index) + 1
    return Flaw(line, index - text.rfind("\n", 0, index), message)


def _value(text: str) -> tuple[str, int]:
    """Return the key that a text begins with, if it does, and where the value behind it begins."""
    found = _BEGINNING.match(text)
    start = found.end() if found else 0
    key = ENTRY.match(text, start)
    end = key.end() if key else start
    return key["key"] if key else "", end + len(text[end:]) - len(text[end:].lstrip(" "))


def _of_value(sign: str, text: str) -> Flaw | None:
    """Return what is wrong by how the value of the first key begins."""
    key, start = _value(text)
    begins = text[start : start + 1]
    if begins in {"[", "{"}:
        wrong = flow.fault(text, start)
        return _at(text, *wrong) if wrong else None
    if "mapping values" not in sign:
        return None
    if begins and begins in CURLY_MARKS:
        return _at(text, start, CURLY)
    if key and begins == "\n" and (marker := _marker(text, _line_below(text, start))):
        return marker
    if key and begins == "\n" and _is_text(text[start:].lstrip()):
        return _at(
            text, start, f"a text of several lines begins with a bar: write `{shown(key)}: |`"
        )
    return None


def _line_below(text: str, start: int) -> int:
    """Return where the first line begins behind a place that is not empty."""
    words = start + len(text[start:]) - len(text[start:].lstrip())
    return text.rfind("\n", 0, words) + 1


def _is_text(rest: str) -> bool:
    """Return whether a text begins with words, and neither with a key nor with a sign."""
    key = ENTRY.match(rest)
    return rest[:1] not in "\"'[{|>-#" and not (key and key["key"] in KEYS)


def _of_line(sign: str, text: str, mark: Mark) -> Flaw | None:
    """Return what is wrong by what stands in the line, or in the one above it."""
    start = mark.index - mark.column
    line = _line(text, start)
    if "mapping values" in sign:
        return _colon(text, start, mark)
    if "expected ':'" in sign:
        return _no_colon(text, mark.index)
    if line[mark.column : mark.column + 1] == "\t":
        return Flaw(mark.line + 1, mark.column + 1, _TAB, is_of_value=False)
    return _marker(text, start) if "alphabetic" in sign else None


def _no_colon(text: str, index: int) -> Flaw:
    """Tell a colon without a space from a missing one, and both from a text that goes on."""
    start = text.rfind("\n", 0, index) + 1
    line = _line(text, start)
    if joined := _NO_SPACE.match(line):
        return _no_space(joined, text.count("\n", 0, start) + 1)
    if marker := _marker(text, start):
        return marker
    word, key = re.split(r"[\s\uff1a=]", line.strip())[0], _value(text)[0]
    begins = start + len(line) - len(line.lstrip())
    if word in KEYS:
        message = (
            f"a colon is missing: write `{word}: ...`, or begin a text that goes on further right"
        )
        return _at(text, begins, message)._replace(is_of_value=False)
    if key and text[:start].strip():
        return _at(
            text,
            begins,
            f"the text of `{shown(key)}` goes on here: begin further right than that key",
        )
    return _at(text, index, _NO_COLON)


def _marker(text: str, start: int) -> Flaw | None:
    """Return that a line begins with what is no hyphen of a list, though it is meant as one."""
    line = _line(text, start)
    found = MARKER.match(line.lstrip())
    if found is None:
        return None
    return _at(text, start + len(line) - len(line.lstrip()), as_list(found[1]))


def _of_quotation(
    sign: str, text: str, mark: Mark, quoted: tuple[Mark, Mark] | None
) -> Flaw | None:
    """Return that text follows after its closing quotation mark."""
    if not quoted or "expected key" not in sign:
        return None
    start, end = quoted
    line = _line(text, mark.index - mark.column)
    if end.line != mark.line or line[end.column : mark.column].strip():
        return None
    far = f", {end.line - start.line} lines below" if end.line > start.line else ""
    message = (
        f"the quotation mark here is closed in column {end.column}{far}: close it where the text "
        "ends, and inside it write '' for ' or \\\" for \""
    )
    return Flaw(start.line + 1, start.column + 1, message)


def _of_sign(sign: str, text: str, mark: Mark) -> Flaw:
    """Return what is said of what the parser says."""
    message = next((words for known, words in _SIGNS if known in sign), _UNKNOWN)
    return Flaw(mark.line + 1, mark.column + 1, message, is_of_value=message != _ASKEW)


def _line(text: str, start: int) -> str:
    """Return the line of a text that begins there."""
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _no_space(joined: re.Match[str], number: int) -> Flaw:
    message = f"a space is missing after the colon: write `{shown(joined[1])}: ...`"
    return Flaw(number, joined.end() + 1, message, is_of_value=False)


def _colon(text: str, start: int, mark: Mark) -> Flaw:
    """Tell apart the three ways in which a colon stands where none may."""
    line = _line(text, start)
    if line.rstrip().endswith("}") and "{" not in line:
        return Flaw(mark.line + 1, len(line) - len(line.lstrip()) + 1, _NO_BRACE)
    if _KEY.match(line[: mark.column]):
        return Flaw(mark.line + 1, mark.column + 1, COLON)
    end = len(text[:start].rstrip())
    if above := _NO_SPACE.match(_line(text, text.rfind("\n", 0, end) + 1)):
        return _no_space(above, text.count("\n", 0, end) + 1)
    column = len(line) - len(line.lstrip()) + 1
    return Flaw(mark.line + 1, column, _INDENTED, is_of_value=False)
