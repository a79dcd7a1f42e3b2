"""The tables, one migration after another; a file's `user_version` says how many it has had."""

from collections.abc import Callable, Sequence
from sqlite3 import Connection

APPLICATION_ID = 0x5175697A
"""What marks a file as ours (`Quiz` in ASCII)."""
EARLIER_ID = 0x51756971
"""What marked files before migrations began again."""


def _first(connection: Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in _FIRST:
        connection.execute(statement)


_FIRST = (
    """CREATE TABLE attempt (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        quiz TEXT NOT NULL, version INTEGER NOT NULL, title TEXT NOT NULL, path TEXT,
        purpose TEXT NOT NULL, mode TEXT NOT NULL, form TEXT, certainty INTEGER NOT NULL,
        seed TEXT NOT NULL,
        begun TEXT NOT NULL,
        plan TEXT NOT NULL,
        position INTEGER NOT NULL,
        flagged TEXT NOT NULL,
        passage_views INTEGER NOT NULL,
        ended TEXT,
        result TEXT,
        assignment TEXT, learner TEXT NOT NULL
    )""",
    "CREATE INDEX attempt_by_quiz ON attempt (quiz, purpose, ended)",
    """CREATE TABLE response (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        attempt TEXT NOT NULL,
        quiz TEXT NOT NULL, version INTEGER NOT NULL,
        question TEXT NOT NULL, content_id TEXT NOT NULL,
        purpose TEXT NOT NULL,
        answer TEXT NOT NULL,
        fraction REAL NOT NULL, parts TEXT NOT NULL, scored INTEGER NOT NULL,
        certainty INTEGER,
        at TEXT NOT NULL,
        UNIQUE (attempt, question, content_id)
    )""",
    "CREATE INDEX response_by_question ON response (quiz, question)",
    """CREATE TABLE memory (
        quiz TEXT NOT NULL, question TEXT NOT NULL, content_id TEXT NOT NULL,
        stability REAL NOT NULL, difficulty REAL NOT NULL,
        due TEXT NOT NULL, last_review TEXT NOT NULL,
        response INTEGER NOT NULL,
        PRIMARY KEY (quiz, question, content_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX memory_by_response ON memory (response)",
    """CREATE TABLE submission (
        attempt TEXT PRIMARY KEY,
        stem TEXT NOT NULL, text TEXT NOT NULL, folder TEXT NOT NULL,
        placed TEXT, placed_at TEXT
    ) WITHOUT ROWID""",
)


def _second(connection: Connection) -> None:
    for statement in _SECOND:
        connection.execute(statement)


_SECOND = (
    "ALTER TABLE attempt ADD COLUMN second_goes TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE response ADD COLUMN meant INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE response ADD COLUMN changes INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE response ADD COLUMN remembered INTEGER NOT NULL DEFAULT 0",
    """CREATE INDEX response_to_remember ON response (number)
        WHERE NOT remembered AND scored AND purpose IN ('graded', 'review')""",
    "DROP TABLE memory",
    """CREATE TABLE memory (
        quiz TEXT NOT NULL, question TEXT NOT NULL, content_id TEXT NOT NULL,
        stability REAL NOT NULL, difficulty REAL NOT NULL,
        due TEXT NOT NULL, last_review TEXT NOT NULL,
        PRIMARY KEY (quiz, question, content_id)
    ) WITHOUT ROWID""",
)

Migration = Callable[[Connection], None]
"""A change of the tables, made inside a transaction."""

MIGRATIONS: Sequence[Migration] = (_first, _second)
"""All of them, the oldest first. One that has been released is never changed."""


def version(connection: Connection) -> int:
    """Return how many migrations a file has had."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Make the migrations that a file has not had, all in one transaction with their number."""
    if version(connection) >= len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        for number in range(version(connection), len(migrations)):  # another program may be first
            migrations[number](connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")
