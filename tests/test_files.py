"""Files that are there whole or not at all, and whose they are."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from quiz import files
from quiz.cli import main
from quiz.files import NotAFile, is_own, read_start, within, write_whole


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


@pytest.mark.parametrize("waiting", [False, True])
def test_a_pipe_that_calls_itself_a_file_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, waiting: bool
) -> None:
    """So do some files of the system, such as /proc/kmsg."""
    os.mkfifo(folder / "log")
    with pytest.raises(NotAFile):
        read_start(folder / "log", 10)
    about = os.stat_result([stat.S_IFREG, *(folder / "log").stat()[1:10]])
    monkeypatch.setattr(Path, "stat", lambda _: about)
    writer = os.open(folder / "log", os.O_RDWR | os.O_NONBLOCK) if waiting else None
    assert read_start(folder / "log", 10)[0] == b""
    if writer is not None:
        os.write(writer, b"a line\n")
        assert read_start(folder / "log", 10)[0] == b"a line\n"
        os.close(writer)


@pytest.fixture
def gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder on a drive that never answers: no call to the system about it comes back."""
    back = Event()
    for name in ("stat", "open", "scandir"):
        real = getattr(os, name)

        def call(path: object, *args: object, _real: object = real, **more: object) -> object:
            if str(path).startswith(str(folder / "gone")):
                back.wait()
            return _real(path, *args, **more)  # type: ignore[operator]

        monkeypatch.setattr(os, name, call)
    monkeypatch.setattr(files, "PATIENCE", 0.1)
    yield folder / "gone"
    back.set()


def test_a_drive_that_does_not_answer_is_waited_for_a_while(folder: Path, gone: Path) -> None:
    (folder / "a").write_bytes(b"here")
    for _ in "twice":
        with pytest.raises(TimeoutError, match="is the drive there"):
            read_start(gone / "a", 10)
        assert read_start(folder / "a", 10) == (b"here", 4)
    with pytest.raises(TimeoutError, match="is the drive there"):
        list(within(gone))


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        ("play {}/a.yaml --plain", 3),
        ("{}/a.json --plain", 3),
        ("print {}/a.yaml -o new.html", 3),
        ("assign {}/a.yaml -o new.json", 3),
        ("check {}/a.yaml", 1),
        ("check {}", 1),
        ("report {} --quiz ketamine", 1),
        ("report --quiz {}/a.yaml .", 3),
        ("report --quiz ketamine --assignment {}/a.json .", 3),
    ],
)
def test_what_is_said_of_it(
    argv: str, code: int, gone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv.format(gone).split()) == code
    assert "can't be read: it takes too long: is the drive there?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("most", "names"),
    [
        (9, ["1", "2", "b/3", "c/d/4"]),
        (7, ["1", "2", "b/3", "c/d/4"]),
        (6, ["1", "2", "b/3", "."]),
        (2, ["1", "2", "."]),
        (1, ["1", "."]),
        (0, ["."]),
    ],
)
def test_files_and_folders_are_counted_where_a_folder_is_looked_through(
    folder: Path, monkeypatch: pytest.MonkeyPatch, most: int, names: list[str]
) -> None:
    for name in ("1", "2", "b/3", "c/d/4", ".e/5", ".6"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    (folder / "c" / "round").symlink_to(folder)
    monkeypatch.setattr(files, "MOST", most)
    found = [(str(path.relative_to(folder)), why) for path, why in within(folder)]
    assert [name for name, _ in found] == names
    assert [bool(why) for _, why in found] == [name == "." for name in names]
