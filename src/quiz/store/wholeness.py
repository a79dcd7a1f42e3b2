"""Whether the file is whole: checked once a day, and whenever it is not as it was left."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from sqlite3 import SQLITE_CORRUPT, SQLITE_NOTADB, Connection, DatabaseError


def whole(connection: Connection) -> bool:
    """Return whether every page and index of a database is sound."""
    try:
        rows = connection.execute("PRAGMA integrity_check(1)").fetchall()
    except DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in {SQLITE_CORRUPT, SQLITE_NOTADB}:
            return False
        raise
    return bool(rows == [("ok",)])


def vouched(path: Path, today: str) -> bool:
    """Return whether the file was checked today and is as the last program left it."""
    with suppress(OSError, ValueError):
        note: object = json.loads(_note(path).read_text())
        return note == _state(path, today) and not _log(path).exists()
    return False


def vouch(path: Path, today: str) -> None:
    """Note how a whole file is left, unless another program still has it open."""
    with suppress(OSError):
        if not _log(path).exists():
            _note(path).touch(mode=0o600)
            _note(path).write_text(json.dumps(_state(path, today)))


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}-checked")


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _state(path: Path, today: str) -> list[object]:
    status = path.stat()
    return [today, status.st_size, status.st_mtime_ns]
