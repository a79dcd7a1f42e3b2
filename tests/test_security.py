"""What the program writes is for its user alone, and goes where the user said."""

import io
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from quiz.cli import main
from quiz.commands import crash
from tests.commandlines import every

ROOT = Path(__file__).parents[1]
BEES = ROOT / "tests" / "tui" / "quizzes" / "bees.yaml"


@pytest.mark.skipif(os.name != "posix", reason="no modes to look at")
def test_files_are_for_their_user_alone(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the umask: the history, what waits, cached quizzes, the log of a crash."""
    before = os.umask(0)
    try:
        for argv in every(BEES, tmp_path):
            monkeypatch.setattr("sys.stdin", io.StringIO("1\n" * 60))
            with suppress(SystemExit):
                main(argv)
        crash.tell(RuntimeError("on purpose"))
    finally:
        os.umask(before)
    made = [path for path in home.rglob("*") if path != home]
    kinds = {path.suffix for path in made if path.is_file()}
    assert {".sqlite", ".log"} <= kinds
    for path in filter(Path.is_file, made):
        modes = [stat.S_IMODE(one.lstat().st_mode) for one in (path, path.parent)]
        assert modes == [0o600, 0o700], path


@pytest.mark.skipif(os.name != "posix", reason="no modes to look at")
def test_files_for_others_have_the_rights_that_new_files_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A teacher has to read what a learner hands in: who may is up to the folder and the umask."""
    before = os.umask(0o027)
    try:
        for argv in every(BEES, tmp_path):
            monkeypatch.setattr("sys.stdin", io.StringIO("Ada\n" + "1\n" * 60))
            with suppress(SystemExit):
                main(argv)
    finally:
        os.umask(before)
    made = [tmp_path / "exercise.json", *(tmp_path / "results").glob("*.json")]
    assert len(made) > 1
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o640}


@pytest.mark.skipif(os.name != "posix", reason="no links to follow")
def test_nothing_is_written_through_a_link_of_another_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder that others can write in, whatever names they foresee."""
    secret, page = tmp_path / "secret", tmp_path / "page.html"
    secret.write_text("mine")
    for name in (f".page.html.{os.getpid()}.part", ".page.html.part", "page.html"):
        (tmp_path / name).symlink_to(secret)
    monkeypatch.chdir(tmp_path)
    assert main(["print", str(BEES), "-o", str(page), "--force"]) == 0
    assert secret.read_text() == "mine"
    assert page.is_file()
    assert not page.is_symlink()
