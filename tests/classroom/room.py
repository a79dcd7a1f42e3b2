"""A room in which the program is run, and sheets are typed in."""

import io
import sys
from collections.abc import Iterator, Sequence

import pytest

from quiz.cli import main
from quiz.engine.paper_variant import PaperVariant
from quiz.plain.paper_entry.sheet import as_on_sheet
from tests.classroom.model import Simulated
from tests.classroom.seat import Reader, Typing
from tests.with_answers import with_answers


class Room:
    """A room in which the program is run."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def run(
        self, *argv: str, reader: Reader | None = None, lines: Sequence[str] = (), code: int = 0
    ) -> str:
        """Run a command in this process, and return what it wrote."""
        stdout = io.StringIO()
        stdin = Typing(stdout, reader.line) if reader else io.StringIO("\n".join([*lines, ""]))
        with self._patch.context() as patch:
            patch.setattr(sys, "stdin", stdin)
            patch.setattr(sys, "stdout", stdout)
            assert main(argv) == code, stdout.getvalue()[-2000:]
        return stdout.getvalue()


def typed(known: Simulated, learner: str, sheet: PaperVariant) -> Iterator[str]:
    """Yield what the teacher types of a sheet, behind the learner's code."""
    for asked in sheet.asked:
        question = with_answers(asked)
        if question.scored:
            answer = known.said[learner][question.id].answer
            yield as_on_sheet(asked, answer) if answer else ""
    yield ""
