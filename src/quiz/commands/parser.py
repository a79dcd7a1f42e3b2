"""The command line as argparse reads it, which helps and says what is wrong."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Sequence
from typing import NoReturn

from quiz import __version__
from quiz.commands.words import ADD
from quiz.model.text import clean

_TOP = """\
Examples:
  quiz                            choose a quiz
  quiz play ketamine              take a quiz
  quiz play ketamine --count 5    take five of its questions
  quiz play my-quiz.yaml          take a quiz of your own
  quiz review                     go through what is due today

Read a short article, answer, and see why."""
_BOTTOM = """\
Without a terminal, with TERM=dumb, with --plain or with QUIZ_PLAIN=1 in the environment, the quiz
is asked line by line. Set QUIZ_PLAIN=1 if you use a screen reader. NO_COLOR=1 takes colors away.

Exit status: 0 all is well, 1 something was found or went wrong, 2 wrong usage, 3 a quiz that can't
be read, 130 interrupted."""


class Parser(ArgumentParser):
    """A parser that writes no foreign text as it came."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End the program, after a message that was cleaned."""
        super().exit(status, clean(message) if message else None)


class _Commands:
    """The commands below a parser."""

    def __init__(self, commands: _SubParsersAction[Parser]) -> None:
        self._commands = commands

    def add(self, name: str, summary: str, text: str) -> Parser:
        """Return the parser of a command."""
        return self._commands.add_parser(
            name,
            help=summary,
            description=text,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )


def parser(argv: Sequence[str] | None = None) -> Parser:
    """Return the parser of the command line, or what is needed of it to read these arguments."""
    top = Parser(
        prog="quiz",
        description=_TOP,
        epilog=_BOTTOM,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"quiz {__version__}")
    top.add_argument("--plain", action="store_true", help="ask line by line")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    enough = argv is not None and (not argv or argv[0] in ADD)
    for name in argv[:1] if argv is not None and enough else ADD:
        ADD[name](_Commands(commands))
    return top
