"""Records as plain data, for a row or for JSON, and attempts into the tables.

What writes runs inside the caller's transaction.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from quiz.engine.session import Mode
from quiz.store.records import AttemptRecord, ResponseRecord, SubmissionRecord


def save(connection: Connection, attempt: AttemptRecord, new: Iterable[ResponseRecord]) -> None:
    """Write an attempt as it stands; one that isn't there with all that was answered in it.

    Of two answers to one question the first one stays; in a test that is not over, the later one
    does. An end that was written stays one.

    Raises:
        sqlite3.Error: it can't be written.
    """
    row = to_row(replace(attempt, responses=(), submission=None))
    del row["responses"], row["submission"]
    over = connection.execute("SELECT ended IS NOT NULL AS over FROM attempt WHERE id = :id", row)
    changeable = attempt.mode == Mode.TEST and not any(one["over"] for one in over)
    there = connection.execute(
        """UPDATE attempt SET plan = :plan, position = :position, flagged = :flagged,
        passage_views = max(passage_views, :passage_views), second_goes = :second_goes,
        ended = coalesce(ended, :ended), result = coalesce(result, :result) WHERE id = :id""",
        row,
    ).rowcount
    if not there:
        _insert(connection, "attempt", row)
    for response in new if there else attempt.responses:
        _respond(connection, response, changeable=changeable)
    if attempt.submission:
        _submit(connection, attempt.submission)


def _respond(connection: Connection, response: ResponseRecord, *, changeable: bool) -> None:
    """Write an answer; of one that stays only whether it was meant as the right one can change."""
    row = to_row(response)
    del row["number"]
    if changeable:
        connection.execute(f"DELETE FROM response WHERE at <= :at AND {_SAME}", row)
    if _insert(connection, "response", row):
        return
    meant = f"UPDATE response SET meant = :meant WHERE meant != :meant AND {_SAME}"
    if connection.execute(meant, row).rowcount:
        for statement in _REMEMBER_ANEW:
            connection.execute(statement, row)


_SAME = "(attempt, question, content_id) = (:attempt, :question, :content_id)"
_QUESTION = "(quiz, question, content_id) = (:quiz, :question, :content_id)"
_REMEMBER_ANEW = (
    f"DELETE FROM memory WHERE {_QUESTION}",
    f"UPDATE response SET remembered = 0 WHERE {_QUESTION}",
)


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
    statement = f"INSERT OR IGNORE INTO {table} ({', '.join(row)}) VALUES ({values})"
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
            f"DELETE FROM submission WHERE attempt IN (SELECT id FROM attempt WHERE {of})",
            {"quiz": quiz},
        )
        count, *_ = (
            connection.execute(f"DELETE FROM {table} WHERE {of}", {"quiz": quiz}).rowcount
            for table in ("response", "attempt", "memory")
        )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return count


def stamp(moment: datetime) -> str:
    """Return a time as text that sorts as the times do: ISO 8601 in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_data(value: object) -> Any:
    """Return a record, or a part of one, as plain data that JSON can hold."""
    match value:
        case datetime():
            return stamp(value)
        case Path():
            return json.dumps(str(value))  # a name on disk may be no text that UTF-8 can hold
        case Mapping():
            return {name: to_data(part) for name, part in value.items()}
        case frozenset():
            return sorted(value)
        case tuple() | list():
            return [to_data(part) for part in value]
    if is_dataclass(value):
        return {field.name: to_data(getattr(value, field.name)) for field in fields(value)}
    return value


def to_row(record: object) -> dict[str, Any]:
    """Return a record as the columns of its row; what SQLite has no type for is JSON."""
    return {name: _column(value) for name, value in to_data(record).items()}


def _column(value: object) -> object:
    if isinstance(value, int) and value.bit_length() > 63:
        return str(value)
    return json.dumps(value) if isinstance(value, list | dict) else value
