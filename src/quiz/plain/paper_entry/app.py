"""Taking in a class on paper: where it begins."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from quiz.engine.paper_variant import PaperVariant
from quiz.model.quiz import Form, Quiz
from quiz.plain.console import Console
from quiz.plain.paper_entry.entry_loop import EntryLoop
from quiz.service.paper_class import PaperClass


def run(quiz: Quiz, drawn: Sequence[PaperVariant], folder: Path, form: Form | None) -> None:
    """Take in sheets until the teacher leaves or the input ends; results go to the folder.

    Raises:
        StorageError: a result can't be written, and nobody is there to try again.
    """
    room = PaperClass(quiz, drawn, folder, form, lambda: datetime.now(UTC).astimezone())
    EntryLoop(Console(sys.stdin, sys.stdout), room).run()
