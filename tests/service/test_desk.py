"""The desk at home: its folders, its shelf, and trouble with the disk."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.problem import UnknownQuiz
from quiz.model.quiz import Quiz
from quiz.service import Desk, Purpose
from tests.begun import begun
from tests.service.conftest import OpenDesk
from tests.service.sample import RIGHT, rivers
from tests.service.test_attempt import sit

SMALL = """\
schema: 1
id: {id}
title: Small
topics: {{one: One}}
passage: {{title: Small, source: Made for the test, text: The door is red and heavy.}}
questions:
- id: door
  kind: short
  topic: one
  skill: access
  ask: Which colour is the door?
  evidence: The door is red
  accept: [red]
  explain: The passage says that it is red.
"""


@pytest.fixture
def own(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the user's own quizzes, the only ones on the shelf."""
    folder = home / "data" / "quiz" / "quizzes"
    folder.mkdir(parents=True)
    monkeypatch.setattr("quiz.quizfile.shelf._shipped", lambda: str(home / "nowhere"))
    return folder


def test_a_desk_touches_no_disk_before_it_is_needed(home: Path) -> None:
    desk = Desk.at_home()
    assert desk.folder == home / "data" / "quiz"
    assert desk.trouble is None
    assert desk.notices() == ()
    desk.close()
    assert list(home.iterdir()) == []


def test_home_lists_every_quiz_with_its_past(own: Path) -> None:
    (own / "a.yaml").write_text(SMALL.format(id="small"))
    (own / "b.yaml").write_text("schema: 1\n")
    desk = Desk.at_home()
    quiz = desk.open_quiz("a")
    attempt = begun(desk, quiz, QuestionFilter(), mode=Mode.TEST)
    good, bad = desk.shelf()
    assert (good.name, good.quiz, good.problems) == ("a", quiz, ())
    assert good.summary.last_share is None
    assert good.unfinished is not None
    assert (good.unfinished.answered, good.unfinished.asked) == (0, 1)
    assert good.unfinished.purpose is Purpose.FIRST
    assert bad.quiz is None
    assert bad.problems
    session = attempt.session.answer(RIGHT["length"]).answer(RIGHT["length"])
    desk.keep(attempt, session.finish())
    good, _ = desk.shelf()
    assert good.unfinished is None
    assert (good.summary.last_share, good.summary.best_share) == (0, 0)
    assert good.due == 0
    desk.close()


def test_a_quiz_of_the_history_is_found_where_it_was_or_on_the_shelf(
    own: Path, tmp_path: Path
) -> None:
    def found() -> list[str]:
        with closing(Desk.at_home()) as other:
            return [due.quiz.id for due in other.due()]

    away = tmp_path / "away.yaml"
    away.write_text(SMALL.format(id="small"))
    desk = Desk.at_home()
    quiz = desk.open_quiz(str(away))
    begun(desk, quiz, QuestionFilter(), mode=Mode.TEST)
    assert found() == ["small"]
    away.write_text(SMALL.format(id="other"))
    assert found() == []
    (own / "small.yaml").write_text(SMALL.format(id="small"))
    assert found() == ["small"]
    assert desk.forget("small") == 0
    assert desk.forget("small") == 0
    (own / "small.yaml").unlink()
    with pytest.raises(UnknownQuiz):
        desk.forget("small")
    desk.close()


@pytest.fixture
def locked(desk: Desk, quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> sqlite3.Connection:
    """Return another program's connection to a database in which there is an attempt."""
    monkeypatch.setattr("quiz.store.journal.PATIENCE", 0.05)
    monkeypatch.setattr("quiz.store.journal.IMPATIENCE", 0.05)
    desk.abandon(begun(desk, quiz, QuestionFilter(), mode=Mode.TEST))
    return sqlite3.connect(desk.folder / "answers.sqlite", isolation_level=None)


def test_a_quiz_can_be_taken_while_nothing_can_be_kept(
    desk: Desk, open_desk: OpenDesk, quiz: Quiz, locked: sqlite3.Connection
) -> None:
    with closing(locked):
        locked.execute("BEGIN IMMEDIATE")
        attempt = begun(desk, quiz, QuestionFilter(), mode=Mode.PRACTICE)
        assert not attempt.saved
        session = attempt.session.answer(RIGHT[attempt.session.question.id])
        attempt = desk.keep(attempt, session)
        assert not attempt.saved
        assert attempt.session == session
        assert "another program has locked" in (desk.trouble or "")
        assert desk.unfinished(quiz) == attempt
        locked.execute("ROLLBACK")
        attempt = desk.keep(attempt, session)
        assert attempt.saved
        assert desk.trouble is None
    assert open_desk().unfinished(quiz) == attempt


def test_a_whole_attempt_that_waited_is_kept_by_the_next_program(
    desk: Desk, open_desk: OpenDesk, quiz: Quiz, locked: sqlite3.Connection
) -> None:
    with closing(locked):
        locked.execute("BEGIN IMMEDIATE")
        sit(desk, quiz)
        locked.execute("ROLLBACK")
    other = open_desk()
    assert len(other.past(quiz)) == 1
    assert len(other.history()) == 8
    (notice,) = other.notices()
    assert notice.endswith("are in your history now: 8.")


def test_a_desk_may_be_used_from_any_thread(desk: Desk, quiz: Quiz) -> None:
    def take(number: int) -> None:
        sit(desk, replace(quiz, id=f"quiz-{number}"))

    threads = [Thread(target=take, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(desk.history()) == 48
    assert rivers() == quiz
