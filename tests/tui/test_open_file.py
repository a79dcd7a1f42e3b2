"""A file is opened from home: by name, from folder to folder, and nothing before it is chosen."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from quiz.assignment import assignment_data
from quiz.engine.selection import QuestionFilter
from quiz.model.assignment import AssignmentSettings
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.learner_name import LearnerNameScreen
from quiz.tui.screens.open_file import ROWS, OpenFileScreen
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.widgets.lists import LinkList
from tests.tui.conftest import QUIZZES
from tests.tui.learner import Learner, learning, toasts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, service: Service, bees: Quiz) -> Path:
    """Return the folder in which the program is started, with what a learner may have in it."""
    here = tmp_path / "school" / "7b"
    (here / "hives").mkdir(parents=True)
    shutil.copy(QUIZZES / "bees.yaml", here / "hives" / "my bees.yaml")
    made = service.exercises.assign(bees, QuestionFilter(), AssignmentSettings())
    (here / "exercise.json").write_text(assignment_data.to_text(made), encoding="utf-8")
    (here / "notes.json").write_text("{}")
    (here / "[@click=app.quit]x.yaml").write_text("id: [")
    (here / ".hidden.yaml").write_text("")
    (here / "photo.jpg").write_text("")
    monkeypatch.chdir(here)
    return here


async def listed(learner: Learner, *names: str) -> None:
    """Let the application work until these are the names."""

    def rows() -> list[str]:
        return [text.plain for text in learner.app.screen.query_one(LinkList).texts]

    await learner.until_is(rows, [".. the folder above", *names])


HERE = ("hives/", "[@click=app.quit]x.yaml", "exercise.json", "notes.json")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_an_exercise_and_a_quiz_are_opened_from_home(
    service: Service, folder: Path, size: tuple[int, int]
) -> None:
    async with learning(service, size=size) as learner:
        await learner.at(HomeScreen)
        await learner.press("o")
        await learner.at(OpenFileScreen)
        await listed(learner, *HERE)
        assert "photo" not in learner.text
        await learner.press("down", "down", "down", "down", "enter")
        await learner.until(lambda: "This can't be opened" in learner.text)
        await learner.press("up", "up", "enter")
        await learner.until(lambda: "x.yaml:1:" in learner.text.replace(" ", ""))
        await learner.press("up", "enter")
        await listed(learner, "my bees.yaml")
        await learner.press("enter")
        await listed(learner, *HERE)
        assert learner.app.screen.query_one(LinkList).highlighted == 1
        await learner.press("enter")
        await listed(learner, "my bees.yaml")
        await learner.press("down", "enter")
        await learner.at(SetupScreen)
        await learner.press("escape")
        await learner.at(HomeScreen)
        await learner.press("o")
        await learner.at(OpenFileScreen)
        await listed(learner, *HERE)
        await learner.press("down", "down", "down", "enter")
        await learner.at(LearnerNameScreen)
        await learner.press("escape", "escape")
        await learner.at(HomeScreen)


async def test_nothing_is_read_before_it_is_chosen(
    service: Service, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    read = service.library.open_any

    def open_any(name: str) -> object:
        opened.append(name)
        return read(name)

    monkeypatch.setattr(service.library, "open_any", open_any)
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        await learner.press("o")
        await learner.at(OpenFileScreen)
        await listed(learner, *HERE)
        assert opened == []
        await learner.click("exercise.json")
        await learner.at(LearnerNameScreen)
        assert opened == [str(folder / "exercise.json")]


async def test_a_huge_folder_is_listed_in_parts(service: Service, folder: Path) -> None:
    for number in range(3 * ROWS):
        (folder / "hives" / f"{number:04}.yaml").touch()
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        await learner.press("o")
        await learner.at(OpenFileScreen)
        await listed(learner, *HERE)
        await learner.press("down", "enter")
        await learner.until(lambda: "Names 1 to 100 of 302." in learner.text)
        await learner.press("up")
        assert "More names" in learner.text
        await learner.press("enter")
        await learner.until(lambda: "Names 101 to 200 of 302." in learner.all_text)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
async def test_a_hostile_name_is_literal_text(service: Service, folder: Path) -> None:
    for name in (
        "\x1b]52;c;eA==\x07.yaml",
        os.fsdecode(b"\xff.yaml"),
        "[bold.json",
        "x" * 200 + ".json",
    ):
        (folder / "hives" / name).write_text("[/")
    (folder / "hives" / "\u202etxt").mkdir()
    async with learning(service, size=(40, 15)) as learner:
        await learner.at(HomeScreen)
        await learner.press("o")
        await learner.at(OpenFileScreen)
        await listed(learner, *HERE)
        await learner.press("down", "enter")
        await learner.until(lambda: "x" * 20 in learner.text)
        for _ in range(5):
            await learner.press("down", "enter")
            await learner.pilot.pause()
        assert not {"\x1b", "\x07", "\u202e"} & {*learner.all_text}
        assert toasts(learner) == []


async def test_a_folder_that_is_gone_is_said(service: Service, folder: Path) -> None:
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        await learner.press("o")
        await learner.at(OpenFileScreen)
        await listed(learner, *HERE)
        shutil.rmtree(folder / "hives")
        await learner.press("down", "enter")
        await learner.until(lambda: "can't be opened: No such file" in learner.text)
