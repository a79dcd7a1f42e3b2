"""The commands of a class: assign and hand-in."""

import json
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

from quiz.commands.doors import wanted
from quiz.commands.output import data, message, new_file, table, write
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.submission import folded
from quiz.model.text import clean_line
from quiz.service import Service
from quiz.service.exercises import Delivered, Undelivered
from quiz.store.past import Exercise

_ENDINGS = (".json",)
_WITH_KEY = (
    "The key is in this file. Whoever opens it in an editor can read every right answer, every "
    "explanation and every note, also of questions that are not asked. Use it to practice, not "
    "for marks."
)
_WITHOUT_KEY = (
    "The key is not in this file: no right answers, explanations, hints, evidence or topics. Keep "
    "the quiz to mark what comes back."
)
_SHIPPED = (
    "This quiz comes with the program. So learners have it too, with its key. For marks, hand out "
    "a quiz of your own."
)
_OPTIONS = {"terms.instructions": "--instructions", "terms.folder": "--hand-in-to"}


class Misassigned(QuizError):
    """Terms that can't be, as they were asked for."""


def assign(args: SimpleNamespace, service: Service) -> int:
    """Write a file for a class.

    Raises:
        QuizError: the quiz can't be opened, nothing in it fits, or the terms can't be.
    """
    path = None if args.output == "-" else new_file(Path(args.output), _ENDINGS, force=args.force)
    quiz, source = service.library.open_to_copy(args.quiz)
    made = service.exercises.assign(
        quiz, wanted(args, quiz), _terms(args), source if args.with_key else None
    )
    text = _checked(made)
    if path is None:
        sys.stdout.write(text)
    elif not write(path, text.encode()):
        return 1
    for line in _remarks(made, quiz, path):
        message(line)
    if made.source is None and service.library.is_shipped(args.quiz):
        message(_SHIPPED)
    return 0


def _terms(args: SimpleNamespace) -> AssignmentSettings:
    """Return how the class is to take the quiz.

    Raises:
        Misassigned: that can't be.
    """
    if args.mode == "practice" and not args.with_key:
        raise Misassigned("Without the key nothing can be explained. For practice: --with-key")
    if args.until and args.until < datetime.now(args.until.tzinfo):
        raise Misassigned(f"{_moment(args.until)} is over already.")
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
        return Path(text[1:]).read_text(encoding="utf-8-sig").strip()
    except OSError as error:
        raise Misassigned(f"{name} can't be read: {error.strerror}.") from error
    except ValueError as error:
        raise Misassigned(f"{name} is no UTF-8 text.") from error


def _checked(made: Assignment) -> str:
    """Return the text of the file, after a look whether a learner's program will read it."""
    from quiz.assignment.assignment_data import LARGEST, from_bytes, to_text  # noqa: PLC0415  only here

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
        yield f"To be handed in until {_moment(terms.until)}."
    target = (path or Path()).parent / (terms.folder or "")
    yield f"Results go into the folder {terms.folder or 'of this file'}."
    if terms.folder and not target.is_dir():
        yield f"There is no folder {target} here yet: make it before the class begins."
    yield _WITH_KEY if made.source is not None else _WITHOUT_KEY


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M %Z}".strip()


def hand_in(args: SimpleNamespace, service: Service) -> int:
    """Hand in what waits, and list what was handed in.

    Raises:
        QuizError: the file can't be opened, or is no exercise.
    """
    if args.unfinished and not args.file:
        raise Misassigned("Name the file of the exercise: quiz hand-in FILE --unfinished")
    assignment = assignment_of(service, args.file) if args.file else None
    folder = Path(args.to).absolute() if args.to else None
    found = [one for one in service.exercises.taken(assignment) if _is_of(one, args.learner)]
    if service.trouble:
        message(service.trouble)
        return 1
    as_it_is = assignment if args.unfinished else None
    outcomes = [_outcome(service, one, folder, as_it_is) for one in found]
    if args.json:
        data(json.dumps([_as_data(*pair) for pair in zip(found, outcomes, strict=True)], indent=2))
    else:
        _list(found, outcomes)
    waits = [one for one in outcomes if isinstance(one, Undelivered)]
    if waits:
        message("To hand in elsewhere: quiz hand-in --to FOLDER")
    return 1 if waits else 0


def assignment_of(service: Service, name: str) -> Assignment:
    """Return the assignment of a file.

    Raises:
        QuizError: the file can't be read, or holds none.
    """
    found = service.library.open_any(name)
    if not isinstance(found, Assignment):
        raise Misassigned(f"{clean_line(name)} is a quiz, and not an exercise that was handed out.")
    return found


def _is_of(one: Exercise, learner: str | None) -> bool:
    return learner is None or folded(one.learner) == folded(learner)


def _outcome(
    service: Service, one: Exercise, folder: Path | None, as_it_is: Assignment | None
) -> Delivered | Undelivered | None:
    """Hand in an exercise that waits, or an unfinished one of an assignment as it is."""
    if one.submission:
        return service.exercises.deliver(one, folder)
    if as_it_is and not one.ended:
        attempt = service.exercises.unfinished(as_it_is, one.learner)
        if attempt and attempt.key == one.key:
            return service.exercises.hand_in(as_it_is, attempt, folder)
    return None


def _list(found: list[Exercise], outcomes: list[Delivered | Undelivered | None]) -> None:
    rows = [_row(*pair) for pair in zip(found, outcomes, strict=True)]
    if not rows:
        message("There is nothing to hand in.")
        return
    table(rows)
    if None in outcomes:
        message("To hand in what is unfinished, as it is: quiz hand-in FILE --unfinished")


def _row(one: Exercise, outcome: Delivered | Undelivered | None) -> tuple[str, ...]:
    return (_state(outcome), one.learner, one.title, _place(one, outcome))


def _state(outcome: Delivered | Undelivered | None) -> str:
    match outcome:
        case Delivered():
            return "handed in"
        case Undelivered():
            return "waits"
    return "unfinished"


def _place(one: Exercise, outcome: Delivered | Undelivered | None) -> str:
    match outcome:
        case Delivered(path):
            return str(path)
        case Undelivered(why):
            return why
    return f"{one.answered} of {one.asked} answered"


def _as_data(one: Exercise, outcome: Delivered | Undelivered | None) -> dict[str, object]:
    return {
        "state": _state(outcome),
        "assignment": one.assignment,
        "quiz": one.quiz,
        "learner": one.learner,
        "answered": one.answered,
        "asked": one.asked,
        "path": str(outcome.path) if isinstance(outcome, Delivered) else None,
        "why": outcome.why if isinstance(outcome, Undelivered) else None,
    }


COMMANDS = {"assign": assign, "hand-in": hand_in}
"""What runs each command."""
