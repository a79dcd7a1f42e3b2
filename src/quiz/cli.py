"""The command line: runs what it asks for, and turns errors into exit codes."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from errno import EBADF, EIO, EISDIR, EMFILE, ENOSPC
from typing import TextIO

from quiz.commands import crash
from quiz.commands.output import FINE, FOUND, UNREADABLE, USAGE, message
from quiz.commands.parser import read
from quiz.model.problem import QuizError, UnreadableFile, UnreadableQuiz
from quiz.service import Service
from quiz.store.errors import StorageError

INTERRUPTED = 130
"""The exit code after Ctrl-C, as in a shell."""
_PLAIN = "".join(map(chr, range(0x20, 0x7F))) + "\n"


def run() -> None:
    """Run the program, and leave it with its exit code."""
    _open_what_is_closed()
    for stream in (sys.stderr, sys.stdout, sys.stdin):
        if isinstance(stream, io.TextIOWrapper):
            _prepare(stream)
    try:
        sys.exit(main(sys.argv[1:]))
    finally:
        for stream in (sys.stdout, sys.stderr):
            _flush(stream)


def _prepare(stream: io.TextIOWrapper) -> None:
    """Let a stream replace what it can't hold; leave, where it holds no plain text at all.

    Another program may have left it so that nothing waits: input would end, and output fail.
    """
    if os.name == "posix":
        os.set_blocking(stream.fileno(), True)
    encoding = stream.encoding
    try:
        plain = _PLAIN.encode(encoding).endswith(_PLAIN.encode())
    except UnicodeError:
        plain = False
    stream.reconfigure(encoding=encoding if plain else "utf-8", errors="replace")
    if not plain:
        message(f"The encoding {encoding} holds no plain text. Set PYTHONIOENCODING to utf-8.")
        sys.exit(USAGE)


def _flush(stream: TextIO) -> None:
    """Write what is still to be written, or send it nowhere, so that leaving writes nothing."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open_what_is_closed() -> None:
    """Let a stream that is closed be empty, and take all that is said.

    A file that is opened later must not get its number: it would be written over.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def main(argv: Sequence[str]) -> int:
    """Run the command that the arguments name, and return its exit code."""
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough
        return FINE
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    except Exception as error:
        with suppress(OSError):  # nobody hears it
            message(_denied(error) or crash.tell(error))
        return FOUND
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


def _denied(error: Exception) -> str | None:
    """Return in words what the system denies to a program that has no fault.

    Where the system names no file, it is about a stream.
    """
    if os.strerror(EMFILE) in str(error):
        return "The system lets the program open no more files. `ulimit -n` says how many it may."
    if not isinstance(error, OSError) or error.filename:
        return None
    if isinstance(error, TimeoutError):
        return f"A file or a folder can't be read: {error.strerror}"
    if error.errno == ENOSPC:
        return "What was to be written does not fit: there is no room left."
    if error.errno in {EBADF, EIO, EISDIR}:
        return f"The standard input or output can't be used: {error.strerror}."
    return None
