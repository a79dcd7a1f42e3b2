"""The commands about quiz files: list, check and schema."""

import json
import sys
from types import SimpleNamespace

from quiz.commands.output import data, message, table
from quiz.engine.wording import percent
from quiz.model.text import clean_line
from quiz.service import Service, Shelved


def list_(args: SimpleNamespace, service: Service) -> int:
    """List the quizzes of the shelf."""
    shelf = service.shelf()
    if args.json:
        data(json.dumps([_as_data(shelved) for shelved in shelf], indent=2))
        return 0
    if not shelf:
        message("There is no quiz here yet.")
        return 0
    heading = ("NAME", "QUESTIONS", "MINUTES", "LAST", "TITLE")
    table([heading, *map(_row, shelf)])
    for shelved in shelf:
        if shelved.quiz is None:
            file = clean_line(str(shelved.path))
            message(f"{clean_line(shelved.name)} can't be read. To see why: quiz check {file}")
    return 0


def check(args: SimpleNamespace, _service: Service) -> int:
    """Say what is wrong in quiz files."""
    from quiz.commands.check import run  # noqa: PLC0415  the rules take their time

    return run(args, sys.stdout, sys.stderr)


def schema(args: SimpleNamespace, _service: Service) -> int:
    """Write the JSON Schema of a quiz file, or of a file of a class."""
    if args.assignment or args.result:
        from quiz.assignment import schema as handout  # noqa: PLC0415  one of them

        wanted = handout.assignment() if args.assignment else handout.result()
        data(handout.as_text(wanted).rstrip())
        return 0
    if args.report:
        from quiz.report import schema as report  # noqa: PLC0415

        data(report.as_text().rstrip())
        return 0
    from quiz.quizfile.schema import as_text  # noqa: PLC0415  pydantic takes its time

    data(as_text().rstrip())
    return 0


def _row(shelved: Shelved) -> tuple[str, ...]:
    quiz, last = shelved.quiz, shelved.summary.last_share
    if quiz is None:
        return (shelved.name, "-", "-", "-", "(can't be read)")
    score = "-" if last is None else percent(last)
    return (shelved.name, str(len(quiz.questions)), str(quiz.minutes), score, quiz.title)


def _as_data(shelved: Shelved) -> dict[str, object]:
    quiz = shelved.quiz
    known: dict[str, object] = {
        "name": shelved.name,
        "path": str(shelved.path),
        "readable": quiz is not None,
    }
    if quiz is None:
        return known
    return known | {
        "id": quiz.id,
        "version": quiz.version,
        "title": quiz.title,
        "language": quiz.language,
        "topics": dict(quiz.topics),
        "questions": len(quiz.questions),
        "minutes": quiz.minutes,
        "last_share": shelved.summary.last_share,
        "due": shelved.due,
    }


COMMANDS = {"list": list_, "check": check, "schema": schema}
"""What runs each command."""
