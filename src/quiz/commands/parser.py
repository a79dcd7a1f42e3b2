"""The parser of the command line, in which each command names the function that runs it."""

import re
import sys
from argparse import Action, ArgumentError, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Any

from quiz import __version__
from quiz.commands import (
    assign,
    check,
    export,
    hand_in,
    history,
    host,
    import_quiz,
    new,
    paper,
    play,
    quizzes,
    results,
)
from quiz.commands.arguments import Commands
from quiz.model.near_miss import did_you_mean
from quiz.model.problem import UnknownQuiz
from quiz.model.text import clean
from quiz.quizfile.shelf import find

_TOP = """\
Examples:
  quiz                            choose a quiz
  quiz play ketamine              take a quiz
  quiz play ketamine --count 5    take five of its questions
  quiz play my-quiz.yaml          take a quiz of your own
  quiz review                     go through what is due today
  quiz help review                say what a command takes

Read a short article, answer, and see why. `quiz NAME` and `quiz FILE` mean `quiz play`."""
_BOTTOM = """\
Without a terminal, with TERM=dumb, with --plain or with QUIZ_PLAIN=1 in the environment, the quiz
is asked line by line. Set QUIZ_PLAIN=1 if you use a screen reader. NO_COLOR=1 takes colors away.

Exit status: 0 all is well, 1 something was found or went wrong, 2 wrong usage, 3 a quiz that can't
be read, 130 interrupted."""
_HELP = "help"
"""Stands before a command, or alone."""
_ADD = (
    play.add_play,
    play.add_review,
    paper.add_print,
    assign.add_assign,
    host.add_host,
    hand_in.add_hand_in,
    paper.add_mark,
    results.add_report,
    results.add_regrade,
    results.add_return,
    export.add_export,
    quizzes.add_list,
    history.add_due,
    history.add_history,
    history.add_forget,
    new.add_new,
    import_quiz.add_import,
    check.add_check,
    quizzes.add_schema,
)
"""What adds the commands, in the order in which the help lists them."""


class Parser(ArgumentParser):
    """A parser that knows what was meant, and writes no foreign text as it came."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Refuse an option that is not known, with the one that was meant.

        In a command that is done first: argparse would ask for the one that it takes for missing.
        """
        if self._subparsers is None and args is not None:
            given = takewhile(lambda word: word != "--", args)
            self._refuse([word for word in given if word.startswith("--") and not self._has(word)])
        found, unknown = super().parse_known_args(args, namespace)
        self._refuse(unknown)
        return found, unknown

    def _has(self, word: str) -> bool:
        return word.partition("=")[0] in self._option_string_actions

    def _refuse(self, unknown: Sequence[str]) -> None:
        if unknown:
            hint = did_you_mean(unknown[0].partition("=")[0], self._option_string_actions)
            self.error(f"unrecognized arguments: {' '.join(unknown)}.{hint}")

    def _check_value(self, action: Action, value: Any) -> None:
        """Refuse a value that is not among those of an option, with the one that was meant."""
        try:
            super()._check_value(action, value)
        except ArgumentError as error:
            hint = did_you_mean(str(value), map(str, action.choices or ()))
            raise ArgumentError(action, f"{error.message}.{hint}") from None

    def _print_message(self, message: str, file: Any = None) -> None:
        """Write a message, cleaned; argparse says nothing where it can't."""
        stream = file or sys.stderr
        stream.write(clean(message))
        stream.flush()


def parser() -> Parser:
    """Return the parser of the whole command line."""
    return _parser()[0]


def read(argv: Sequence[str]) -> Namespace:
    """Return what a command line asks for; or help, or say what is wrong with it, and leave."""
    top, known = _parser()
    if any(re.fullmatch(r"(--[\w-]+=)?", word) for word in argv):
        top.error("an argument is empty: write a name there, or leave it out")
    for place, word in enumerate(argv):
        if not word.startswith("-"):
            if word == _HELP:
                argv = _as_option(top, argv[place + 1 :], known)
            elif word not in known:
                _refuse_slip(top, word, known)
                argv = [*argv[:place], "play", *argv[place:]]
            break
    return top.parse_args(argv)


def _parser() -> tuple[Parser, Collection[str]]:
    """Return the parser, and the names of the commands."""
    top = Parser(
        prog="quiz",
        description=_TOP,
        epilog=_BOTTOM,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"quiz {__version__}")
    top.add_argument("--plain", action="store_true", help="ask line by line")
    top.set_defaults(run=play.home)
    commands = top.add_subparsers(metavar="COMMAND", title="commands")
    for add in _ADD:
        add(Commands(commands))
    return top, commands.choices


def _as_option(top: Parser, about: Sequence[str], commands: Collection[str]) -> Sequence[str]:
    """Return the command line that has the help on a command, or on all; leave, if it is none."""
    if about and about[0] not in {*commands, _HELP}:
        top.error(f"there is no command called {about[0]}.{did_you_mean(about[0], commands)}")
    return [*(word for word in about[:1] if word != _HELP), "--help"]


def _refuse_slip(top: Parser, word: str, commands: Collection[str]) -> None:
    """Leave, where a word is no quiz and spelled nearly as a command is."""
    hint = did_you_mean(word, (*commands, _HELP))
    if hint:
        try:
            find(word)
        except UnknownQuiz:
            top.error(f"there is no command and no quiz called {word}.{hint}")
