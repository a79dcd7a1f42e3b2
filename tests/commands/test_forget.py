"""Forgetting the classes that were hosted."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.model.class_settings import Names
from quiz.service.classes import Classes
from quiz.store.classes import NAME
from tests.commands.conftest import Run
from tests.service.live import begun

BEES = "bees"


@pytest.fixture
def data(home: Path) -> Path:
    """Return the data folder, with a class of the bees that Ada joined."""
    folder = home / "data" / "quiz"
    live = begun(Classes(folder), names=Names.OWN)
    live.join("Ada Lovelace")
    live.close()
    return folder


def named(folder: Path) -> bool:
    """Return whether the name is anywhere in the files of the classes."""
    return any(b"Ada Lovelace" in path.read_bytes() for path in folder.glob(f"{NAME}*"))


@pytest.mark.parametrize(
    ("argv", "typed"), [((BEES,), "y\n"), (("--all",), "y\n"), ((BEES, "--yes"), "")]
)
def test_classes_go_with_the_quiz(argv: tuple[str, ...], typed: str, data: Path, run: Run) -> None:
    assert named(data)
    done = run("forget", *argv, typed=typed)
    assert done.code == 0
    assert ("and the names, in 1 class that you hosted" in done.err) == bool(typed)
    assert done.err.endswith("Deleted: 0 answers and 1 class that you hosted.\n")
    assert not named(data)
    assert Classes(data).of(None) == ()


@pytest.mark.parametrize(("argv", "code"), [((BEES,), 1), (("ketamine", "--yes"), 0)])
def test_classes_stay_with_a_no_or_of_another_quiz(
    argv: tuple[str, ...], code: int, data: Path, run: Run
) -> None:
    assert run("forget", *argv, typed="n\n").code == code
    assert named(data)


def test_a_quiz_that_was_neither_taken_nor_hosted_is_not_known(data: Path, run: Run) -> None:
    done = run("forget", "no-such-quiz", "--yes")
    assert "There is no quiz called no-such-quiz" in done.err
    assert named(data)


def test_a_class_that_runs_is_kept_and_told_of(data: Path, run: Run) -> None:
    (found,) = Classes(data).of(None)
    live = Classes(data).resume(found.code)
    done = run("forget", BEES, "--yes")
    assert done.code == 1
    assert f"The class {found.code} runs in another window or program" in done.err
    live.close()
    assert named(data)


def test_names_of_another_class_go_when_they_are_past_their_day(data: Path, run: Run) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=15)
    old = data.parent / "old"
    live = begun(Classes(old, now=lambda: long_ago), names=Names.OWN)
    live.join("Ada Lovelace")
    live.close()
    data.rename(data.with_name("new"))
    old.rename(data)
    assert run("forget", "ketamine", "--yes").code == 0
    assert not named(data)
    assert len(Classes(data).of(BEES)) == 1
