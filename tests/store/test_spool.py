"""Answers in a file until they can be saved."""

import os
import stat
from pathlib import Path

import pytest

from quiz.store import spool
from quiz.store.spool import Spool
from tests.store.conftest import answered, attempt

ONE = answered(attempt(), *range(20))


def test_attempts_come_back_whole_and_in_order(tmp_path: Path) -> None:
    files = Spool(tmp_path / "data", ())
    attempts = [ONE, attempt("s2", path=Path("/quizzes/\udcff.yaml"))]
    path = files.put(attempts)
    assert path is not None
    assert files.files() == [path]
    assert spool.read(path) == (attempts, 0)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert files.put([ONE]) == path
    assert spool.read(path) == ([ONE], 0)
    assert list(path.parent.iterdir()) == [path]
    files.clear()
    assert files.files() == []


def test_the_first_folder_that_takes_it_gets_it(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    path = Spool(file / "data", (file, tmp_path / "b")).put([ONE])
    assert path is not None
    assert path.parent == tmp_path / "b"
    assert Spool(file / "data", ()).put([ONE]) is None
    assert Spool(file / "data", (file, tmp_path / "nowhere")).files() == []


def test_what_waits_is_taken_up_by_its_own_data_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    shared = tmp_path / "shared"
    path = Spool(tmp_path / "file" / "one", (shared,)).put([ONE])
    assert Spool(tmp_path / "file" / "one", (shared,)).files() == [path]
    assert Spool(tmp_path / "two", (shared,)).files() == []


def test_what_waits_in_the_data_folder_moves_with_it(tmp_path: Path) -> None:
    path = Spool(tmp_path / "data", ()).put([ONE])
    assert path is not None
    moved = (tmp_path / "data").rename(tmp_path / "moved")
    assert Spool(moved, ()).files() == [moved / path.name]


def test_a_folder_for_what_waits_may_be_the_data_folder_of_another(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = Spool(tmp_path / "file" / "one", (tmp_path / "two",)).put([ONE])
    assert Spool(tmp_path / "two", (tmp_path / "two",)).files() == []
    assert Spool(tmp_path / "file" / "one", (tmp_path / "two",)).files() == [path]


def test_two_programs_write_to_files_of_their_own(tmp_path: Path) -> None:
    first, second = (Spool(tmp_path / "data", ()) for _ in range(2))
    assert len({first.put([ONE]), second.put([ONE])}) == len(first.files()) == 2


@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_a_folder_that_others_may_write_in_is_not_used(tmp_path: Path, mode: int) -> None:
    files = Spool(tmp_path / "data", ())
    path = files.put([ONE])
    (tmp_path / "data").chmod(mode)
    assert files.files() == []
    assert Spool(tmp_path / "data", ()).put([ONE]) is None
    (tmp_path / "data").chmod(0o755)
    assert files.files() == [path]


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give a folder away")
def test_a_folder_of_another_user_is_not_used(tmp_path: Path) -> None:
    files = Spool(tmp_path / "data", ())
    files.put([ONE])
    os.chown(tmp_path / "data", 12345, 12345)
    assert files.files() == []
    assert Spool(tmp_path / "data", ()).put([ONE]) is None


def test_a_link_to_a_folder_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "theirs")
    (tmp_path / "theirs").mkdir()
    assert Spool(tmp_path / "link", ()).put([ONE]) is None


@pytest.mark.parametrize(
    "line", [b"{", b"[]", b"null", b'{"id": "s1"}', b"\xff\xfe", b"[" * 100_000, b"NaN"]
)
def test_lines_that_hold_no_attempt_are_counted(tmp_path: Path, line: bytes) -> None:
    path = Spool(tmp_path, ()).put([ONE])
    assert path is not None
    path.write_bytes(line + b"\n" + path.read_bytes() + line)
    assert spool.read(path) == ([ONE], 2)


def test_a_full_disk_leaves_nothing_half_written(small_disk: Path) -> None:
    large = [answered(attempt(f"s{number}"), *range(50)) for number in range(60)]
    assert Spool(small_disk, ()).put(large) is None
    assert list(small_disk.iterdir()) == []
