"""The command that hands a quiz out to a class."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from quiz.assignment import file
from quiz.commands.arguments import (
    Commands,
    add_new_file,
    add_question_filter,
    add_shared,
    question_filter,
)
from quiz.commands.moment import comes_twice, in_words, moment
from quiz.commands.output import FINE, FOUND, message, new_file, write
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.returned import Returned
from quiz.model.text import clean_line
from quiz.service import Service

_ASSIGN = """\
Examples:
  quiz assign ketamine -o exercise.json
  quiz assign ketamine -o pre.json --form pre --certainty --until 2026-12-04
  quiz assign ketamine -o practice.json --with-key

Write one file for a class: the passage, the questions and how to take them, without the key. Each
learner takes it with `quiz play FILE`, and hands in a result file."""
_ENDINGS = (".json",)
_LONGEST = 100_000
"""Bytes that a file of instructions may have; they have 5,000 characters at the most."""
_WITH_KEY = (
    "The key is in this file. Whoever opens it in an editor can read every right answer, every "
    "explanation and every note, also of questions that are not asked. Use it to practice, not "
    "for a grade."
)
_WITHOUT_KEY = (
    "The key is not in this file: no right answers, explanations, hints, evidence or topics. Keep "
    "the quiz to grade what comes back."
)
_SHIPPED = (
    "This quiz comes with the program. So learners have it too, with its key. For a grade, hand "
    "out a quiz of your own."
)
_OPTIONS = {"terms.instructions": "--instructions", "terms.folder": "--hand-in-to"}


class Misassigned(QuizError):
    """Terms that can't be, as they were asked for."""


def add_assign(commands: Commands) -> None:
    """Add `quiz assign`."""
    handing_out = commands.add("assign", assign, "hand a quiz out to a class", _ASSIGN)
    add_shared(handing_out, "quiz")
    add_new_file(handing_out, "a new file that ends in .json; - writes to the standard output")
    add_question_filter(
        handing_out, seed="the same order for all; else each learner has an order of their own"
    )
    how = handing_out.add_argument_group("how")
    how.add_argument(
        "--with-key",
        action="store_true",
        help="put the key into the file, so that answers are explained",
    )
    add_shared(
        how,
        "--mode",
        help="explain after each answer (practice) or at the end (test); test without the key",
    )
    add_shared(how, "--certainty")
    how.add_argument(
        "--instructions",
        metavar="TEXT",
        help="what learners read before the first question; @FILE takes it from a file",
    )
    how.add_argument(
        "--until",
        type=moment,
        metavar="WHEN",
        help="until when to hand in: a date, or a date and a time as 2026-12-04T10:30",
    )
    how.add_argument(
        "--hand-in-to",
        metavar="FOLDER",
        help="where results go: a folder inside that of the file; else beside it",
    )


def assign(args: Namespace, service: Service) -> int:
    """Write a file for a class.

    Raises:
        QuizError: the quiz can't be opened, nothing in it fits, or the terms can't be.
    """
    path = None if args.output == "-" else new_file(Path(args.output), _ENDINGS, force=args.force)
    quiz, source = service.library.open_to_copy(args.quiz)
    made = service.exercises.assign(
        quiz, question_filter(args, quiz), _terms(args), source if args.with_key else None
    )
    text = _checked(made)
    if path is None:
        sys.stdout.write(text)
    elif not write(path, text.encode(), force=args.force):
        return FOUND
    for line in _remarks(made, quiz, path):
        message(line)
    if made.source is None and service.library.is_shipped(args.quiz):
        message(_SHIPPED)
    return FINE


def _terms(args: Namespace) -> AssignmentSettings:
    """Return how the class is to take the quiz.

    Raises:
        Misassigned: that can't be.
    """
    if args.mode == "practice" and not args.with_key:
        raise Misassigned("Without the key nothing can be explained. For practice: --with-key")
    if args.until and args.until < datetime.now(args.until.tzinfo):
        raise Misassigned(f"{in_words(args.until)} is over already.")
    return AssignmentSettings(
        mode=args.mode or ("practice" if args.with_key else "test"),
        count=args.count,
        seed=args.seed,
        form=args.form,
        certainty=args.certainty,
        instructions=_instructions(args.instructions),
        until=args.until,
        folder=args.hand_in_to,
    )


def _instructions(text: str | None) -> str | None:
    """Return what the teacher says, from a file where the text begins with @."""
    if text is None or not text.startswith("@"):
        return text
    name = clean_line(text[1:])
    try:
        found = file.contents(text[1:], _LONGEST).decode("utf-8-sig")
        return found.replace("\r\n", "\n").strip()
    except UnicodeDecodeError:
        raise Misassigned(f"{name} is no UTF-8 text.") from None
    except file.Unreadable as error:
        raise Misassigned(f"{name}: {error}.") from None


def _checked(made: Assignment) -> str:
    """Return the text of the file, after a look whether a learner's program will read it."""
    from quiz.assignment.assignment_data import LARGEST, from_bytes, to_text

    text = to_text(made)
    if len(text.encode()) > LARGEST:
        raise Misassigned(f"The file would be larger than {LARGEST:,} bytes: ask for less.")
    try:
        from_bytes(text.encode())
    except ValueError as error:
        where, _, what = str(error).partition(": ")
        raise Misassigned(clean_line(f"{_OPTIONS.get(where, where)}: {what}")) from error
    return text


def _remarks(made: Assignment, quiz: Quiz, path: Path | None) -> Iterable[str]:
    """Yield what the teacher should know of the file."""
    there, terms = len(made.questions), made.terms
    asked = min(there, terms.count or there)
    order = "the same order for all" if terms.seed is not None else "an order of their own each"
    which = f"{asked}" if asked == there else f"{asked} of {there}"
    questions = "question" if there == 1 else "questions"
    yield f"Learners are asked {which} {questions} of “{quiz.title}”, in {order}."
    if terms.until:
        yield f"To be handed in until {in_words(terms.until)}."
        if comes_twice(terms.until):
            yield "The clocks go back then, and that time comes twice: this is the later one."
    target = (path or Path()).parent / (terms.folder or "")
    yield f"Results go into the folder {terms.folder or 'of this file'}."
    if terms.folder and not target.is_dir():
        yield f"There is no folder {target} here yet: make it before the class begins."
    yield _WITH_KEY if made.source is not None else _WITHOUT_KEY


def assignment_of(service: Service, name: str) -> Assignment:
    """Return the assignment of a file.

    Raises:
        QuizError: the file can't be read, or holds none.
    """
    found = service.library.open_any(name)
    if isinstance(found, Returned):
        raise Misassigned(f"{clean_line(name)} was returned to a learner, and not handed out.")
    if not isinstance(found, Assignment):
        raise Misassigned(f"{clean_line(name)} is a quiz, and not an exercise that was handed out.")
    return found
