"""Records into the tables. All of it runs inside the caller's transaction."""

from __future__ import annotations

import json
from sqlite3 import Connection

from quiz.store import reading
from quiz.store.purpose import Purpose
from quiz.store.records import (
    Answered,
    Begun,
    Ended,
    Moved,
    Placed,
    Planned,
    Record,
    Replanned,
    Submitted,
    stamp,
)


def write(connection: Connection, record: Record, longest_days: int) -> None:
    """Write a record; one that is there already is left as it is.

    Raises:
        sqlite3.Error: it can't be written.
    """
    match record:
        case Begun():
            _begin(connection, record)
        case Answered():
            if _answer(connection, record) and counts(record):
                _remember(connection, record, longest_days)
        case Moved():
            connection.execute(
                "UPDATE attempt SET place = ?, flagged = ?, looks = max(looks, ?) WHERE key = ?",
                (record.place, json.dumps(record.flagged), record.looks, record.attempt),
            )
        case Replanned():
            connection.execute(
                "UPDATE attempt SET plan = ? WHERE key = ?", (_plan(record.plan), record.attempt)
            )
        case Ended():
            _end(connection, record)
        case Submitted():
            connection.execute(
                """UPDATE attempt SET stem = ?, submission = ?, folder = ?
                WHERE key = ? AND submission IS NULL""",
                (record.stem, record.text, json.dumps(record.folder), record.attempt),
            )
        case Placed():
            connection.execute(
                "UPDATE attempt SET placed = ?, placed_at = ? WHERE key = ? AND placed IS NULL",
                (json.dumps(record.path), stamp(record.at), record.attempt),
            )


def counts(record: Answered) -> bool:
    """Return whether an answer decides when its question comes back."""
    return record.scored and record.purpose in {Purpose.FIRST, Purpose.REVIEW}


def _plan(plan: tuple[Planned, ...]) -> str:
    return json.dumps(
        [{"question": p.question, "fingerprint": p.fingerprint, "layout": p.layout} for p in plan]
    )


def _begin(connection: Connection, begun: Begun) -> None:
    path = None if begun.path is None else json.dumps(begun.path)
    trusted = begun.purpose is not Purpose.EXERCISE  # a file for a class may say anything
    connection.execute(
        """INSERT INTO quiz (id, title, path) VALUES (?, ?, ?) ON CONFLICT (id)
        DO UPDATE SET title = excluded.title, path = coalesce(excluded.path, path)
        WHERE ?""",
        (begun.quiz, begun.title, path, trusted),
    )
    connection.execute(
        """INSERT INTO attempt
        (key, quiz, version, purpose, mode, form, certainty, seed, begun, plan,
            assignment, learner)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""",
        (
            *(begun.attempt, begun.quiz, begun.version, begun.purpose, begun.mode, begun.form),
            *(int(begun.certainty), str(begun.seed), stamp(begun.at), _plan(begun.plan)),
            *(begun.assignment, begun.learner),
        ),
    )


def _answer(connection: Connection, answered: Answered) -> bool:
    """Insert an answer and return whether it is new."""
    cursor = connection.execute(
        """INSERT INTO response (attempt, quiz, version, question, fingerprint, purpose,
            answer, fraction, parts, scored, certainty, at, seal)
        VALUES ((SELECT seq FROM attempt WHERE key = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (attempt, question, fingerprint) DO NOTHING""",
        (
            *(answered.attempt, answered.quiz, answered.version),
            *(answered.question, answered.fingerprint, answered.purpose),
            *(json.dumps(answered.answer), answered.fraction, json.dumps(answered.parts)),
            *(int(answered.scored), answered.certainty, stamp(answered.at), answered.seal),
        ),
    )
    return cursor.rowcount == 1


def _remember(connection: Connection, answered: Answered, longest_days: int) -> None:
    from quiz.engine.certainty import Certainty  # noqa: PLC0415  at the first answer
    from quiz.engine.grading import Grade  # noqa: PLC0415
    from quiz.engine.memory import rating, remember  # noqa: PLC0415

    name = (answered.quiz, answered.question, answered.fingerprint)
    certainty = None if answered.certainty is None else Certainty(answered.certainty)
    memory = remember(
        reading.memory(connection, *name),
        rating(Grade(answered.fraction, answered.parts), certainty),
        answered.at,
        longest_days,
    )
    connection.execute(
        "INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            *(*name, memory.stability, memory.difficulty),
            *(stamp(memory.due), stamp(memory.last_review)),
        ),
    )


def _end(connection: Connection, ended: Ended) -> None:
    cursor = connection.execute(
        "UPDATE attempt SET ended = ?, result = ? WHERE key = ? AND ended IS NULL",
        (
            stamp(ended.at),
            None if ended.result is None else json.dumps(ended.result),
            ended.attempt,
        ),
    )
    if cursor.rowcount and ended.result and ended.purpose is Purpose.FIRST:
        total = ended.result["total"]
        share = total["points"] / total["possible"] if total["possible"] else None
        connection.execute(
            """UPDATE quiz SET last_share = ?, last_asked = ?, last_at = ?,
            best_share = max(coalesce(best_share, 0), ?) WHERE id = ?""",
            (share, total["asked"], stamp(ended.at), share or 0, ended.quiz),
        )
