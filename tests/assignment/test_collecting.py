"""Result files from strangers: found in folders, each fault in words, nothing harmed."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from quiz import files
from quiz.assignment import assignment_data
from quiz.assignment.collecting import collect
from quiz.assignment.submission_data import to_text
from quiz.engine.assigning import assign
from quiz.engine.selection import QuestionFilter
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.submission import Submission
from tests.assignment.build import submission
from tests.paper.build import BANK

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    (tmp_path / "results").mkdir()
    return tmp_path / "results"


def write(path: Path, learner: str = "Ada") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_text(submission(learner)), encoding="utf-8")
    return path


def held(*paths: Path) -> dict[str, str | Submission | Assignment]:
    """Return what each file holds, by its name."""
    return {found.path.name: found.holds for found in collect(paths)}


def test_results_are_found_in_folders_and_by_their_names(folder: Path, tmp_path: Path) -> None:
    write(folder / "ada.json")
    write(folder / "7b" / "bo.json", "Bo")
    named = write(tmp_path / "cy.json", "Cy")
    found = held(folder, named)
    assert list(found) == ["ada.json", "bo.json", "cy.json"]
    assert found["bo.json"] == submission("Bo")


def test_a_file_that_is_named_twice_is_one(folder: Path) -> None:
    path = write(folder / "ada.json")
    assert len(list(collect([folder, path, folder / ".." / "results" / "ada.json"]))) == 1


def test_a_result_is_known_by_how_it_begins(folder: Path) -> None:
    write(folder / "result.json.txt")
    write(folder / "ohne Endung")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8" * 1000)
    (folder / "notes.txt").write_text("Ada was late.")
    assert list(held(folder)) == ["ohne Endung", "result.json.txt"]


def test_an_assignment_among_them_is_told_apart(folder: Path) -> None:
    made = assign(
        BANK, QuestionFilter(), AssignmentSettings(), id="0123456789abcdef", rng=Random(1)
    )
    (folder / "rain.json").write_text(assignment_data.to_text(made), encoding="utf-8")
    assert held(folder)["rain.json"] == made


def test_hidden_files_are_left_alone(folder: Path) -> None:
    for name in (".ada.json", "._ada.json", ".trash/bo.json", ".7b-1234.draft"):
        write(folder / name)
    assert held(folder) == {}


Make = Callable[[Path], object]
FAULTS: list[tuple[str, Make, str]] = [
    ("empty", lambda path: path.write_bytes(b""), "the file is cut off or damaged"),
    ("text", lambda path: path.write_text("Ada: 7 points"), "the file is cut off or damaged"),
    ("other JSON", lambda path: path.write_text('{"a": 1}'), "This is no quiz result."),
    ("deep", lambda path: path.write_text("[" * 500_000), "Lists stand in lists too deeply."),
    ("binary", lambda path: path.write_bytes(os.urandom(500) + b"\xff"), "This is no UTF-8 text."),
    (
        "cut off",
        lambda path: path.write_text(to_text(submission())[:-100]),
        "the file is cut off or damaged",
    ),
    (
        "edited",
        lambda path: path.write_text(to_text(submission()).replace('"Ada"', '"Bob"')),
        "the file is damaged, or was edited.",
    ),
    ("a folder", lambda path: path.mkdir(), ""),
    ("large", lambda path: path.write_bytes(b" " * 3_000_000), "The file is too large"),
]


@pytest.mark.parametrize(
    ("make", "reason"), [row[1:] for row in FAULTS], ids=[r[0] for r in FAULTS]
)
def test_every_fault_is_a_reason_in_words(folder: Path, make: Make, reason: str) -> None:
    make(folder / "x.json")
    write(folder / "y.json")
    found = held(folder)
    assert isinstance(found.pop("y.json"), Submission)
    if not reason:
        assert found == {}
        return
    said = found["x.json"]
    assert isinstance(said, str)
    assert reason in said
    assert said[0].isupper()
    assert said.endswith(".")


@pytest.mark.parametrize("name", ["7b.rar", "Class.7Z", "7b.tar.gz"])
def test_an_archive_that_is_no_zip_is_said(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"Rar!")
    said = "Such an archive is not read: unpack it, and name the folder."
    assert held(folder) == {name: said}
    assert held(folder / name) == {name: said}


@posix
def test_of_a_file_that_is_too_large_nothing_is_read(folder: Path) -> None:
    path = folder / "x.json"
    with path.open("wb") as file:
        file.write(b'{"format": "quiz result",')
        file.truncate(100 * 1024**3)
    assert "The file is too large" in str(held(folder)["x.json"])


@posix
def test_links_are_not_followed_in_a_folder(folder: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.json")
    (folder / "x.json").symlink_to(outside)
    (folder / "y").symlink_to(outside.parent)
    (folder / "round").symlink_to(folder)
    (folder / "gone.json").symlink_to(folder / "nothing")
    found = held(folder)
    assert set(found) == {"x.json", "gone.json"}
    assert set(found.values()) == {"It is a link to another file, and was not followed."}


@posix
def test_a_link_does_not_hide_the_file_that_it_leads_to(folder: Path) -> None:
    (folder / "a.json").symlink_to(write(folder / "b.json"))
    assert held(folder)["b.json"] == submission()


@posix
def test_a_pipe_does_not_make_it_wait(folder: Path) -> None:
    os.mkfifo(folder / "x.json")
    os.mkfifo(folder / "y")
    assert held(folder) == {"x.json": "This is no ordinary file."}
    assert held(folder / "y") == {"y": "This is no ordinary file."}


@posix
@pytest.mark.skipif(
    sys.platform != "win32" and os.geteuid() == 0, reason="root may read everything"
)
def test_what_may_not_be_read_is_listed(folder: Path) -> None:
    (folder / "locked").mkdir(mode=0)
    write(folder / "x.json").chmod(0)
    found = held(folder)
    assert found["locked"] == "The folder can't be read: Permission denied."
    assert found["x.json"] == "The file can't be read: Permission denied."


def test_folders_in_folders_end_somewhere(folder: Path) -> None:
    deep = folder.joinpath(*map(str, range(files.DEEPEST + 2)))
    write(deep / "x.json")
    write(folder / "y.json")
    found = held(folder)
    assert found.pop("y.json")
    assert list(found.values()) == ["The folder stands too deep in others."]


def test_so_do_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST", 3)
    for number in range(5):
        write(folder / f"{number}.json")
    found = [one.holds for one in collect([folder])]
    assert len(found) == 4
    assert found[-1] == "Only the first 3 files and folders in it were looked at."


def test_a_file_that_is_not_there_is_said(folder: Path) -> None:
    assert held(folder / "x.json") == {
        "x.json": "The file can't be read: No such file or directory."
    }
    assert "no file name" in str(held(folder / "x\0.json"))


@posix
def test_a_name_can_write_nothing_to_the_screen(folder: Path) -> None:
    write(folder / "\x1b]52;c;eA==\x07.json")
    (folder / os.fsdecode(b"\xff\xfe.json")).write_text("{}")
    for found in collect([folder]):
        assert found.source.encode()
        assert "\x1b" not in found.source


def test_a_result_that_another_program_sorted_anew_is_still_one(folder: Path) -> None:
    data = json.loads(to_text(submission()))
    (folder / "x.json").write_text(json.dumps(data, sort_keys=True))
    assert held(folder)["x.json"] == submission()
