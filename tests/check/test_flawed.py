from pathlib import Path

import pytest

from quiz.check.rules import RULES
from quiz.cli import main

FOLDER = Path(__file__).parents[1] / "quizzes" / "flawed"
FLAWED = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", FLAWED, ids=lambda path: path.stem)
def test_a_flawed_quiz_says_every_flaw(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(path.parent)
    main(["check", path.name])
    said = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert capsys.readouterr() == (said, "")


def test_every_rule_is_broken_somewhere() -> None:
    said = "".join(path.with_suffix(".txt").read_text(encoding="utf-8") for path in FLAWED)
    assert {rule for rule in RULES if f" {rule} " not in said} == {"low-coverage"}
