"""`quiz play` of an exercise: what is asked for on the command line, and what is refused."""

from pathlib import Path

import pytest

from quiz.cli import main
from quiz.service import Service
from quiz.start import Start
from tests.tui.exercises import exercise


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Return the file of an exercise."""
    service = Service(tmp_path / "data")
    exercise(service, tmp_path / "class", "queen")
    service.close()
    return str(tmp_path / "class" / "exercise.json")


def test_an_exercise_is_known_by_what_is_in_its_file(file: str, started: list[Start]) -> None:
    assert main(["play", file, "--plain", "--learner", "  Ada   L. ", "--no-passage"]) == 0
    (start,) = started
    assert start.assignment is not None
    assert start.assignment.title == "How honey bees live"
    assert (start.learner, start.skip_passage, start.resume) == ("Ada L.", True, None)
    assert start.quiz is None


def test_who_takes_it_is_asked_later_where_it_is_not_said(file: str, started: list[Start]) -> None:
    assert main(["play", file, "--plain", "--new"]) == 0
    assert (started[0].learner, started[0].resume) == (None, False)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--learner", " "], "Type your name"),
        (["--learner", "x" * 101], "at most 100 characters"),
        (["--mode", "test"], "Leave out --mode"),
        (["--count", "3"], "Leave out --count"),
        (["--topic", "hive"], "Leave out --topic"),
        (["--seed", "0"], "Leave out --seed"),
        (["--certainty"], "Leave out --certainty"),
        (["--form", "pre"], "Leave out --form"),
    ],
)
def test_what_the_exercise_says_itself_is_refused(
    file: str,
    started: list[Start],
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    words: str,
) -> None:
    assert main(["play", file, "--plain", *options]) == 2
    assert words in capsys.readouterr().err
    assert not started


def test_a_quiz_has_no_learner(started: list[Start], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", "ketamine", "--plain", "--learner", "Ada"]) == 2
    assert "--learner is for an exercise" in capsys.readouterr().err
    assert not started


def test_a_damaged_exercise_is_told_with_its_place(
    file: str, started: list[Start], capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(file)
    path.write_text(path.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    assert main(["play", file, "--plain"]) == 3
    assert "cut off or damaged" in capsys.readouterr().err
    assert not started
