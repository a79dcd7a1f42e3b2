"""A file that looks as it did is known again; any change makes it look otherwise."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.quizfile import copies, looks, reader
from quiz.quizfile.compiled import Compiled
from quiz.quizfile.looks import look
from quiz.quizfile.opening import open_quiz
from quiz.quizfile.shelf import shipped

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere files are read")
KETAMINE = shipped() / "ketamine.yaml"


@pytest.fixture
def settled(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a quiz file that was not changed for a while, as far as the program knows."""
    monkeypatch.setattr(looks, "SETTLED", float("-inf"))
    return file


def written(path: Path) -> None:
    path.write_text(path.read_text().replace("title: What is", "title: What if", 1))


def replaced(path: Path) -> None:
    other = path.with_name("other.yaml")
    other.write_text(path.read_text().replace("title: What is", "title: What if", 1))
    other.replace(path)


@pytest.mark.parametrize("change", [written, replaced])
def test_a_change_shows_though_size_and_date_stay(
    change: Callable[[Path], None], settled: Path
) -> None:
    open_quiz(settled)
    open_quiz(settled)
    before, seen = settled.stat(), look(settled)
    time.sleep(0.02)  # the kernel counts in steps of 4 ms or 10
    change(settled)
    os.utime(settled, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = settled.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert look(settled) != seen
    assert open_quiz(settled).title.startswith("What if")


def test_what_was_changed_a_moment_ago_or_is_not_there_has_no_look(file: Path) -> None:
    assert look(file) is None
    assert look(file.with_name("none.yaml")) is None
    assert look(Path("\0")) is None
    assert look(KETAMINE)


def test_what_was_changed_in_the_future_has_no_look(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: 1.0)
    assert look(file) is None


def test_a_copy_that_was_harmed_under_its_second_name_is_no_copy(
    settled: Path, home: Path, reads: list[str]
) -> None:
    for _ in range(2):
        open_quiz(settled)
    folder = home / "cache" / "quiz" / "quizzes"
    names = list(folder.iterdir())
    assert len(names) == 2
    for path in names:
        path.write_bytes(b"harmed")
    whole = reader.read(KETAMINE)
    reads.clear()
    assert open_quiz(settled) == whole
    assert isinstance(open_quiz(settled).questions, Compiled)
    assert reads == [str(settled)]
    one, other = folder.iterdir()
    assert one.samefile(other)


def test_a_copy_that_is_gone_is_read_again_from_a_file_that_looks_as_it_did(
    settled: Path, home: Path
) -> None:
    for _ in range(2):
        open_quiz(settled)
    quiz = open_quiz(settled)
    shutil.rmtree(home / "cache" / "quiz" / "quizzes")
    assert quiz.questions[3] == reader.read(KETAMINE).questions[3]


def test_two_names_of_a_copy_take_the_room_of_one(
    settled: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        open_quiz(settled)
    folder = home / "cache" / "quiz" / "quizzes"
    one = next(folder.iterdir()).stat().st_size
    monkeypatch.setattr(copies, "ROOM", one)
    copies._make_room(str(folder))
    assert len(list(folder.iterdir())) == 2
    monkeypatch.setattr(copies, "ROOM", one - 2)
    copies._make_room(str(folder))
    assert len(list(folder.iterdir())) == 1
