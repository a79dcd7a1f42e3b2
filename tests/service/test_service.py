"""The service at home: its folders, its shelf, and trouble with the disk."""

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
from quiz.service import Service
from quiz.store.purpose import Purpose
from tests.begun import begun
from tests.service.conftest import OpenService
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
    monkeypatch.setattr("quiz.quizfile.shelf.shipped", lambda: home / "nowhere")
    return folder


def test_a_service_touches_no_disk_before_it_is_needed(home: Path) -> None:
    service = Service.at_home()
    assert service.folder == home / "data" / "quiz"
    assert service.store.trouble is None
    assert service.store.notices() == ()
    service.close()
    assert list(home.iterdir()) == []


def test_home_lists_every_quiz_with_its_past(own: Path) -> None:
    (own / "a.yaml").write_text(SMALL.format(id="small"))
    (own / "b.yaml").write_text("schema: 1\n")
    service = Service.at_home()
    quiz = service.library.open("a")
    attempt = begun(service, quiz, QuestionFilter(), mode=Mode.TEST)
    good, bad = service.shelf()
    assert (good.name, good.quiz, good.problems) == ("a", quiz, ())
    assert good.summary.last_share is None
    assert good.unfinished is not None
    assert (good.unfinished.answered, good.unfinished.asked) == (0, 1)
    assert good.unfinished.purpose is Purpose.GRADED
    assert bad.quiz is None
    assert bad.problems
    attempt = service.attempts.save(attempt, *attempt.session.answer(RIGHT["length"]))
    service.attempts.save(attempt, attempt.session.finish())
    good, _ = service.shelf()
    assert good.unfinished is None
    assert good.summary.last_share == 0
    assert good.due == 0
    service.close()


def test_a_quiz_of_the_history_is_found_where_it_was_or_on_the_shelf(
    own: Path, tmp_path: Path
) -> None:
    def found() -> list[str]:
        with closing(Service.at_home()) as other:
            return [due.quiz.id for due in other.reviews.due()]

    away = tmp_path / "away.yaml"
    away.write_text(SMALL.format(id="small"))
    service = Service.at_home()
    quiz = service.library.open(str(away))
    begun(service, quiz, QuestionFilter(), mode=Mode.TEST)
    assert found() == ["small"]
    away.write_text(SMALL.format(id="other"))
    assert found() == []
    (own / "small.yaml").write_text(SMALL.format(id="small"))
    assert found() == ["small"]
    assert service.history.forget("small") == 0
    assert service.history.forget("small") == 0
    (own / "small.yaml").unlink()
    with pytest.raises(UnknownQuiz):
        service.history.forget("small")
    service.close()


@pytest.fixture
def locked(service: Service, quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> sqlite3.Connection:
    """Return another program's connection to a database in which there is an attempt."""
    monkeypatch.setattr("quiz.store.store.PATIENCE", 0.05)
    monkeypatch.setattr("quiz.store.store.IMPATIENCE", 0.05)
    service.attempts.abandon(begun(service, quiz, QuestionFilter(), mode=Mode.TEST))
    return sqlite3.connect(service.folder / "answers.sqlite", isolation_level=None)


def test_a_quiz_can_be_taken_while_nothing_can_be_kept(
    service: Service, open_service: OpenService, quiz: Quiz, locked: sqlite3.Connection
) -> None:
    with closing(locked):
        locked.execute("BEGIN IMMEDIATE")
        attempt = begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE)
        assert not attempt.saved
        session, response = attempt.session.answer(RIGHT[attempt.session.question.id])
        attempt = service.attempts.save(attempt, session, response)
        assert not attempt.saved
        assert attempt.session == session
        assert "another program has locked" in (service.store.trouble or "")
        assert service.attempts.unfinished(quiz) == attempt
        locked.execute("ROLLBACK")
        attempt = service.attempts.save(attempt, session)
        assert attempt.saved
        assert service.store.trouble is None
    assert open_service().attempts.unfinished(quiz) == attempt


def test_a_whole_attempt_that_waited_is_kept_by_the_next_program(
    service: Service, open_service: OpenService, quiz: Quiz, locked: sqlite3.Connection
) -> None:
    with closing(locked):
        locked.execute("BEGIN IMMEDIATE")
        sit(service, quiz)
        locked.execute("ROLLBACK")
    other = open_service()
    assert len(other.history.attempts(quiz)) == 1
    assert len(other.history.answers()) == 8
    (notice,) = other.store.notices()
    assert notice.endswith("are in your history now: 8.")


def test_a_service_may_be_used_from_any_thread(service: Service, quiz: Quiz) -> None:
    def take(number: int) -> None:
        sit(service, replace(quiz, id=f"quiz-{number}"))

    threads = [Thread(target=take, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(service.history.answers()) == 48
    assert rivers() == quiz
