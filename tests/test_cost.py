"""What an answer and home cost the history, told without a clock: statements."""

import sqlite3
from pathlib import Path

import pytest

from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.answer import ChoiceAnswer
from quiz.service import Service
from tests.begun import begun

CHOICES = QuestionFilter(kinds=frozenset({"choice"}))


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return every statement that SQLite runs from now on, as it runs."""
    run: list[str] = []
    real = sqlite3.connect

    def connect(*args: object, **named: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*args, **named)  # type: ignore[call-overload]
        connection.set_trace_callback(run.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect)
    return run


def test_an_answer_costs_one_commit(tmp_path: Path, statements: list[str]) -> None:
    service = Service(tmp_path)
    attempt = begun(service, service.library.open("ketamine"), CHOICES, mode=Mode.PRACTICE)
    for _ in range(3):
        statements.clear()
        attempt = service.attempts.save(
            attempt, *attempt.session.answer(ChoiceAnswer(frozenset({0})))
        )
        assert [one for one in statements if one == "COMMIT"] == ["COMMIT"]
        assert [one for one in statements if one.startswith("INSERT OR IGNORE INTO response")]
        attempt = service.attempts.save(attempt, attempt.session.onward())
    service.close()


def test_home_looks_nothing_up_by_going_through_the_whole_history(
    tmp_path: Path, statements: list[str]
) -> None:
    service = Service(tmp_path)
    begun(service, service.library.open("ketamine"), CHOICES, mode=Mode.PRACTICE)
    statements.clear()
    service.shelf()
    service.reviews.due()
    asked = [one for one in statements if one.startswith("SELECT")]
    assert asked
    service.close()
    (database,) = tmp_path.glob("*.sqlite")
    connection = sqlite3.connect(database)
    for statement in asked:
        for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall():
            small = "response_to_remember" in step  # an index of what was not looked at yet, alone
            assert small or "COVERING" in step or not step.startswith("SCAN "), statement
    connection.close()
