"""The elements of a text2qti file: each begins a line with its mark, and goes on indented.

Source: the README of text2qti, and the patterns in its `quiz.py`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from textwrap import dedent


class Mark(Enum):
    """What an element is, by the pattern that begins its line."""

    QUIZ_TITLE = r"[Qq]uiz [Tt]itle:"
    QUIZ_DESCRIPTION = r"[Qq]uiz description:"
    TEXT_TITLE = r"[Tt]ext [Tt]itle:"
    TEXT = r"[Tt]ext:"
    SHUFFLE = r"[Ss]huffle answers:"
    SETTING = (
        r"(?:[Ss]how correct answers|[Oo]ne question at a time|[Cc]an't go back"
        r"|[Ff]eedback is solution|[Ss]olutions (?:sample groups|randomize groups|pick)):"
    )
    GROUP = r"GROUP(?=\s*$)"
    END_GROUP = r"END_GROUP(?=\s*$)"
    PICK = r"[Pp]ick:"
    POINTS_OF_EACH = r"[Pp]oints per question:"
    TITLE = r"[Tt]itle:"
    POINTS = r"[Pp]oints:"
    QUESTION = r"[0-9]+\."
    RIGHT = r"\*[A-Za-z]\)"
    WRONG = r"[A-Za-z]\)"
    CHECKED = r"\[\*\]"
    UNCHECKED = r"\[ ?\]"
    ANSWER = r"\*"
    NUMBER = r"="
    ESSAY = r"___+(?=\s*$)"
    UPLOAD = r"\^\^\^+(?=\s*$)"
    FEEDBACK = r"\.\.\."
    IF_RIGHT = r"\+"
    IF_WRONG = r"-"
    SOLUTION = r"!"
    PROGRAM = r"```+.*"
    STRANGE = r"(?!)"
    """A line that begins none of them."""


_MARK = re.compile(
    f"(?:{'|'.join(f'(?P<{mark.name}>{mark.value})' for mark in Mark)})" r"(?:[ \t]+|$)"
)
_FENCE = "```"


@dataclass(slots=True)
class Element:
    """An element, as it stands in the file."""

    line: int
    """Where it begins, from 1."""
    mark: Mark
    first: str
    """What stands behind its mark."""
    rest: list[str] = field(default_factory=list)
    """The lines on which it goes on."""

    @property
    def text(self) -> str:
        """What it says, in Markdown."""
        return "\n".join([self.first, dedent("\n".join(self.rest)).rstrip()]).strip()


def elements(text: str) -> Iterator[Element]:
    """Yield the elements of a file in order."""
    element: Element | None = None
    for number, line in _without_comments(text.split("\n")):
        inside = element is not None and element.mark is Mark.PROGRAM
        goes_on = not line.strip() or line[0] in " \t"
        if element and (goes_on or inside):
            element.rest.append(line)
            if inside and line.startswith(_FENCE):
                yield element
                element = None
        elif line.strip():
            if element:
                yield element
            found = _MARK.match(line)
            mark = Mark[found.lastgroup] if found and found.lastgroup else Mark.STRANGE
            element = Element(number, mark, line[found.end() if found else 0 :].strip())
    if element:
        yield element


def _without_comments(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the numbers and the lines of a file but those of its comments."""
    inside = False
    for number, line in enumerate(lines, 1):
        if line.startswith("END_COMMENT"):
            inside = False
        elif line.startswith("COMMENT") or inside:
            inside = True
        elif not line.startswith("%"):
            yield number, line
