from argparse import ArgumentParser
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from quiz.check.rules import RULES
from quiz.commands.check import run
from quiz.commands.check_options import add_arguments

FOLDER = Path(__file__).parents[1] / "quizzes" / "flawed"
FLAWED = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", FLAWED, ids=lambda path: path.stem)
def test_a_flawed_quiz_says_every_flaw(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    parser = ArgumentParser()
    add_arguments(parser)
    out, err = StringIO(), StringIO()
    run(parser.parse_args([path.name], SimpleNamespace()), out, err)
    assert out.getvalue() == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert not err.getvalue()


def test_every_rule_is_broken_somewhere() -> None:
    said = "".join(path.with_suffix(".txt").read_text(encoding="utf-8") for path in FLAWED)
    assert {rule for rule in RULES if f" {rule} " not in said} == {"low-coverage"}
