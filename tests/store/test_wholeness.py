"""The whole file is checked once a day, and whenever it is not as it was left."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from quiz.store import wholeness
from quiz.store.database import connect
from quiz.store.journal import Journal
from tests.store.conftest import START, Begin

TODAY = f"{START:%Y-%m-%d}"


@pytest.fixture
def left(journal: Journal, begin: Begin, path: Path) -> Path:
    """Return a file as a journal leaves it."""
    journal.write(begin())
    journal.close()
    return path


def test_a_file_is_vouched_for_on_the_day(left: Path) -> None:
    assert wholeness.vouched(left, TODAY)
    assert not wholeness.vouched(left, "2026-03-02")


def test_a_vouched_file_is_not_checked_again(left: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wholeness, "whole", lambda _: False)
    connect(left, TODAY).close()


def test_a_file_that_changed_its_bytes_is_not(left: Path) -> None:
    data = bytearray(left.read_bytes())
    data[-1] ^= 1
    left.write_bytes(data)
    assert not wholeness.vouched(left, TODAY)


def test_a_file_of_another_size_is_not(left: Path) -> None:
    time = left.stat().st_mtime_ns
    with left.open("ab") as file:
        file.write(b"\0")
    os.utime(left, ns=(time, time))
    assert not wholeness.vouched(left, TODAY)


def test_a_file_with_a_log_is_not(left: Path) -> None:
    left.with_name(left.name + "-wal").touch()
    assert not wholeness.vouched(left, TODAY)


@pytest.mark.parametrize("note", ["", "{", "[]", "null", "\0"])
def test_a_note_that_is_no_note_vouches_for_nothing(left: Path, note: str) -> None:
    left.with_name(left.name + "-checked").write_text(note)
    assert not wholeness.vouched(left, TODAY)


def test_nothing_is_vouched_for_while_another_has_it_open(journal: Journal, path: Path) -> None:
    with closing(connect(path, TODAY)) as other:
        other.execute("INSERT INTO quiz (id, title) VALUES ('a', 'A')")
        journal.write()
        journal.close()
        assert not path.with_name(path.name + "-checked").exists()
