"""The command that takes questions over from other programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.commands.arguments import Commands, add_new_file, add_shared
from quiz.commands.output import FINE, FOUND, QUIZZES, message, new_file, print_json, write
from quiz.engine.wording import count
from quiz.model.text import as_argument
from quiz.service import Service

if TYPE_CHECKING:
    from quiz.exchange.drafting import Taken
    from quiz.service.importing import Outcome

FORMATS = ("moodle-xml", "gift", "aiken", "mkdocs-quiz", "text2qti")
"""What is read."""
_IMPORT = """\
Examples:
  quiz import bank.xml -o my-quiz.yaml
  quiz import week-1.gift week-2.gift -o my-quiz.yaml --passage article.docx
  quiz import questions.txt -o my-quiz.yaml --from aiken

Make a draft of questions that were written for another program: Moodle (XML, GIFT or Aiken),
mkdocs-quiz or text2qti. What could not be taken over is said by line and question. `quiz check`
then lists what is left to do."""


def add_import(commands: Commands) -> None:
    """Add `quiz import`."""
    importing = commands.add(
        "import", import_, "make a draft of another program's questions", _IMPORT
    )
    importing.add_argument("files", nargs="+", metavar="FILE", help="a file with questions")
    add_new_file(importing, "the draft; its name ends in .yaml")
    importing.add_argument(
        "--passage", metavar="ARTICLE", help="the text that the questions are about: its file"
    )
    importing.add_argument(
        "--from",
        dest="form",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"its format ({', '.join(FORMATS)}); else found by what is in it",
    )
    add_shared(importing, "--language", "--json")


def import_(args: Namespace, _service: Service) -> int:
    """Make a draft of files, and say what became of each question.

    Raises:
        QuizError: a file can't be read, or the draft can't be written there.
    """
    from quiz.service import importing

    path = new_file(Path(args.output), QUIZZES, force=args.force)
    form = importing.READ[args.form] if args.form else None
    sources = [importing.read(Path(name), form) for name in args.files]
    article = Path(args.passage) if args.passage else None
    outcome = importing.draft(sources, path.name, article, args.language)
    for line in (*([] if args.json else _lines(outcome.taken)), *_summary(outcome)):
        message(line)
    written = bool(outcome.text) and write(path, outcome.text.encode(), force=args.force)
    if written:
        message(f"It is a draft. What is left to do: quiz check --watch {as_argument(str(path))}")
    elif not outcome.text:
        message("There is nothing to make a quiz of: nothing is written.")
    if args.json:
        print_json(_as_data(outcome, path if written else None))
    left_out = any(one.refused for one in outcome.taken)
    return FINE if written and not left_out else FOUND


def _lines(taken: Sequence[Taken]) -> Iterator[str]:
    """Yield what became of each question of which there is something to say."""
    for one in taken:
        place = f"{one.file}:{one.line}" if one.line else one.file
        place += f": {one.name}" if one.name else ""
        if one.refused:
            yield f"{place}: left out: {one.refused}"
        if one.lost:
            yield f"{place}: not carried: {'; '.join(one.lost)}"
        if one.changed:
            yield f"{place}: changed: {'; '.join(one.changed)}"


def _summary(outcome: Outcome) -> Iterator[str]:
    """Yield how many questions each file has, and what became of them in all."""
    for source in outcome.sources:
        found = count(source.imported.count, "question")
        yield f"{source.name}: {source.form.title}, {found}."
    taken = [one for one in outcome.taken if one.question]
    partly = {
        "not whole": sum(bool(one.lost) for one in taken),
        "changed": sum(bool(one.changed) for one in taken),
    }
    said = ", ".join(f"{number} {what}" for what, number in partly.items() if number)
    left_out = sum(bool(one.refused) for one in outcome.taken)
    yield (
        f"{count(len(taken), 'question')} taken over{said and f' ({said})'}"
        f"{f', {left_out} left out' if left_out else ''}."
    )


def _as_data(outcome: Outcome, path: Path | None) -> dict[str, object]:
    taken = outcome.taken
    return {
        "written": str(path) if path else None,
        "questions": sum(one.question is not None for one in taken),
        "files": [
            {
                "file": source.name,
                "format": source.form.name,
                "questions": source.imported.count,
            }
            for source in outcome.sources
        ],
        "left_out": [_place(one) | {"why": one.refused} for one in taken if one.refused],
        "not_carried": [_place(one) | {"what": one.lost} for one in taken if one.lost],
        "changed": [_place(one) | {"what": one.changed} for one in taken if one.changed],
    }


def _place(one: Taken) -> dict[str, object]:
    return {"file": one.file, "line": one.line, "question": one.name}
