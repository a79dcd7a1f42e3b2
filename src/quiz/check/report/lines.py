"""The report as lines for a terminal: grouped by question, the offending words underlined."""

from collections.abc import Iterator
from itertools import groupby

from quiz.check.finding import Finding, Level
from quiz.check.report.checked import COUNTED, Checked, left_to_do, summed
from quiz.engine.wording import count
from quiz.model.lines import cells, cut
from quiz.model.problem import Place
from quiz.model.span import Span
from quiz.model.text import clean, clean_line

WIDTH = 96
"""Cells that the quoted text of a finding may take."""

_COLOURS = {
    "error": "31",
    "warning": "33",
    "note": "34",
    "bold": "1",
    "help": "36",
    "covered": "32",
}


class Pen:
    """Writes words in colour, where colour is wanted."""

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour
        """Whether escape codes may be written."""

    def __call__(self, text: str, style: str) -> str:
        """Return the text in the style of that name."""
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self.colour else text


def lines(checked: Checked, *, colour: bool = False) -> Iterator[str]:
    """Yield the report on one file, line by line, without its tables."""
    pen = Pen(colour=colour)
    for problem in checked.problems:
        yield clean_line(str(problem))
    yield from _left_to_do(checked, pen)
    for question, found in groupby(summed(checked), key=lambda each: each[0].question):
        yield pen(f"{clean_line(checked.name)}: {clean_line(question or 'the whole quiz')}", "bold")
        for finding, place in found:
            yield from _finding(checked.name, finding, place, pen)
        yield ""


def _left_to_do(checked: Checked, pen: Pen) -> Iterator[str]:
    left = list(left_to_do(checked))
    if left:
        things = f"{count(len(left), 'thing')} left to do, in this order"
        yield pen(f"{clean_line(checked.name)}: {things}", "bold")
        for one in left:
            place = f"{clean_line(checked.name)}:{one.place.line}:{one.place.column}:"
            about = f"{clean_line(one.question)}: " if one.question else ""
            yield f"{place} {pen(about + clean_line(one.part), 'bold')}: {clean_line(one.message)}"
        yield ""


def _finding(name: str, finding: Finding, place: Place, pen: Pen) -> Iterator[str]:
    start = clean_line(f"{name}:{place.line}:{place.column}:")
    level = "waived" if finding.waived else pen(finding.level, finding.level)
    yield f"{start} {pen(finding.rule, 'bold')} {level} {clean_line(finding.message)}"
    if finding.span:
        yield from _underlined(finding.text, finding.span, pen, finding.level)
    if finding.waived:
        yield f"    waived: {clean_line(finding.waived)}"
    elif finding.rule not in COUNTED:
        yield f"    {pen('help:', 'help')} {finding.help}"


def _underlined(text: str, span: Span, pen: Pen, level: Level) -> Iterator[str]:
    """Yield the line of the text that the span begins in, and the marks under the words."""
    shown = clean(text).replace("\t", " ")
    _, _, before = shown[: span.start].rpartition("\n")
    rest, _, _ = shown[span.start :].partition("\n")
    length = span.end - span.start
    marked, after = rest[:length], rest[length:]
    if cells(before + rest) > WIDTH:
        before = _tail(before, WIDTH // 3)
        room = WIDTH - cells(before) - 1
        after = cut(after, room - cells(marked) + 1) if cells(marked) <= room else ""
        marked = cut(marked, room)
    yield f"    | {before}{marked}{after}"
    marks = "^" + "~" * (max(1, cells(marked)) - 1)
    yield f"    | {' ' * cells(before)}{pen(marks, level)}"


def _tail(text: str, most: int) -> str:
    if cells(text) <= most:
        return text
    return "…" + cut(text[::-1], most)[-2::-1]
