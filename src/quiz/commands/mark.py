"""The command that takes in a class on paper."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from quiz.commands.paper import drawn
from quiz.model.problem import QuizError
from quiz.model.text import clean_line
from quiz.plain.door import talk_over
from quiz.plain.mark import Marker
from quiz.service import Service
from quiz.service.paper_class import PaperClass


class NoFolder(QuizError):
    """A place for results that is no folder."""


def mark(args: SimpleNamespace, service: Service) -> int:
    """Take in what learners wrote on their sheets, as result files.

    Raises:
        QuizError: the quiz can't be opened, nothing in it fits, or a result can't be written.
    """
    quiz = service.library.open(args.quiz)
    folder = Path(args.output or f"{quiz.id}-results")
    if folder.exists() and not folder.is_dir():
        raise NoFolder(f"{clean_line(str(folder))} is no folder.")
    room = PaperClass(quiz, drawn(args, quiz), folder, args.form, _now)
    Marker(talk_over(sys.stdin, sys.stdout), room).take_in()
    return 0


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


COMMANDS = {"mark": mark}
"""What runs each command."""
