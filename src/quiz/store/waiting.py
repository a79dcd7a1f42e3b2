"""Answers that could not be added to the history, in a file until they can be."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from quiz.store.records import Record, from_data, to_data

_NAME = "answers-not-yet-kept-"


def put(records: Sequence[Record], folders: Iterable[Path], name: str) -> Path | None:
    """Write records to a file in the first folder that takes it, and return where.

    The file is there whole or not at all, and is on disk before this returns.
    """
    text = "".join(json.dumps(to_data(record)) + "\n" for record in records)
    for folder in folders:
        with suppress(OSError):
            if _private(folder):
                path = folder / f"{_NAME}{name}.jsonl"
                _write_whole(path, text.encode())
                return path
    return None


def files(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files of records that wait, in the order in which they were written."""
    found: list[tuple[int, Path]] = []
    for folder in folders:
        with suppress(OSError):
            if folder.is_dir() and _private(folder):
                found += [(_age(path), path) for path in folder.glob(f"{_NAME}*.jsonl")]
    return tuple(path for _, path in sorted(found))


def get(path: Path) -> tuple[tuple[Record, ...], bool]:
    """Return the records of a file, and whether every line of it holds one."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    records = []
    for line in lines:
        with suppress(ValueError, TypeError, RecursionError):
            records.append(from_data(json.loads(line)))
    return tuple(records), len(records) == len(lines)


def done(path: Path, *, whole: bool) -> None:
    """Delete a file whose records are kept; where lines of it can't be read, keep it as `.left`."""
    if whole:
        path.unlink()
    else:
        path.rename(path.with_suffix(".left"))


def _private(folder: Path) -> bool:
    """Make a folder for the user alone; return whether no other user can write there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    status = folder.lstat()
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _age(path: Path) -> int:
    return path.stat().st_mtime_ns


def _write_whole(path: Path, data: bytes) -> None:
    draft = path.with_suffix(".draft")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "wb") as file:  # noqa: PTH123  a handle, not a path
            file.write(data)
            file.flush()
            os.fsync(handle)
        draft.replace(path)
        _sync_folder(path.parent)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def _sync_folder(folder: Path) -> None:
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
