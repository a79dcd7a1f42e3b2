"""Where the disk gives trouble the quiz goes on, says so, and keeps the answers when it can."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kill.conftest import COUNT, Lines, Screen, fill, given, history, mount


@pytest.fixture
def read_only(data: Path) -> Iterator[Path]:
    """Return the data folder, which can't be written in."""
    mount("--bind", str(data), str(data))
    subprocess.run(["mount", "-o", "remount,bind,ro", str(data)], check=True)
    yield data
    subprocess.run(["umount", "--lazy", str(data)], check=True)


@pytest.mark.parametrize("learner", [Lines, Screen])
def test_a_full_disk(learner: type[Lines], small_disk: Path, path: Path) -> None:
    running = learner(path)
    running.answer(0)
    filler = fill(small_disk)
    running.answer(*range(1, COUNT))
    assert running.leave() == 0
    assert running.terminal.has_said("history now: the disk is full")
    filler.unlink()
    found, said = history()
    assert found == given(COUNT)
    assert "are in your history now" in said


def test_a_folder_that_can_only_be_read(read_only: Path, path: Path) -> None:
    running = Lines(path)
    running.answer(*range(COUNT))
    assert running.leave() == 0
    assert running.terminal.has_said("can't be written in")
    subprocess.run(["mount", "-o", "remount,bind,rw", str(read_only)], check=True)
    assert history()[0] == given(COUNT)


def test_a_folder_that_is_deleted_meanwhile(data: Path, path: Path) -> None:
    running = Screen(path)
    running.answer(0, 1)
    running.stands_at(2)
    for one in data.iterdir():
        one.unlink()
    data.rmdir()
    running.give(2)
    running.hear()
    running.go_on()
    running.answer(*range(3, COUNT))
    assert running.leave() == 0
    assert history()[0] == given(COUNT)


def test_what_waits_belongs_to_its_own_history(
    home: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another history, beside the same state, neither takes it nor loses it with itself."""
    theirs = home / "theirs" / "quiz"
    theirs.parent.mkdir()
    theirs.touch()  # a file where the folder should be
    monkeypatch.setenv("XDG_DATA_HOME", str(theirs.parent))
    running = Lines(path)
    running.answer(*range(COUNT))
    assert running.leave() == 0
    assert running.terminal.has_said("is not a folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    assert history() == ([], "")
    shutil.rmtree(home / "data")
    monkeypatch.setenv("XDG_DATA_HOME", str(theirs.parent))
    theirs.unlink()
    assert history()[0] == given(COUNT)
    assert not list((home / "state").rglob("*.jsonl"))
