"""Answers in a file until they can be kept."""

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quiz.store import waiting
from tests.store.conftest import Answer, Begin

if TYPE_CHECKING:
    from quiz.store.records import Record


def test_records_come_back_whole_and_in_order(tmp_path: Path, begin: Begin, answer: Answer) -> None:
    records: list[Record] = [begin(), *map(answer, range(20))]
    path = waiting.put(records, [tmp_path / "a"], "one")
    assert path is not None
    assert waiting.files([tmp_path / "a"]) == (path,)
    assert waiting.get(path) == (tuple(records), True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_second_time_replaces_the_first(tmp_path: Path, answer: Answer) -> None:
    waiting.put([answer(0)], [tmp_path], "one")
    path = waiting.put([answer(0), answer(1)], [tmp_path], "one")
    assert path is not None
    assert waiting.get(path) == ((answer(0), answer(1)), True)
    assert list(tmp_path.glob("answers*")) == [path]


def test_the_first_folder_that_takes_it_gets_it(tmp_path: Path, answer: Answer) -> None:
    file = tmp_path / "file"
    file.touch()
    path = waiting.put([answer()], [file / "below", tmp_path / "b"], "one")
    assert path is not None
    assert path.parent == tmp_path / "b"
    assert waiting.put([answer()], [file / "below"], "one") is None
    assert waiting.files([file / "below", file, tmp_path / "nowhere"]) == ()


def test_a_folder_that_others_may_write_in_is_not_used(tmp_path: Path, answer: Answer) -> None:
    tmp_path.chmod(0o777)
    assert waiting.put([answer()], [tmp_path], "one") is None
    tmp_path.chmod(0o700)
    path = waiting.put([answer()], [tmp_path], "one")
    tmp_path.chmod(0o770)
    assert waiting.files([tmp_path]) == ()
    tmp_path.chmod(0o755)
    assert waiting.files([tmp_path]) == (path,)


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give a folder away")
def test_a_folder_of_another_user_is_not_used(tmp_path: Path, answer: Answer) -> None:
    folder = tmp_path / "theirs"
    waiting.put([answer()], [folder], "one")
    os.chown(folder, 12345, 12345)
    assert waiting.files([folder]) == ()
    assert waiting.put([answer()], [folder], "two") is None


def test_a_link_to_a_folder_is_not_used(tmp_path: Path, answer: Answer) -> None:
    folder = tmp_path / "theirs"
    waiting.put([answer()], [folder], "one")
    link = tmp_path / "link"
    link.symlink_to(folder)
    assert waiting.files([link]) == ()


@pytest.mark.parametrize(
    "line", [b"{", b"[]", b"null", b'{"what": "answered"}', b"\xff\xfe", b"[" * 100_000, b"NaN"]
)
def test_lines_that_hold_no_record_are_left_out(
    tmp_path: Path, answer: Answer, line: bytes
) -> None:
    path = waiting.put([answer(0), answer(1)], [tmp_path], "one")
    assert path is not None
    path.write_bytes(line + b"\n" + path.read_bytes() + line)
    assert waiting.get(path) == ((answer(0), answer(1)), False)


def test_a_full_disk_leaves_nothing_half_written(small_disk: Path, answer: Answer) -> None:
    records = list(map(answer, range(3000)))
    assert waiting.put(records, [small_disk], "one") is None
    assert list(small_disk.iterdir()) == []
