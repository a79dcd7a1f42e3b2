"""The command line: runs what it asks for, and turns errors into exit codes."""

import io
import os
import sys
from collections.abc import Sequence
from errno import ENOSPC

from quiz.commands import crash
from quiz.commands.output import FINE, FOUND, UNREADABLE, USAGE, message
from quiz.commands.parser import read
from quiz.model.problem import QuizError, UnreadableFile, UnreadableQuiz
from quiz.service import Service
from quiz.store.errors import StorageError

INTERRUPTED = 130
"""The exit code after Ctrl-C, as in a shell."""


def run() -> None:
    """Run the program, and leave it with its exit code."""
    _open_what_is_closed()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))


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
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough
        _silence()
        return FINE
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    except Exception as error:
        return _fault(error)
    return code


def _run(argv: Sequence[str]) -> int:
    """Run a command; what can't be done is said in words."""
    args = read(argv)
    try:
        service = Service.at_home()
        try:
            code: int = args.run(args, service)
            for notice in service.store.notices():
                message(notice)
        finally:
            service.close()
    except QuizError as error:
        message(str(error))
        return _code(error)
    return code


def _code(error: QuizError) -> int:
    if isinstance(error, UnreadableFile | UnreadableQuiz):
        return UNREADABLE
    return FOUND if isinstance(error, StorageError) else USAGE


def _fault(error: Exception) -> int:
    """Say in words that the output takes no more, or that the program has a fault: that is logged.

    The system names no file where what is full is the output.
    """
    if isinstance(error, OSError) and error.errno == ENOSPC and not error.filename:
        sys.stderr.write("What was to be written does not fit: there is no room left.\n")
        _silence()
    else:
        sys.stderr.write(crash.tell(error) + "\n")
    return FOUND


def _silence() -> None:
    """Send what is still to be written nowhere, so that leaving writes nothing either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
