"""What is remembered of questions, worked out from the answers when it is asked for."""

from sqlite3 import Connection

from quiz.engine.certainty import Certainty
from quiz.engine.kinds.base import Grade
from quiz.engine.memory import Memory, rating, remember
from quiz.store.queries import QuestionMemory, Reader
from quiz.store.records import ResponseRecord
from quiz.store.writing import to_row


def catch_up(reader: Reader, longest_days: int) -> None:
    """Bring what is remembered up to the last answer that counts; it costs what is new.

    Raises:
        sqlite3.Error: it can't be written.
    """
    if not _new(reader):
        return
    reader.connection.execute("BEGIN IMMEDIATE")
    with reader.connection:
        for response in _new(reader):  # another program may have been first
            _save(reader.connection, response, _next(reader, response, longest_days))


def relearn(reader: Reader, changed: ResponseRecord, longest_days: int) -> None:
    """Work out anew what is remembered of a question, after one of the answers to it changed.

    Raises:
        sqlite3.Error: it can't be written.
    """
    of = (changed.quiz, changed.question, changed.content_id)
    known = reader.connection.execute(
        "SELECT response FROM memory WHERE (quiz, question, content_id) = (?, ?, ?)", of
    ).fetchone()
    if known is None:
        return
    reader.connection.execute(
        "DELETE FROM memory WHERE (quiz, question, content_id) = (?, ?, ?)", of
    )
    answers = reader.records(
        ResponseRecord,
        """SELECT * FROM response WHERE (quiz, question, content_id) = (?, ?, ?) AND number <= ?
        AND scored AND purpose IN ('graded', 'review') ORDER BY number""",
        *(*of, known["response"]),
    )
    for response in answers:
        _save(reader.connection, response, _next(reader, response, longest_days))


def _new(reader: Reader) -> list[ResponseRecord]:
    return reader.records(
        ResponseRecord,
        """SELECT * FROM response WHERE number > (SELECT coalesce(max(response), 0) FROM memory)
        AND scored AND purpose IN ('graded', 'review') ORDER BY number""",
    )


def _next(reader: Reader, response: ResponseRecord, longest_days: int) -> Memory:
    before = reader.records(
        QuestionMemory,
        "SELECT * FROM memory WHERE (quiz, question, content_id) = (?, ?, ?)",
        *(response.quiz, response.question, response.content_id),
    )
    certainty = None if response.certainty is None else Certainty(response.certainty)
    rated = rating(Grade(response.fraction, response.parts), certainty, meant=response.meant)
    return remember(next(iter(before), None), rated, response.at, longest_days)


def _save(connection: Connection, response: ResponseRecord, now: Memory) -> None:
    row = to_row(now) | {
        "quiz": response.quiz,
        "question": response.question,
        "content_id": response.content_id,
        "response": response.number,
    }
    connection.execute(
        """INSERT OR REPLACE INTO memory
        (quiz, question, content_id, stability, difficulty, due, last_review, response) VALUES
        (:quiz, :question, :content_id, :stability, :difficulty, :due, :last_review, :response)""",
        row,
    )
