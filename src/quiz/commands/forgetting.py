"""What `quiz forget` does: it deletes answers, and what a teacher keeps of a class."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from quiz.commands.output import FINE, FOUND, message
from quiz.engine.wording import count
from quiz.model.problem import UnknownQuiz
from quiz.model.text import clean_line
from quiz.service import Service, regrading, returning
from quiz.service.classes import Classes
from quiz.store.class_records import ClassRecord
from quiz.store.records import AttemptRecord


def run(args: Namespace, service: Service) -> int:
    """Delete what is kept of a quiz, or of all, after a question.

    Raises:
        QuizError: there is nothing of that name, or it can't be deleted.
    """
    waits = sum(_waits(one, args.quiz) for one in service.exercises.taken())
    if waits and not args.yes:
        them = count(waits, "exercise that is", "exercises that are")
        message(f"With them goes {them} not handed in yet. To do that first: quiz hand-in")
    classes = Classes(service.folder)
    hosted = _hosted(args, service, classes)
    them = count(len(hosted), "class that you hosted", "classes that you hosted")
    if hosted and not args.yes:
        message(f"With them go what was answered, and the names, in {them}.")
    if not args.yes and not _agrees(
        f"Delete your answers to {args.quiz or 'all quizzes'} for good?"
    ):
        message("Nothing was deleted.")
        return FOUND
    classes.forget(hosted)
    deleted = count(_forget_answers(args, service, hosted=bool(hosted)), "answer")
    message(f"Deleted: {deleted}{f' and {them}' if hosted else ''}.")
    if args.results:
        _forget_regrading(args, service)
    if args.returned:
        _forget_returned(args, service)
    return FINE


def _hosted(args: Namespace, service: Service, classes: Classes) -> Sequence[ClassRecord]:
    """Return the classes of a quiz, or all; names that are past their day are forgotten first."""
    classes.purge()
    found = classes.of(args.quiz)
    return found if found or not args.quiz else classes.of(service.history.id_of(args.quiz))


def _forget_answers(args: Namespace, service: Service, *, hosted: bool) -> int:
    """Delete the answers to a quiz, or to all; there are none where it was only hosted."""
    try:
        return service.history.forget(args.quiz)
    except UnknownQuiz:
        if hosted:
            return 0
        raise


def _forget_regrading(args: Namespace, service: Service) -> None:
    """Delete what was graded over of a quiz, or of all, beside the results that are named."""
    quiz = _id(args, service)
    deleted = sum(
        regrading.forget(place, quiz) for place in regrading.places(map(Path, args.results))
    )
    message(f"Deleted: what was graded over of {count(deleted, 'answer')}.")


def _forget_returned(args: Namespace, service: Service) -> None:
    """Delete what was returned of a quiz, or of all, in the folders that are named."""
    quiz = _id(args, service)
    folders = map(Path, args.returned)
    deleted = sum(returning.forget(service.library, folder, quiz) for folder in folders)
    message(f"Deleted: what was returned of {count(deleted, 'result')}.")


def _id(args: Namespace, service: Service) -> str | None:
    return service.history.id_of(args.quiz) if args.quiz else None


def _waits(one: AttemptRecord, quiz: str | None) -> bool:
    return bool(one.submission and not one.submission.placed) and quiz in {None, one.quiz}


def _agrees(question: str) -> bool:
    sys.stderr.write(clean_line(question) + " (y or n) > ")
    sys.stderr.flush()
    return sys.stdin.readline(100).strip().casefold() in {"y", "yes"}
