"""The commands that ask questions: home, play and review."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping

from quiz.commands.arguments import QUIZ, Commands, add_question_filter, add_shared, question_filter
from quiz.engine.session import Mode
from quiz.model.assignment import Assignment
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.returned import Returned
from quiz.model.submission import named
from quiz.service import Service
from quiz.start import Start

_PLAY = """\
Examples:
  quiz play ketamine --mode test
  quiz play ketamine --topic risks --topic uses --count 10
  quiz play ketamine --plain < answers.txt
  quiz play exercise.json --learner "Ada L."
  quiz play ketamine-Ada-L-returned.json

Take a quiz: the passage, the questions, the result. Or take an exercise that your teacher handed
out, and hand it in: then the file says which questions there are, and how to take them.
A file that your teacher returned shows your result, with the reasons. So does the exercise itself,
once that file lies beside it."""
_REVIEW = """\
Examples:
  quiz review              all that is due today
  quiz review ketamine     what is due of one quiz

Go through the questions that are due today, the quizzes mixed."""


class NotForThis(QuizError):
    """An option that says nothing about what is taken."""


def add_play(commands: Commands) -> None:
    """Add `quiz play`."""
    taking = commands.add("play", play, "take a quiz", _PLAY)
    add_shared(taking, "quiz", nargs="?", help=f"{QUIZ}, or a file from your teacher")
    taking.add_argument(
        "--learner", metavar="NAME", help="in an exercise: your name, or the code you were given"
    )
    add_question_filter(taking)
    how = taking.add_argument_group("how")
    add_shared(how, "--mode", "--certainty")
    how.add_argument("--no-passage", action="store_true", help="go straight to the first question")
    again = how.add_mutually_exclusive_group()
    again.add_argument("--resume", action="store_true", help="go on where you stopped")
    again.add_argument(
        "--new",
        action="store_true",
        help="begin anew, and don't ask; in an exercise only after it was handed in",
    )
    add_shared(how, "--plain")


def add_review(commands: Commands) -> None:
    """Add `quiz review`."""
    reviewing = commands.add("review", review, "go through what is due today", _REVIEW)
    add_shared(reviewing, "quiz", nargs="?", help=f"one quiz alone: {QUIZ}")
    add_shared(reviewing, "--certainty", "--seed", "--plain")


def home(args: Namespace, service: Service) -> int:
    """Let the learner choose a quiz."""
    return _open(service, Start(), args)


def play(args: Namespace, service: Service) -> int:
    """Take a quiz, or an exercise that a teacher handed out.

    Raises:
        QuizError: it can't be opened, or nothing in it fits.
    """
    quiz = service.library.open_any(args.quiz) if args.quiz else _only(service)
    if isinstance(quiz, Returned):
        return _open(service, _look_back(args, quiz), args)
    if isinstance(quiz, Assignment):
        return _open(service, _exercise(args, quiz), args)
    if args.learner is not None:
        raise NotForThis("--learner is for an exercise that a teacher handed out.")
    start = Start(
        screen="play",
        quiz=quiz,
        wanted=question_filter(args, quiz),
        seed=args.seed,
        mode=Mode(args.mode) if args.mode else None,
        certainty=args.certainty or None,
        form=args.form,
        skip_passage=args.no_passage,
        resume=True if args.resume else False if args.new else None,
    )
    return _open(service, start, args)


_SAID = ("mode", "topic", "skill", "kind", "count", "form", "seed", "certainty")
_TAKING = ("learner", "no_passage", "resume", "new")


def _exercise(args: Namespace, assignment: Assignment) -> Start:
    """Return what is asked for of an exercise.

    Raises:
        QuizError: the file says it otherwise, or that is no name of a learner.
    """
    _refuse(args, _SAID, "the exercise says how it is taken")
    return Start(
        screen="play",
        assignment=assignment,
        learner=None if args.learner is None else named(args.learner),
        skip_passage=args.no_passage,
        resume=False if args.new else None,
    )


def _look_back(args: Namespace, returned: Returned) -> Start:
    """Return what is asked for of a result that was returned.

    Raises:
        NotForThis: it is to be taken.
    """
    _refuse(args, (*_SAID, *_TAKING), "this is a result, to be looked at")
    return Start(screen="play", returned=returned)


def _refuse(args: Namespace, names: Iterable[str], why: str) -> None:
    """Refuse options that were given, though they say nothing here.

    Raises:
        NotForThis: one was.
    """
    for name in names:
        value = getattr(args, name)
        if value is not None and value is not False:
            raise NotForThis(f"Leave out --{name.replace('_', '-')}: {why}.")


def review(args: Namespace, service: Service) -> int:
    """Go through what is due.

    Raises:
        QuizError: the quiz can't be opened.
    """
    quiz = service.library.open(args.quiz) if args.quiz else None
    certainty = args.certainty or None
    return _open(
        service, Start(screen="review", quiz=quiz, seed=args.seed, certainty=certainty), args
    )


def wants_lines(args: Namespace) -> bool:
    """Return whether the quiz is to be asked line by line."""
    return args.plain or is_plain(os.environ)


def is_plain(environ: Mapping[str, str]) -> bool:
    """Return whether the quiz has to be asked line by line.

    That is so without a terminal on all three streams (the application draws on the standard
    error), on one that can't move its cursor, and where QUIZ_PLAIN asks for it.
    """
    asked = environ.get("QUIZ_PLAIN", "") not in {"", "0"}
    dumb = environ.get("TERM", "" if os.name == "posix" else "windows") in {"", "dumb"}
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return asked or dumb or not all(stream.isatty() for stream in streams)


def _open(service: Service, start: Start, args: Namespace) -> int:
    """Open the front end that fits, and return its exit code."""
    if wants_lines(args):
        from quiz.plain import app as in_lines

        return in_lines.run(service, start, sys.stdin, sys.stdout)
    from quiz.tui import app

    return app.run(service, start)


def _only(service: Service) -> Quiz | None:
    """Return the quiz where there is but one; else the learner is to choose."""
    shelf = service.shelf()
    return shelf[0].quiz if len(shelf) == 1 else None
