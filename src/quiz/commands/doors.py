"""The commands that ask questions: home, play and review."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from types import SimpleNamespace

from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.assignment import Assignment
from quiz.model.problem import QuizError
from quiz.model.question import Skill
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.service import Service
from quiz.start import Start


class UnknownTopic(QuizError):
    """A topic that the quiz doesn't list."""


class NotForThis(QuizError):
    """An option that says nothing about what is taken."""


def home(args: SimpleNamespace, service: Service) -> int:
    """Let the learner choose a quiz."""
    return _open(service, Start(), args)


def play(args: SimpleNamespace, service: Service) -> int:
    """Take a quiz, or an exercise that a teacher handed out.

    Raises:
        QuizError: it can't be opened, or nothing in it fits.
    """
    quiz = service.library.open_any(args.quiz) if args.quiz else _only(service)
    if quiz is not None and not isinstance(quiz, Quiz):
        return _open(service, _exercise(args, quiz), args)
    if args.learner is not None:
        raise NotForThis("--learner is for an exercise that a teacher handed out.")
    start = Start(
        screen="play",
        quiz=quiz,
        wanted=wanted(args, quiz),
        seed=args.seed,
        mode=Mode(args.mode) if args.mode else None,
        certainty=args.certainty or None,
        form=args.form,
        skip_passage=args.no_passage,
        resume=True if args.resume else False if args.new else None,
    )
    return _open(service, start, args)


_SAID = ("mode", "topic", "skill", "kind", "count", "form", "seed", "certainty")


def _exercise(args: SimpleNamespace, assignment: Assignment) -> Start:
    """Return what is asked for of an exercise.

    Raises:
        QuizError: the file says it otherwise, or that is no name of a learner.
    """
    from quiz.model.submission import named  # noqa: PLC0415  only in a class

    for name in _SAID:
        value = getattr(args, name)
        if value is not None and value is not False:
            raise NotForThis(f"Leave out --{name}: the exercise says how it is taken.")
    return Start(
        screen="play",
        assignment=assignment,
        learner=None if args.learner is None else named(args.learner),
        skip_passage=args.no_passage,
        resume=False if args.new else None,
    )


def review(args: SimpleNamespace, service: Service) -> int:
    """Go through what is due.

    Raises:
        QuizError: the quiz can't be opened.
    """
    quiz = service.library.open(args.quiz) if args.quiz else None
    certainty = args.certainty or None
    return _open(
        service, Start(screen="review", quiz=quiz, seed=args.seed, certainty=certainty), args
    )


def wants_lines(args: SimpleNamespace) -> bool:
    """Return whether the quiz is to be asked line by line: by a word before or after the command.

    `home` has no word of its own.
    """
    return args.plain or getattr(args, "in_lines", False) or is_plain(os.environ)


def is_plain(environ: Mapping[str, str]) -> bool:
    """Return whether the quiz has to be asked line by line.

    That is so without a terminal on all three streams (the application draws on the standard
    error), on one that can't move its cursor, and where QUIZ_PLAIN asks for it.
    """
    asked = environ.get("QUIZ_PLAIN", "") not in {"", "0"}
    dumb = environ.get("TERM", "" if os.name == "posix" else "windows") in {"", "dumb"}
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return asked or dumb or not all(stream.isatty() for stream in streams)


def _open(service: Service, start: Start, args: SimpleNamespace) -> int:
    """Open the door that fits, and return its exit code."""
    if wants_lines(args):
        from quiz.plain import door  # noqa: PLC0415  one door alone

        return door.run(service, start, sys.stdin, sys.stdout)
    from quiz.tui import app  # noqa: PLC0415  Textual takes its time

    return app.run(service, start)


def _only(service: Service) -> Quiz | None:
    """Return the quiz where there is but one; else the learner is to choose."""
    shelf = service.shelf()
    return shelf[0].quiz if len(shelf) == 1 else None


def wanted(args: SimpleNamespace, quiz: Quiz | None) -> QuestionFilter:
    """Return which questions to ask.

    Raises:
        UnknownTopic: the quiz has no such topic.
    """
    topics = frozenset(args.topic or ())
    unknown = sorted(topics - set(quiz.topics)) if quiz else []
    if quiz and unknown:
        names = ", ".join(quiz.topics)
        raise UnknownTopic(f"There is no topic {clean_line(unknown[0])}. Topics: {names}.")
    return QuestionFilter(
        topics=topics,
        skills=frozenset(map(Skill, args.skill or ())),
        kinds=frozenset(args.kind or ()),
        count=args.count,
    )


COMMANDS = {"home": home, "play": play, "review": review}
"""What runs each command."""
