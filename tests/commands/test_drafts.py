"""A draft can be checked and tried, and neither handed out nor printed."""

import json
from pathlib import Path

import pytest

from quiz.commands.output import FINE, FOUND, USAGE
from tests.commands.conftest import Run

QUIZZES = Path(__file__).parents[1] / "quizzes" / "good"
DRAFT = str(QUIZZES / "draft.yaml")
QUESTION = str(QUIZZES / "draft-question.yaml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which a command is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_check_says_first_what_is_left_to_do(run: Run) -> None:
    done = run("check", QUESTION)
    first = done.out.splitlines()[:5]
    assert first == [
        f"{QUESTION}: 4 things left to do, in this order",
        f"{QUESTION}:9:3: begun: evidence: copy the words of the passage that hold the answer",
        f"{QUESTION}:9:3: begun: explain: write what the learner reads after the answer",
        f"{QUESTION}:9:3: begun: topic: write one of the topics of the quiz",
        f"{QUESTION}:9:3: begun: skill: write access, understand, appraise or apply",
    ]
    assert "4 left to do in 1 file with 2 questions." in done.out
    assert "answer-not-in-evidence" not in done.out
    assert done.code == FINE


@pytest.mark.parametrize("file", [DRAFT, QUESTION])
def test_a_draft_fails_where_the_check_is_strict(run: Run, file: str) -> None:
    assert run("check", file, "--strict", "--select", "unused-term").code == FOUND


def test_a_program_reads_what_is_left_to_do(run: Run) -> None:
    data = json.loads(run("check", QUESTION, "--format", "json").out)
    (file,) = data["files"]
    assert file["left_to_do"][0] == {
        "question": "begun",
        "where": "questions[1].evidence",
        "line": 9,
        "column": 3,
        "message": "copy the words of the passage that hold the answer",
    }
    assert data["summary"]["left_to_do"] == len(file["left_to_do"]) == 4


def test_the_page_lists_what_is_left_to_do(run: Run, folder: Path) -> None:
    run("check", DRAFT, "--html", "report.html")
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "<h2>Left to do</h2>" in page
    assert page.index("copy the words of the passage") < page.index("<h2>Findings</h2>")
    run("check", str(QUIZZES / "short.yaml"), "--html", "report.html")
    assert "Left to do" not in (folder / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [DRAFT, QUESTION])
@pytest.mark.parametrize(
    "words",
    [
        ("assign", "-o", "exercise.json"),
        ("assign", "-o", "exercise.json", "--with-key"),
        ("print", "-o", "sheet.html"),
        ("print", "-o", "key.html", "--key"),
        ("mark", "-o", "results"),
        ("export", "-o", "quiz.xml"),
    ],
    ids=" ".join,
)
def test_a_draft_is_neither_handed_out_nor_printed(
    run: Run, folder: Path, file: str, words: tuple[str, ...]
) -> None:
    command, *options = words
    done = run(command, file, *options)
    assert done.code == USAGE
    assert f"{file} is not finished, so it can be played, but not handed out, " in done.err
    assert f"left to do: `quiz check {file}` says what, in order." in done.err
    assert not list(folder.iterdir())


def test_the_list_says_what_is_a_draft(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    files = (Path(DRAFT), Path(QUESTION), QUIZZES / "short.yaml")
    monkeypatch.setattr("quiz.service.library.shelf", lambda: files)
    lines = run("list").out.splitlines()
    assert lines[1].endswith("Tea (a draft)")
    assert lines[2].endswith("Tea (1 question is a draft)")
    assert "draft" not in lines[3]
    assert [one["drafts"] for one in json.loads(run("list", "--json").out)] == [9, 1, 0]


def test_home_says_what_is_a_draft(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.service.library.shelf", lambda: (Path(DRAFT),))
    assert "a draft, not started" in run(typed="q\n").out
