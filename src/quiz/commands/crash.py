"""What is left of a crash: a short message, and a log for whoever mends it."""

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from traceback import format_exception

from platformdirs import user_log_path

from quiz import __version__
from quiz.model.text import clean, clean_line

LARGEST = 200_000
"""The log begins anew at this many bytes; the one before it is kept."""
_LONGEST = 20_000


def tell(error: BaseException) -> str:
    """Write an error to the log, and return what to say of it."""
    kind = clean_line(type(error).__name__)
    said = f"Sorry, the quiz has stopped because of a fault of its own ({kind})."
    try:
        path = _log(error)
    except OSError:
        return f"{said} Its log could not be written."
    return f"{said} The details are in {clean_line(str(path))}."


def _log(error: BaseException) -> Path:
    """Return the log to which the error was added."""
    folder = user_log_path("quiz", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / "crash.log"
    with suppress(FileNotFoundError):
        if path.stat().st_size > LARGEST:
            path.replace(path.with_suffix(".log.1"))
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write(_entry(error))
    return path


def _entry(error: BaseException) -> str:
    trace = clean("".join(format_exception(error)))[-_LONGEST:]
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return f"{at} quiz {__version__}, Python {sys.version.split()[0]}\n{trace}\n"
