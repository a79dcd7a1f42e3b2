"""The how-to page for an import, followed word by word."""

import re
import shlex
from pathlib import Path

import pytest

from quiz.commands.output import FINE, FOUND
from quiz.quizfile.reader import read
from tests.commands.conftest import Run

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "bring-your-questions-along.md"


def test_the_example_can_be_followed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text(encoding="utf-8")
    questions, article = re.findall(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    shown = re.findall(r"^```console\n\$ quiz (.*?)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert "`hands.txt`" in page
    assert "`article.txt`" in page
    Path("hands.txt").write_text(questions, encoding="utf-8")
    Path("article.txt").write_text(article, encoding="utf-8")
    ((command, said),) = shown
    assert run(*shlex.split(command)) == (FOUND, "", said)
    (question,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert question in Path("my-quiz.yaml").read_text(encoding="utf-8")
    assert [question.id for question in read("my-quiz.yaml").questions] == [
        "what-do-hands-pick-up",
        "how-do-you-wash-them",
    ]
    mended = questions.replace("\na) Before", "\n*a) Before")
    Path("hands.txt").write_text(mended, encoding="utf-8")
    assert run(*shlex.split(command), "--force").code == FINE
    assert len(read("my-quiz.yaml").questions) == 3
    assert "\n    quiz check --watch my-quiz.yaml\n" in page
    assert "\n    quiz play my-quiz.yaml\n" in page
    assert run("check", "my-quiz.yaml").code == FINE
    assert run("play", "my-quiz.yaml", typed="1\n" * 9).code == FINE
