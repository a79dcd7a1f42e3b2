"""What a start and an answer cost, told without a clock: imports, files, statements, widgets."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import RenderableType
from textual.screen import Screen

from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Session
from quiz.model.answer import ChoiceAnswer
from quiz.model.quiz import Quiz
from quiz.quizfile import packing
from quiz.quizfile.opening import open_quiz
from quiz.quizfile.shelf import shipped
from quiz.service import Attempt, Desk
from quiz.start import Start
from quiz.tui.app import QuizApp
from quiz.tui.screens.before import BeforeScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.widgets.question_view import QuestionView
from quiz.tui.widgets.rows import Rows
from tests.begun import begun
from tests.tui.learner import until

KETAMINE = shipped() / "ketamine.yaml"
CHOICES = QuestionFilter(kinds=frozenset({"choice"}))
PATIENCE = 60
"""Seconds after which a program that says nothing has failed."""


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return every statement that SQLite runs from now on, as it runs."""
    run: list[str] = []
    real = sqlite3.connect

    def connect(*args: object, **named: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*args, **named)  # type: ignore[call-overload]
        connection.set_trace_callback(run.append)
        return connection

    monkeypatch.setattr("quiz.store.database.sqlite3.connect", connect)
    return run


_OPENED: list[str] = []
_LISTENS = False


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if _LISTENS and event == "open":
        _OPENED.append(str(arguments[0]))


sys.addaudithook(_listen)


@contextmanager
def opened_files() -> Iterator[list[str]]:
    """Give the files that are opened meanwhile."""
    global _LISTENS  # noqa: PLW0603  an audit hook stays for good
    _OPENED.clear()
    _LISTENS = True
    try:
        yield _OPENED
    finally:
        _LISTENS = False


def test_an_answer_costs_one_commit_and_opens_no_file(
    tmp_path: Path, statements: list[str]
) -> None:
    desk = Desk(tmp_path)
    quiz = desk.open_quiz("ketamine")
    attempt = begun(desk, quiz, CHOICES, mode=Mode.PRACTICE)
    attempt = desk.keep(attempt, attempt.session.answer(ChoiceAnswer(frozenset({0}))).onward())
    for _ in range(5):
        statements.clear()
        session = attempt.session.answer(ChoiceAnswer(frozenset({0})))
        with opened_files() as opened:
            attempt = desk.keep(attempt, session)
        assert [one for one in statements if one == "COMMIT"] == ["COMMIT"]
        assert [one for one in statements if one.startswith("INSERT INTO response")]
        assert not opened
        attempt = desk.keep(attempt, attempt.session.onward())
    desk.close()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file is read to be known again")
def test_of_a_quiz_that_was_read_before_only_what_is_asked_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        open_quiz(KETAMINE)
    made: list[object] = []
    real = packing.unpack

    def unpack(text: str) -> object:
        made.append(real(text))
        return made[-1]

    monkeypatch.setattr("quiz.quizfile.compiled.unpack", unpack)
    desk = Desk(tmp_path)
    with opened_files() as opened:
        quiz = desk.open_quiz_or_exercise("ketamine")
    assert isinstance(quiz, Quiz)
    assert not opened.count(str(KETAMINE))
    assert made == [replace(quiz, questions=())]
    begun(desk, quiz, QuestionFilter(count=3), mode=Mode.PRACTICE)
    assert len(made) == 1 + 3
    desk.close()


def test_home_looks_nothing_up_by_going_through_the_whole_history(
    tmp_path: Path, statements: list[str]
) -> None:
    desk = Desk(tmp_path)
    quiz = desk.open_quiz("ketamine")
    begun(desk, quiz, QuestionFilter(), mode=Mode.PRACTICE)
    statements.clear()
    desk.shelf()
    desk.due()
    asked = [one for one in statements if one.startswith("SELECT") and "frame" not in one]
    assert len(asked) >= 4
    desk.close()
    with sqlite3.connect(tmp_path / "answers.sqlite") as connection:
        for statement in asked:
            plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
            for *_, step in plan:
                assert not step.startswith(("SCAN response", "SCAN attempt", "SCAN memory")), (
                    statement
                )
    connection.close()


async def test_a_question_is_laid_out_once_and_its_answer_explained_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[object] = []
    real: Callable[..., object] = QuestionView.compose

    def compose(self: QuestionView) -> object:
        drawn.append(self.shown)
        return real(self)

    monkeypatch.setattr(QuestionView, "compose", compose)
    desk = Desk(tmp_path)
    start = Start(screen="play", quiz=desk.open_quiz("ketamine"), wanted=CHOICES, skip_passage=True)
    app = QuizApp(desk, start)
    async with app.run_test() as pilot:
        await until(pilot, lambda: bool(drawn))
        await pilot.pause(0.2)
        view = app.screen.query_one(QuestionView)
        widgets = list(view.query("*"))
        await pilot.press("1", "enter")
        await until(pilot, lambda: bool(view.area and view.area.feedback))
        await pilot.pause(0.2)
        assert list(view.query("*")) == widgets
    assert len(drawn) == 1
    desk.close()


async def test_a_attempt_goes_to_disk_once_its_first_question_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []
    keep, display = Desk.keep, QuizApp._display

    def kept(desk: Desk, attempt: Attempt, session: Session) -> Attempt:
        happened.append("kept")
        return keep(desk, attempt, session)

    def displayed(app: QuizApp, screen: Screen[object], picture: RenderableType | None) -> None:
        display(app, screen, picture)
        if isinstance(screen, QuestionScreen) and picture is not None:
            happened.append("drawn")

    monkeypatch.setattr(Desk, "keep", kept)
    monkeypatch.setattr(QuizApp, "_display", displayed)
    desk = Desk(tmp_path)
    start = Start(screen="play", quiz=desk.open_quiz("ketamine"), skip_passage=True)
    async with QuizApp(desk, start).run_test() as pilot:
        await until(pilot, lambda: "kept" in happened)
    assert happened.index("drawn") < happened.index("kept")
    desk.close()


async def test_a_list_is_one_widget(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    start = Start(screen="play", quiz=desk.open_quiz("ketamine"))
    app = QuizApp(desk, start)
    async with app.run_test() as pilot:
        await until(pilot, lambda: bool(app.screen.query(Rows)))
        assert isinstance(app.screen, BeforeScreen)
        assert len(app.screen.query("*")) < 20
        assert not any(rows.children for rows in app.screen.query(Rows))
    desk.close()


def test_a_quiz_that_was_read_a_moment_ago_is_opened_once_to_know_it_again(tmp_path: Path) -> None:
    path = Path(shutil.copy(KETAMINE, tmp_path / "mine.yaml"))
    open_quiz(path)
    with opened_files() as opened:
        open_quiz(path)
    assert opened.count(str(path)) == 1
