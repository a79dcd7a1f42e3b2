"""What was read before is not read again, and nothing that somebody else wrote is trusted."""

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.model.problem import UnreadableQuiz
from quiz.quizfile import cache
from quiz.quizfile.opening import open_quiz

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere nothing is cached")
Harm = Callable[[Path], object]


def folder(home: Path) -> Path:
    return home / "cache" / "quiz" / "quizzes"


def cached(home: Path) -> Path:
    (path,) = folder(home).iterdir()
    return path


def test_the_second_time_the_file_is_not_read(file: Path, reads: list[str]) -> None:
    assert open_quiz(file) == open_quiz(file)
    assert len(reads) == 1


def test_an_unchanged_quiz_needs_neither_pydantic_nor_yaml(file: Path) -> None:
    open_quiz(file)
    code = (
        "import sys; from quiz.quizfile.opening import open_quiz; open_quiz(sys.argv[1]);"
        "sys.exit(bool({'pydantic', 'pydantic_core', 'yaml'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code, file], check=True)


def test_a_quiz_that_was_edited_is_read_anew(file: Path, reads: list[str]) -> None:
    open_quiz(file)
    file.write_text(file.read_text().replace("title: What is", "title: What was", 1))
    assert open_quiz(file).title.startswith("What was")
    assert len(reads) == 2


def test_the_same_bytes_are_known_under_any_name(file: Path, reads: list[str]) -> None:
    open_quiz(file)
    open_quiz(Path(shutil.copy(file, file.with_name("other.yaml"))))
    assert len(reads) == 1


def test_what_other_code_made_is_not_used(
    file: Path, reads: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each change of a module that makes a quiz is other code, and so is another version."""
    package = tmp_path / "quiz"
    (package / "model").mkdir(parents=True)
    monkeypatch.setattr("quiz.__file__", str(package / "__init__.py"))
    module = package / "model" / "question.py"
    for content, mtime in ("1", 1), ("12", 1), ("12", 2):
        module.write_text(content)
        os.utime(module, (mtime, mtime))
        cache._code.cache_clear()
        open_quiz(file)
    monkeypatch.setattr("quiz.__version__", "99")
    open_quiz(file)
    cache._code.cache_clear()
    assert len(reads) == 4


def test_a_quiz_with_faults_is_not_cached(file: Path, home: Path) -> None:
    file.write_text("schema: 1\n")
    with pytest.raises(UnreadableQuiz):
        open_quiz(file)
    assert not folder(home).exists()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir(mode=0o700)


def a_link_to_itself(path: Path) -> None:
    shutil.copy(path, other := path.parents[3] / "elsewhere")
    path.unlink()
    path.symlink_to(other)


def a_linked_folder(path: Path) -> None:
    elsewhere = path.parent.rename(path.parents[3] / "elsewhere")
    path.parent.symlink_to(elsewhere)


UNSAFE: dict[str, Harm] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut in half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "of something else": lambda path: path.write_bytes(pickle.dumps("a quiz")),
    "of a class that is gone": lambda path: path.write_bytes(b"cquiz.model.quiz\nNothing\n."),
    "a folder": a_folder,
    "written by others": lambda path: path.chmod(0o602),
    "written by a group": lambda path: path.chmod(0o620),
    "in a folder for all": lambda path: path.parent.chmod(0o777),
    "a link": a_link_to_itself,
    "in a folder that is a link": a_linked_folder,
}


@pytest.mark.parametrize("harm", UNSAFE.values(), ids=UNSAFE)
def test_what_is_damaged_or_can_be_written_by_others_is_not_used(
    harm: Harm, file: Path, home: Path, reads: list[str]
) -> None:
    made = open_quiz(file)
    harm(cached(home))
    assert open_quiz(file) == made
    assert len(reads) == 2


@pytest.mark.parametrize("of_whom", ["file", "folder"])
def test_what_belongs_to_somebody_else_is_not_used(
    of_whom: str, file: Path, home: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_quiz(file)
    others = cached(home) if of_whom == "file" else folder(home)
    real = Path.lstat

    def lstat(path: Path) -> os.stat_result:
        about = real(path)
        return os.stat_result([*about[:4], about.st_uid + (path == others), *about[5:]])

    monkeypatch.setattr(Path, "lstat", lstat)
    open_quiz(file)
    assert len(reads) == 2


def test_where_the_system_cannot_tell_whose_a_file_is_nothing_is_cached(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "getuid")
    open_quiz(file)
    assert not list(folder(home).iterdir())


def test_without_a_place_for_it_a_quiz_opens_all_the_same(
    file: Path, home: Path, reads: list[str]
) -> None:
    (home / "cache").write_text("a file where the folder should be")
    assert open_quiz(file) == open_quiz(file)
    assert len(reads) == 2


def test_a_full_disk_leaves_no_draft(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", full)
    open_quiz(file)
    assert not list(folder(home).iterdir())


def test_the_oldest_give_way(file: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "FILES", 2)
    open_quiz(file)
    oldest = cached(home)
    os.utime(oldest, (1, 1))
    for number in range(2):
        file.write_text(file.read_text() + f"# {number}\n")
        open_quiz(file)
    assert len(list(folder(home).iterdir())) == 2
    assert not oldest.exists()
