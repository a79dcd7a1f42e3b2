"""The command that hands in what waits."""

from argparse import Namespace
from pathlib import Path

from quiz.commands.arguments import Commands, add_shared
from quiz.commands.assign import Misassigned, assignment_of
from quiz.commands.output import FINE, FOUND, message, print_json, print_table, raise_trouble
from quiz.model.assignment import Assignment
from quiz.model.submission import folded
from quiz.service import Service
from quiz.service.exercises import Delivered, Undelivered
from quiz.store.records import AttemptRecord

_HAND_IN = """\
Examples:
  quiz hand-in                          all that waits
  quiz hand-in --to /media/stick        into another folder
  quiz hand-in exercise.json --unfinished

Hand in what could not be handed in before, and list every exercise that was taken here. What was
handed in once is not handed in again."""


def add_hand_in(commands: Commands) -> None:
    """Add `quiz hand-in`."""
    handing_in = commands.add("hand-in", hand_in, "hand in what waits", _HAND_IN)
    handing_in.add_argument("file", nargs="?", metavar="FILE", help="one exercise alone")
    handing_in.add_argument("--to", metavar="FOLDER", help="into this folder")
    handing_in.add_argument(
        "--learner", metavar="NAME", help="of one learner alone, by name or code"
    )
    handing_in.add_argument(
        "--unfinished",
        action="store_true",
        help="also what was begun and not finished, as it is; needs FILE",
    )
    add_shared(handing_in, "--json")


def hand_in(args: Namespace, service: Service) -> int:
    """Hand in what waits, and list what was handed in.

    Raises:
        QuizError: the file can't be opened, or is no exercise.
    """
    if args.unfinished and not args.file:
        raise Misassigned("Name the file of the exercise: quiz hand-in FILE --unfinished")
    assignment = assignment_of(service, args.file) if args.file else None
    folder = Path(args.to).absolute() if args.to else None
    found = [one for one in service.exercises.taken(assignment) if _is_of(one, args.learner)]
    raise_trouble(service)
    as_it_is = assignment if args.unfinished else None
    outcomes = [_outcome(service, one, folder, as_it_is) for one in found]
    if args.json:
        print_json([_as_data(*pair) for pair in zip(found, outcomes, strict=True)])
    else:
        _list(found, outcomes)
    waits = [one for one in outcomes if isinstance(one, Undelivered)]
    if waits:
        message("To hand in elsewhere: quiz hand-in --to FOLDER")
    return FOUND if waits else FINE


def _is_of(one: AttemptRecord, learner: str | None) -> bool:
    return learner is None or folded(one.learner) == folded(learner)


def _outcome(
    service: Service, one: AttemptRecord, folder: Path | None, as_it_is: Assignment | None
) -> Delivered | Undelivered | None:
    """Hand in an exercise that waits, or an unfinished one of an assignment as it is."""
    if one.submission:
        return service.exercises.deliver(one, folder)
    if as_it_is and not one.ended:
        attempt = service.exercises.unfinished(as_it_is, one.learner)
        if attempt and attempt.id == one.id:
            return service.exercises.hand_in(as_it_is, attempt, folder)
    return None


def _list(found: list[AttemptRecord], outcomes: list[Delivered | Undelivered | None]) -> None:
    rows = [_row(*pair) for pair in zip(found, outcomes, strict=True)]
    if not rows:
        message("There is nothing to hand in.")
        return
    print_table(rows)
    if None in outcomes:
        message("To hand in what is unfinished, as it is: quiz hand-in FILE --unfinished")


def _row(one: AttemptRecord, outcome: Delivered | Undelivered | None) -> tuple[str, ...]:
    """Return what became of an exercise, and where it is or why it waits."""
    match outcome:
        case Delivered(path):
            return "handed in", one.learner, one.title, str(path)
        case Undelivered(why):
            return "waits", one.learner, one.title, why
    return "unfinished", one.learner, one.title, f"{one.answered} of {one.asked} answered"


def _as_data(one: AttemptRecord, outcome: Delivered | Undelivered | None) -> dict[str, object]:
    return {
        "state": _row(one, outcome)[0],
        "assignment": one.assignment,
        "quiz": one.quiz,
        "learner": one.learner,
        "answered": one.answered,
        "asked": one.asked,
        "path": str(outcome.path) if isinstance(outcome, Delivered) else None,
        "why": outcome.why if isinstance(outcome, Undelivered) else None,
    }
