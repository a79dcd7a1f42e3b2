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

    The answers of a test count once it is over: until then they can be changed.

    Raises:
        sqlite3.Error: it can't be written.
    """
    if not _new(reader):
        return
    reader.connection.execute("BEGIN IMMEDIATE")
    with reader.connection:
        for response in _new(reader):  # another program may have been first
            _save(reader.connection, response, _next(reader, response, longest_days))


def _new(reader: Reader) -> list[ResponseRecord]:
    return reader.records(
        ResponseRecord,
        """SELECT * FROM response WHERE NOT remembered AND scored
        AND purpose IN ('graded', 'review') AND NOT EXISTS
            (SELECT * FROM attempt WHERE id = response.attempt AND mode = 'test' AND ended IS NULL)
        ORDER BY number""",
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
    }
    connection.execute(
        """INSERT OR REPLACE INTO memory
        (quiz, question, content_id, stability, difficulty, due, last_review) VALUES
        (:quiz, :question, :content_id, :stability, :difficulty, :due, :last_review)""",
        row,
    )
    connection.execute("UPDATE response SET remembered = 1 WHERE number = ?", (response.number,))
