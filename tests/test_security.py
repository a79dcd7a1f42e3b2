"""SECURITY.md names tests that are there; and what the program writes is for its user alone."""

import ast
import io
import os
import re
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from quiz.cli import main
from quiz.commands import crash
from tests.commandlines import every

ROOT = Path(__file__).parents[1]
BEES = ROOT / "tests" / "tui" / "quizzes" / "bees.yaml"
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "SECURITY.md").read_text())))


def test_many_tests_are_named() -> None:
    assert len(NAMED) > 30


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_every_test_that_is_named_is_there(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text())
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    assert name in {node.name for node in tree.body if isinstance(node, kinds)}


@pytest.mark.skipif(os.name != "posix", reason="no modes to look at")
def test_files_are_for_their_user_alone(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the umask: the history, what waits, compiled copies, the log of a crash."""
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
    for path in made:
        mode = stat.S_IMODE(path.lstat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), (path, oct(mode))
