"""What is kept, read back as records."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

from quiz.engine.memory import Memory
from quiz.engine.result import Result
from quiz.store.reading import Unreadable, from_data
from quiz.store.records import AttemptRecord, ResponseRecord, SubmissionRecord

T = TypeVar("T")


class Reader:
    """Reads records off a connection, and remembers the rows of which none can be made."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.unreadable: set[tuple[object, ...]] = set()

    def records(self, kind: type[T], statement: str, *values: object) -> list[T]:
        """Return what a statement selects, as records of a kind."""
        found = []
        for row in self.connection.execute(statement, values):
            try:
                found.append(from_data(kind, dict(row)))
            except Unreadable:
                self.unreadable.add((kind, *row))
        return found


@dataclass(frozen=True, slots=True)
class PastResult:
    """What a finished attempt came to."""

    ended: datetime
    result: Result


@dataclass(frozen=True, slots=True)
class PastQuiz:
    """A quiz of the history, as it was when it was last taken."""

    quiz: str
    title: str
    path: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionMemory(Memory):
    """What is remembered of a question."""

    question: str
    content_id: str
    """The fingerprint of its text and key when it was answered."""


def unfinished(reader: Reader, quiz: str) -> list[AttemptRecord]:
    """Return the attempts of a quiz that are not over, exercises too, the latest first."""
    where = "quiz = ? AND ended IS NULL AND purpose IN ('graded', 'exercise')"
    return _attempts(reader, where, quiz)[::-1]


def attempts(reader: Reader, quiz: str) -> list[AttemptRecord]:
    """Return the attempts of a quiz that count and have an answer, the oldest first."""
    found = _attempts(reader, "quiz = ? AND purpose = 'graded'", quiz)
    return [one for one in found if one.responses]


def exercises(reader: Reader, assignment: str | None) -> list[AttemptRecord]:
    """Return the exercises that were taken of an assignment, or of all, the oldest first."""
    return _attempts(reader, "assignment = coalesce(?, assignment)", assignment)


def attempt(reader: Reader, id_: str) -> AttemptRecord | None:
    """Return an attempt; None where there is none of that id."""
    return next(iter(_attempts(reader, "id = ?", id_)), None)


def _attempts(reader: Reader, where: str, value: str | None) -> list[AttemptRecord]:
    attempts = f"SELECT * FROM attempt WHERE {where} ORDER BY number"
    of = f"WHERE attempt IN (SELECT id FROM attempt WHERE {where})"
    responses = f"SELECT * FROM response {of} ORDER BY number"
    submissions = f"SELECT * FROM submission {of}"
    given: defaultdict[str, list[ResponseRecord]] = defaultdict(list)
    for one in reader.records(ResponseRecord, responses, value):
        given[one.attempt].append(one)
    over = {one.attempt: one for one in reader.records(SubmissionRecord, submissions, value)}
    return [
        replace(one, responses=tuple(given[one.id]), submission=over.get(one.id))
        for one in reader.records(AttemptRecord, attempts, value)
    ]


def results(reader: Reader, quiz: str) -> list[PastResult]:
    """Return what the attempts of a quiz that count came to, the oldest first."""
    return reader.records(
        PastResult,
        """SELECT ended, result FROM attempt
        WHERE quiz = ? AND purpose = 'graded' AND result IS NOT NULL ORDER BY number""",
        quiz,
    )


def quizzes(reader: Reader) -> list[PastQuiz]:
    """Return the quizzes of the history, in the order of their titles; exercises are left out."""
    return reader.records(
        PastQuiz,
        """SELECT quiz, title, path FROM attempt WHERE number IN
            (SELECT max(number) FROM attempt WHERE purpose != 'exercise' GROUP BY quiz)
        ORDER BY title, quiz""",
    )


def ids(reader: Reader) -> frozenset[str]:
    """Return the ids of all quizzes of which something is kept, those of exercises too."""
    rows = reader.connection.execute("SELECT DISTINCT quiz FROM attempt")
    return frozenset(row["quiz"] for row in rows)


def memories(reader: Reader, quiz: str) -> list[QuestionMemory]:
    """Return what is remembered of the questions of a quiz, the longest due first."""
    return reader.records(
        QuestionMemory, "SELECT * FROM memory WHERE quiz = ? ORDER BY due, question", quiz
    )


def responses(reader: Reader, quiz: str | None) -> list[ResponseRecord]:
    """Return the answers to a quiz, or to all, in the order in which they were given.

    What was answered in exercises is left out: it may be that of others at the same computer.
    """
    return reader.records(
        ResponseRecord,
        """SELECT * FROM response WHERE purpose != 'exercise' AND coalesce(?, quiz) = quiz
        ORDER BY number""",
        quiz,
    )


def responses_to(reader: Reader, quiz: str, question: str, content_id: str) -> list[ResponseRecord]:
    """Return the answers to a question as it is now, in the order in which they were given."""
    return reader.records(
        ResponseRecord,
        """SELECT * FROM response WHERE (quiz, question, content_id) = (?, ?, ?)
        AND purpose != 'exercise' ORDER BY number""",
        *(quiz, question, content_id),
    )
