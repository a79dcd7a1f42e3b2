"""How much was found in all files."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.check.finding import Level
from quiz.check.report.checked import Checked
from quiz.engine.wording import count


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was found in all files."""

    files: int
    """Files that were looked at."""
    unread: int
    """Files among them that could not be read."""
    questions: int
    """Questions in the others."""
    errors: int
    """Errors in the others."""
    warnings: int
    """Warnings that count."""
    notes: int
    """Notes, which fail nothing."""
    waived: int
    """Findings that their authors let stand."""
    left_to_do: int
    """What is left to do in drafts."""

    def __str__(self) -> str:
        """Return it as a sentence."""
        found = [count(self.errors, "error"), count(self.warnings, "warning")]
        if self.notes:
            found.append(count(self.notes, "note"))
        if self.waived:
            found.append(f"{self.waived} waived")
        if self.left_to_do:
            found.append(f"{self.left_to_do} left to do")
        text = f"{', '.join(found)} in {count(self.files - self.unread, 'file')}"
        text += f" with {count(self.questions, 'question')}."
        return text + (f" {count(self.unread, 'file')} could not be read." if self.unread else "")


def tally(files: Iterable[Checked]) -> Tally:
    """Return how much was found."""
    checked = list(files)
    read = [each.inspection for each in checked if each.inspection]
    return Tally(
        len(checked),
        len(checked) - len(read),
        sum(len(each.quiz.questions) for each in read),
        sum(len(each.of(Level.ERROR)) for each in read),
        sum(len(each.of(Level.WARNING)) for each in read),
        sum(len(each.of(Level.NOTE)) for each in read),
        sum(len(each.waived) for each in read),
        sum(len(each.left_to_do) for each in read),
    )
