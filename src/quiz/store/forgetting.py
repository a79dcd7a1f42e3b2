"""Deleting what is kept, so that it is gone from the file too."""

from pathlib import Path
from sqlite3 import Connection


def forget(connection: Connection, path: Path, quiz: str | None) -> int:
    """Delete what is kept of a quiz, or of all, and return how many answers that were.

    With the last of it the copies go that were kept before migrations. What was set aside as
    damaged stays.

    Raises:
        sqlite3.Error: it can't be deleted.
    """
    connection.execute("PRAGMA secure_delete = ON")
    try:
        connection.execute("BEGIN IMMEDIATE")
        count = _delete(connection, "response", "quiz", quiz)
        _delete(connection, "attempt", "quiz", quiz)
        _delete(connection, "memory", "quiz", quiz)
        _delete(connection, "quiz", "id", quiz)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if quiz is None:
        for copy in path.parent.glob(f"{path.stem}-before-*{path.suffix}"):
            copy.unlink(missing_ok=True)
    return count


def _delete(connection: Connection, table: str, column: str, quiz: str | None) -> int:
    if quiz is None:
        return connection.execute(f"DELETE FROM {table} WHERE true").rowcount  # noqa: S608  ours
    return connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (quiz,)).rowcount  # noqa: S608
