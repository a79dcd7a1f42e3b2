"""Answers that could not be added to the history, in a file until they can be."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from quiz.files import is_own, write_whole
from quiz.store.reading import from_data
from quiz.store.records import AttemptRecord
from quiz.store.writing import to_data

_NAME = "answers-not-yet-saved-"


class Spool:
    """The files of one data folder: one for each program that could not add its answers."""

    def __init__(self, data: Path, elsewhere: Iterable[Path]) -> None:
        owner = sha256(os.fsencode(data.resolve())).hexdigest()[:16]
        self._prefixes = dict.fromkeys((data, *elsewhere), f"{_NAME}{owner}-")
        self._prefixes[data] = _NAME  # what lies in the folder goes with it where it is moved
        self._own = f"{os.urandom(4).hex()}.jsonl"
        self._written: Path | None = None

    def put(self, attempts: Iterable[AttemptRecord]) -> Path | None:
        """Write attempts to the file of this program, in the first folder that takes it.

        The file is there whole or not at all, and is on disk before this returns its path.
        """
        text = "".join(json.dumps(to_data(one)) + "\n" for one in attempts)
        for folder, prefix in self._prefixes.items():
            path = folder / f"{prefix}{self._own}"
            with suppress(OSError):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if _is_private(folder):
                    write_whole(path, text.encode(), mode=0o600)
                    self._written = path
                    break
        return self._written

    def clear(self) -> None:
        """Delete the file of this program: what was in it is in the history."""
        if self._written:
            with suppress(OSError):
                self._written.unlink()
        self._written = None

    def files(self) -> list[Path]:
        """Return the files that wait, in the order in which they were written."""
        found: list[Path] = []
        for folder, prefix in self._prefixes.items():
            with suppress(OSError):
                if _is_private(folder):
                    found += folder.glob(f"{prefix}{'?' * len(self._own)}")
        return sorted(found, key=lambda path: path.stat().st_mtime_ns)


def read(path: Path) -> tuple[list[AttemptRecord], int]:
    """Return the attempts of a file, and how many of its lines hold none that can be read.

    Raises:
        OSError: the file can't be read.
    """
    found, unreadable = [], 0
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            found.append(from_data(AttemptRecord, json.loads(line)))
        except (ValueError, RecursionError):
            unreadable += 1
    return found, unreadable


def _is_private(folder: Path) -> bool:
    return not hasattr(os, "getuid") or is_own(folder)
