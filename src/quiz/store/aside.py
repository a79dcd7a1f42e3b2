"""A damaged database set aside: moved, never deleted."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path


def set_aside(path: Path, now: datetime) -> Path:
    """Move a database and its logs to a folder of that moment, and return where the file is now.

    The logs go first: a new database must never find the old one's log beside it.

    Raises:
        OSError: it can't be moved.
    """
    folder = _new_folder(path.with_name(f"damaged-{now:%Y-%m-%d-%H%M%S}"))
    for suffix in ("-wal", "-shm", "-journal", "-checked"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(folder / (path.name + suffix))
    return path.rename(folder / path.name)


def _new_folder(wanted: Path) -> Path:
    folder, number = wanted, 1
    while True:
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            number += 1
            folder = wanted.with_name(f"{wanted.name}-{number}")
        else:
            return folder
