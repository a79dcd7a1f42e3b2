"""A file that was looked at."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from quiz.check.finding import Finding
from quiz.check.inspection import Inspection
from quiz.model.problem import Place, Problem, ValuePath, written


class Locator(Protocol):
    """Finds in a file what a quiz holds."""

    def __call__(self, path: ValuePath, text: str, start: int) -> Place:
        """Return the place of the field at the path, or of the character within its text."""


def _start(path: ValuePath, text: str, start: int) -> Place:
    del path, text, start
    return Place(1, 1)


@dataclass(frozen=True, slots=True)
class Checked:
    """A file, and what was found in it."""

    name: str
    """The file's path as the user gave it."""
    inspection: Inspection | None = None
    """What was found; None where the file could not be read."""
    problems: tuple[Problem, ...] = ()
    """Why it could not be read."""
    locate: Locator = field(default=_start)
    """Finds in the file what the quiz holds."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, the waived ones too."""
        return self.inspection.findings if self.inspection else ()


@dataclass(frozen=True, slots=True)
class LeftToDo:
    """Something that is left to do in a draft."""

    question: str | None
    """The id of the question; None for what concerns the whole quiz."""
    path: ValuePath
    """The way to what is missing."""
    place: Place
    """Where in the file it is to be written, or what it belongs to begins."""
    message: str
    """What to write."""

    @property
    def where(self) -> str:
        """What is missing, in the quiz's own words, as `questions[2].evidence`."""
        return written(self.path)

    @property
    def part(self) -> str:
        """What is missing of the question, as `evidence`; or of the whole quiz."""
        return written(self.path[2:] if self.question else self.path)


def left_to_do(checked: Checked) -> Iterator[LeftToDo]:
    """Yield what is left to do in drafts, in the order in which to do it."""
    if checked.inspection:
        for path, message, _ in checked.inspection.left_to_do:
            questions = checked.inspection.quiz.questions
            about = questions[int(path[1])].id if path[0] == "questions" else None
            what = message.removeprefix("missing: ")
            yield LeftToDo(about, path, checked.locate(path, "", 0), what)


def placed(checked: Checked) -> Iterator[tuple[Finding, Place]]:
    """Yield each finding with its place: the whole quiz first, then in the order of the file."""
    pairs = [(finding, _place(checked, finding)) for finding in checked.findings]
    yield from sorted(pairs, key=lambda pair: (_group(pair[0]), pair[1]))


COUNTED = frozenset({"no-difficulty", "no-tag"})
"""Rules about what may be left out: however often they find something, it is said once."""


def summed(checked: Checked) -> Iterator[tuple[Finding, Place]]:
    """Yield the same for a reader: what may stand comes last, and once, with its number."""
    alike: dict[str, list[tuple[Finding, Place]]] = {rule: [] for rule in sorted(COUNTED)}
    for finding, place in placed(checked):
        if finding.rule in COUNTED and not finding.waived:
            alike[finding.rule].append((finding, place))
        else:
            yield finding, place
    for found in filter(None, alike.values()):
        first, place = found[0]
        times = f" ({len(found)} in all)" if len(found) > 1 else ""
        yield replace(first, question=None, message=first.message + times), place


def end(checked: Checked, finding: Finding, place: Place) -> Place | None:
    """Return the place behind the offending words; None where the file does not show it."""
    if finding.span is None:
        return None
    last = checked.locate(finding.path, finding.text, finding.span.end - 1)
    return Place(last.line, last.column + 1) if last >= place else None


def _place(checked: Checked, finding: Finding) -> Place:
    start = finding.span.start if finding.span else 0
    return checked.locate(finding.path, finding.text, start)


def _group(finding: Finding) -> ValuePath:
    """Return the index of the question, as a path; nothing for the whole quiz, to come first."""
    return finding.path[1:2] if finding.question else ()
