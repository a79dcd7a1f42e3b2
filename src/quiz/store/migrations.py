"""The tables, one step after another; a file's `user_version` is the number of steps it has had."""

from collections.abc import Callable, Sequence
from sqlite3 import Connection

APPLICATION_ID = 0x51756971
"""What marks a file as ours (`Quiq` in ASCII)."""


def first(connection: Connection) -> None:
    """Lay out attempts, answers, what is remembered and a summary of each quiz."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in _FIRST:
        connection.execute(statement)


_FIRST = (
    """CREATE TABLE quiz (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        path TEXT,
        last_share REAL, last_asked INTEGER, last_at TEXT, best_share REAL
    ) WITHOUT ROWID""",
    """CREATE TABLE attempt (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        quiz TEXT NOT NULL REFERENCES quiz (id),
        version INTEGER NOT NULL,
        purpose TEXT NOT NULL, mode TEXT NOT NULL, form TEXT, certainty INTEGER NOT NULL,
        seed TEXT NOT NULL,
        begun TEXT NOT NULL,
        plan TEXT NOT NULL,
        place INTEGER NOT NULL DEFAULT 0,
        flagged TEXT NOT NULL DEFAULT '[]',
        looks INTEGER NOT NULL DEFAULT 0,
        ended TEXT,
        result TEXT
    )""",
    "CREATE INDEX attempt_by_quiz ON attempt (quiz, ended, seq)",
    """CREATE TABLE response (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        attempt INTEGER NOT NULL REFERENCES attempt (seq),
        quiz TEXT NOT NULL, version INTEGER NOT NULL,
        question TEXT NOT NULL, fingerprint TEXT NOT NULL,
        purpose TEXT NOT NULL,
        answer TEXT NOT NULL,
        fraction REAL NOT NULL, parts TEXT NOT NULL, scored INTEGER NOT NULL,
        certainty INTEGER,
        at TEXT NOT NULL,
        seal INTEGER NOT NULL,
        UNIQUE (attempt, question, fingerprint)
    )""",
    "CREATE INDEX response_by_question ON response (quiz, question, seq)",
    """CREATE TABLE memory (
        quiz TEXT NOT NULL, question TEXT NOT NULL, fingerprint TEXT NOT NULL,
        stability REAL NOT NULL, difficulty REAL NOT NULL,
        due TEXT NOT NULL, last_review TEXT NOT NULL,
        PRIMARY KEY (quiz, question, fingerprint)
    ) WITHOUT ROWID""",
    "CREATE INDEX memory_by_due ON memory (quiz, due)",
)


def second(connection: Connection) -> None:
    """Tell exercises apart: whose each is, what is handed in of it, and where that went."""
    for statement in _SECOND:
        connection.execute(statement)


_SECOND = (
    "ALTER TABLE attempt ADD COLUMN assignment TEXT",
    "ALTER TABLE attempt ADD COLUMN learner TEXT",
    "ALTER TABLE attempt ADD COLUMN stem TEXT",
    "ALTER TABLE attempt ADD COLUMN submission TEXT",
    "ALTER TABLE attempt ADD COLUMN folder TEXT",
    "ALTER TABLE attempt ADD COLUMN placed TEXT",
    "ALTER TABLE attempt ADD COLUMN placed_at TEXT",
    "CREATE INDEX attempt_by_assignment ON attempt (assignment) WHERE assignment IS NOT NULL",
)

Step = Callable[[Connection], None]
"""A change of the tables, made inside a transaction."""

MIGRATIONS: Sequence[Step] = (first, second)
"""Every step, the oldest first. A step that has been released is never changed."""


def version(connection: Connection) -> int:
    """Return how many steps a file has had."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection, steps: Sequence[Step] = MIGRATIONS) -> None:
    """Make the steps that a file has not had, all in one transaction with their number."""
    if version(connection) >= len(steps):
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
        for number in range(version(connection), len(steps)):  # none, if another program was first
            steps[number](connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
