"""The command line: reads it, runs one command, and turns errors into exit codes."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from errno import ENOSPC
from types import SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.model.problem import QuizError
    from quiz.service import Service

FAULT = 1
"""The exit code where something went wrong."""
USAGE = 2
"""The exit code for what can't be asked for."""
UNREADABLE = 3
"""The exit code for a quiz that can't be read."""
INTERRUPTED = 130
"""The exit code after Ctrl-C, as in a shell."""


def run() -> None:
    """Run the program, and leave it with its exit code."""
    _open_what_is_closed()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    code = main(sys.argv[1:])
    try:
        import signal  # noqa: PLC0415  at the end alone

        signal.signal(signal.SIGINT, signal.SIG_IGN)
    except KeyboardInterrupt:
        pass  # nothing is left to be broken off
    sys.exit(code)


def _open_what_is_closed() -> None:
    """Let a stream that is closed be empty, and take all that is said.

    A file that is opened later must not get its number: it would be written over.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def main(argv: Sequence[str]) -> int:
    """Run the command that the arguments name, and return its exit code."""
    try:
        return _guarded(argv)
    except BrokenPipeError:  # whoever read the output has seen enough
        _silence()
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED


def _guarded(argv: Sequence[str]) -> int:
    """Run a command; a fault of the program is told in words and logged."""
    from quiz.commands import short  # noqa: PLC0415  an interrupt from here on is quiet

    try:
        args = short.read(argv) or _in_full(argv)
        code = _run(args)
        sys.stdout.flush()
    except (BrokenPipeError, KeyboardInterrupt, SystemExit):
        raise
    except OSError as error:
        if error.errno != ENOSPC or error.filename:
            return _crashed(error)
        sys.stderr.write("What was to be written does not fit: there is no room left.\n")
        _silence()
        return FAULT
    except Exception as error:
        return _crashed(error)
    return code


def _in_full(argv: Sequence[str]) -> SimpleNamespace:
    """Return what the arguments say; or help, or say what is wrong with them, and leave."""
    from quiz.commands.parser import parser  # noqa: PLC0415  it takes its time

    return parser(argv).parse_args(argv, SimpleNamespace())


def _crashed(error: Exception) -> int:
    """Tell of a fault of the program in words, and log it."""
    from quiz.commands.crash import tell  # noqa: PLC0415  only after a crash

    sys.stderr.write(tell(error) + "\n")
    return FAULT


def _run(args: SimpleNamespace) -> int:
    from quiz.commands.output import message  # noqa: PLC0415  not needed for --help and --version
    from quiz.model.problem import QuizError  # noqa: PLC0415
    from quiz.service import Service  # noqa: PLC0415

    service = None
    try:
        service = Service.at_home()
        code = _command(args.command)(args, service)
        for notice in service.notices():
            message(notice)
    except QuizError as error:
        message(str(error))
        return _code(error)
    finally:
        if service is not None:
            service.close()
    return code


def _command(name: str | None) -> Callable[[SimpleNamespace, Service], int]:
    """Return what runs the command, with no more imported than it needs."""
    match name:
        case "list" | "check" | "schema":
            from quiz.commands import quizzes  # noqa: PLC0415  one group alone

            return quizzes.COMMANDS[name]
        case "due" | "history" | "forget":
            from quiz.commands import past  # noqa: PLC0415

            return past.COMMANDS[name]
        case "print":
            from quiz.commands import paper  # noqa: PLC0415

            return paper.COMMANDS[name]
        case "assign" | "hand-in":
            from quiz.commands import classroom  # noqa: PLC0415

            return classroom.COMMANDS[name]
        case "report":
            from quiz.commands import report  # noqa: PLC0415

            return report.COMMANDS[name]
        case "mark":
            from quiz.commands import mark  # noqa: PLC0415

            return mark.COMMANDS[name]
    from quiz.commands import doors  # noqa: PLC0415

    return doors.COMMANDS[name or "home"]


def _code(error: QuizError) -> int:
    from quiz.model.problem import UnreadableFile, UnreadableQuiz  # noqa: PLC0415  not for --help
    from quiz.store.trouble import Trouble  # noqa: PLC0415

    if isinstance(error, UnreadableFile | UnreadableQuiz):
        return UNREADABLE
    return FAULT if isinstance(error, Trouble) else USAGE


def _silence() -> None:
    """Send what is still to be written nowhere, so that leaving writes nothing either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
