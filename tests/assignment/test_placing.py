"""Files put into a folder: whole or not at all, and never over another."""

import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from quiz.assignment.placing import place, set_aside, stem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    (tmp_path / "results").mkdir()
    return tmp_path / "results"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("ketamine", "Ada"), "ketamine-Ada"),
        (("ketamine", "pre", " Zoë B. "), "ketamine-pre-Zoë-B"),
        (("q", "", "7b"), "q-7b"),
        (("q", "../../etc/passwd"), "q-etc-passwd"),
        (("q", 'a\\b:c*?"<>|'), "q-a-b-c"),
        (("q", 'd*e?f|g<h>"i =cmd'), "q-d-e-f-g-h-i-cmd"),
        (("q", "\u202eadA \u200bLovelace"), "q-adA-Lovelace"),
        (("q", "CON"), "q-CON"),
        (("q", "…"), "q"),
        (("q", "名前"), "q-名前"),
        (("q", "\x1b]0;x\x07"), "q-0-x"),
    ],
)
def test_a_name_is_one_that_every_system_can_hold(parts: tuple[str, ...], name: str) -> None:
    assert stem(*parts) == name


def test_the_longest_name_still_is_a_file_name(folder: Path) -> None:
    path = place(folder, stem("q" * 64, "post", "名" * 100), "{}")
    assert path.read_text() == "{}"
    assert "名" in path.name


def test_a_name_that_is_taken_gets_a_number(folder: Path) -> None:
    found = [place(folder, "q-ada", text) for text in "abc"]
    assert [path.name for path in found] == ["q-ada.json", "q-ada-2.json", "q-ada-3.json"]
    assert [path.read_text() for path in found] == ["a", "b", "c"]
    assert len(list(folder.iterdir())) == 3


def test_the_same_once_more_makes_no_second_file(folder: Path) -> None:
    place(folder, "q-ada", "a")
    second = place(folder, "q-ada", "b")
    assert place(folder, "q-ada", "b") == second
    assert len(list(folder.iterdir())) == 2


@pytest.fixture(params=[True, False], ids=["links", "no links"])
def links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the file system has hard links."""

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    if not request.param:
        monkeypatch.setattr(os, "link", refuse)
    return bool(request.param)


@pytest.mark.usefixtures("links")
def test_nothing_is_written_over_and_nothing_through_a_link(folder: Path) -> None:
    victim = folder.parent / "victim"
    victim.write_text("mine")
    (folder / "q.json").symlink_to(victim)
    (folder / "q-2.json").symlink_to(folder.parent / "nothing there")
    (folder / "q-3.json").mkdir()
    os.mkfifo(folder / "q-4.json")
    assert place(folder, "q", "{}") == folder / "q-5.json"
    assert (folder / "q-5.json").read_text() == "{}"
    assert victim.read_text() == "mine"
    assert not (folder.parent / "nothing there").exists()
    assert len(list(folder.iterdir())) == 5


@pytest.mark.usefixtures("links")
def test_two_who_place_at_once_get_a_file_each(folder: Path) -> None:
    threads = [Thread(target=place, args=(folder, "q", str(number))) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(int(path.read_text()) for path in folder.iterdir()) == list(range(20))


def test_a_full_disk_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        place(folder, "new", "new")
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom a folder can refuse"
)
def test_a_folder_that_refuses_is_an_error(folder: Path) -> None:
    folder.chmod(0o500)
    with pytest.raises(OSError, match="denied"):
        place(folder, "q", "{}")
    folder.chmod(0o700)


def test_a_folder_that_is_gone_is_an_error(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        place(folder / "gone", "q", "{}")


def test_what_is_set_aside_stays_hidden(folder: Path) -> None:
    for text in "ab":
        set_aside(place(folder, "q", text))
    kept = sorted(path.name for path in folder.iterdir())
    assert kept == [".q-set-aside-2.json", ".q-set-aside.json"]
    assert (folder / ".q-set-aside.json").read_text() == "a"
