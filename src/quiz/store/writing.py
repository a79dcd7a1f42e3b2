"""Attempts into the tables. All of it runs inside the caller's transaction."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from sqlite3 import Connection

from quiz.engine.certainty import Certainty
from quiz.engine.kinds.base import Grade
from quiz.engine.memory import Memory, rating, remember
from quiz.store.coding import Unreadable, from_data, to_row
from quiz.store.purpose import Purpose
from quiz.store.records import AttemptRecord, ResponseRecord, SubmissionRecord


def save(
    connection: Connection,
    attempt: AttemptRecord,
    new: Iterable[ResponseRecord],
    longest_days: int,
) -> None:
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
        _answer(connection, response, longest_days)
    if attempt.submission:
        _submit(connection, attempt.submission)


def _answer(connection: Connection, response: ResponseRecord, longest_days: int) -> None:
    row = to_row(response)
    del row["number"]
    is_new = _insert(connection, "response", row)
    if is_new and response.scored and response.purpose in {Purpose.GRADED, Purpose.REVIEW}:
        _remember(connection, response, longest_days)


def _remember(connection: Connection, response: ResponseRecord, longest_days: int) -> None:
    name = {
        "quiz": response.quiz,
        "question": response.question,
        "content_id": response.content_id,
    }
    certainty = None if response.certainty is None else Certainty(response.certainty)
    now = remember(
        _memory(connection, name),
        rating(Grade(response.fraction, response.parts), certainty),
        response.at,
        longest_days,
    )
    connection.execute(
        """INSERT OR REPLACE INTO memory
        (quiz, question, content_id, stability, difficulty, due, last_review) VALUES
        (:quiz, :question, :content_id, :stability, :difficulty, :due, :last_review)""",
        name | to_row(now),
    )


def _memory(connection: Connection, name: dict[str, str]) -> Memory | None:
    """Return what is remembered of a question; None where that is nothing that can be read."""
    row = connection.execute(
        """SELECT stability, difficulty, due, last_review FROM memory
        WHERE (quiz, question, content_id) = (:quiz, :question, :content_id)""",
        name,
    ).fetchone()
    with suppress(Unreadable):
        return from_data(Memory, dict(row)) if row else None
    return None


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
