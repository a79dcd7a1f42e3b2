"""Files that are there whole or not at all, and whose they are."""

import os
from pathlib import Path

import pytest

from quiz.files import is_own, write_whole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    (tmp_path / "folder").mkdir(mode=0o700)
    return tmp_path / "folder"


def test_a_file_is_on_disk_before_it_gets_its_name_and_its_name_after_that(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append("folder" if Path(f"/proc/self/fd/{handle}").resolve() == folder else "file")
        fsync(handle)

    def renamed(draft: Path, path: Path) -> Path:
        done.append("name")
        return replace(draft, path)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    write_whole(folder / "a.json", b"new", mode=0o600)
    assert done == ["file", "name", "folder"]
    assert (folder / "a.json").read_bytes() == b"new"
    assert (folder / "a.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_full_disk_leaves_what_was_there_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write_whole(folder / "a.json", b"old")
    monkeypatch.setattr(os if fails == "fsync" else Path, fails, full)
    with pytest.raises(OSError, match="No space"):
        write_whole(folder / "a.json", b"new")
    assert [path.read_bytes() for path in folder.iterdir()] == [b"old"]


def test_what_others_may_write_or_is_a_link_is_not_ones_own(folder: Path) -> None:
    assert is_own(folder)
    (folder / "link").symlink_to(folder)
    assert not is_own(folder / "link")
    folder.chmod(0o770)
    assert not is_own(folder)
