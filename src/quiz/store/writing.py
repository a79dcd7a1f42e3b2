"""Attempts into the tables. All of it runs inside the caller's transaction."""

from collections.abc import Iterable
from dataclasses import replace
from sqlite3 import Connection

from quiz.store.coding import to_row
from quiz.store.records import AttemptRecord, ResponseRecord, SubmissionRecord


def save(connection: Connection, attempt: AttemptRecord, new: Iterable[ResponseRecord]) -> None:
    """Write an attempt as it stands; one that isn't there with all that was answered in it.

    Of two answers to one question the first one stays, and an end that was written stays one.

    Raises:
        sqlite3.Error: it can't be written.
    """
    row = to_row(replace(attempt, responses=(), submission=None))
    del row["responses"], row["submission"]
    there = connection.execute(
        """UPDATE attempt SET plan = :plan, position = :position, flagged = :flagged,
        passage_views = max(passage_views, :passage_views),
        ended = coalesce(ended, :ended), result = coalesce(result, :result) WHERE id = :id""",
        row,
    ).rowcount
    if not there:
        _insert(connection, "attempt", row)
    for response in new if there else attempt.responses:
        row = to_row(response)
        del row["number"]
        _insert(connection, "response", row)
    if attempt.submission:
        _submit(connection, attempt.submission)


def _submit(connection: Connection, submission: SubmissionRecord) -> None:
    """Write what is handed in; what was to be handed in before stays."""
    row = to_row(submission)
    if not _insert(connection, "submission", row) and submission.placed:
        connection.execute(
            """UPDATE submission SET placed = :placed, placed_at = :placed_at
            WHERE attempt = :attempt AND placed IS NULL""",
            row,
        )


def _insert(connection: Connection, table: str, row: dict[str, object]) -> bool:
    """Insert a row, and return whether it is new."""
    values = ", ".join(f":{name}" for name in row)
    statement = f"INSERT OR IGNORE INTO {table} ({', '.join(row)}) VALUES ({values})"  # noqa: S608  names of ours
    return connection.execute(statement, row).rowcount == 1


def forget(connection: Connection, quiz: str | None) -> int:
    """Delete what is kept of a quiz, or of all, and return how many answers that were.

    Raises:
        sqlite3.Error: it can't be deleted.
    """
    connection.execute("PRAGMA secure_delete = ON")
    of = ":quiz IS NULL OR quiz = :quiz"
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        connection.execute(
            f"DELETE FROM submission WHERE attempt IN (SELECT id FROM attempt WHERE {of})",  # noqa: S608  written above
            {"quiz": quiz},
        )
        count, *_ = (
            connection.execute(f"DELETE FROM {table} WHERE {of}", {"quiz": quiz}).rowcount  # noqa: S608
            for table in ("response", "attempt", "memory")
        )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return count
