"""The tables of the classes, one migration after another."""

from collections.abc import Sequence
from sqlite3 import Connection

from quiz.store.schema import APPLICATION_ID, Migration


def _first(connection: Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in _FIRST:
        connection.execute(statement)


_FIRST = (
    """CREATE TABLE class (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL UNIQUE, assignment TEXT NOT NULL,
        quiz TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL,
        plan TEXT NOT NULL, roster TEXT NOT NULL,
        begun TEXT NOT NULL, used TEXT NOT NULL,
        state TEXT NOT NULL,
        named INTEGER NOT NULL
    )""",
    """CREATE TABLE seat (
        class TEXT NOT NULL, id INTEGER NOT NULL,
        name TEXT NOT NULL, code TEXT NOT NULL, joined TEXT NOT NULL,
        hidden INTEGER NOT NULL, extra_seconds INTEGER NOT NULL,
        PRIMARY KEY (class, id)
    ) WITHOUT ROWID""",
    """CREATE TABLE token (
        class TEXT NOT NULL, seat INTEGER NOT NULL, hash TEXT NOT NULL,
        PRIMARY KEY (class, hash)
    ) WITHOUT ROWID""",
    """CREATE TABLE vote (
        class TEXT NOT NULL, seat INTEGER NOT NULL,
        position INTEGER NOT NULL, round INTEGER NOT NULL,
        answer TEXT NOT NULL, at TEXT NOT NULL, certainty INTEGER, changes INTEGER NOT NULL,
        PRIMARY KEY (class, seat, position, round)
    ) WITHOUT ROWID""",
)

MIGRATIONS: Sequence[Migration] = (_first,)
"""All of them, the oldest first. One that has been released is never changed."""
