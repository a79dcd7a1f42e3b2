"""The command that begins a quiz from an article."""

import io
from pathlib import Path

import pytest

from quiz.cli import main
from quiz.quizfile.reader import read
from tests.article.word_files import document, paragraph, word_file
from tests.commands.conftest import Run
from tests.support.terminal import CTRL_C, CTRL_D, ENTER, QUIZ, Terminal

TEXT = """\
Bees at school

The first school for bees was built in 1931. Young bees pass a test at the end of spring.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "work" / "bees.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_it_writes_a_draft_and_says_what_to_do_next(
    run: Run, article: Path, tmp_path: Path
) -> None:
    made = tmp_path / "my quiz.yaml"
    ran = run("new", str(article), "-o", str(made))
    assert (ran.code, ran.out) == (0, "")
    assert f"Written: {made}\nIt has 2 drafted questions. Open it" in ran.err
    assert f"quiz check --watch '{made}'" in ran.err
    assert f"quiz play '{made}'" in ran.err
    quiz = read(made)
    assert (quiz.id, quiz.title, quiz.language) == ("my-quiz", "Bees at school", "en")
    assert [one.kind for one in quiz.questions] == ["number", "statement"]
    assert run("check", str(made)).code == 0
    assert run("play", str(made), "--plain", typed="1931\n1\n").code == 0


def test_nothing_is_written_over(run: Run, article: Path, tmp_path: Path) -> None:
    made = tmp_path / "quiz.yaml"
    made.write_text("mine")
    refused = run("new", str(article), "-o", str(made))
    assert (refused.code, made.read_text()) == (2, "mine")
    assert "is there already. To write over it: --force" in refused.err
    assert run("new", str(article), "-o", str(made), "--force").code == 0
    assert read(made).questions
    assert run("new", str(article), "-o", str(article), "--force").code == 2
    assert article.read_text(encoding="utf-8") == TEXT


def test_options(run: Run, article: Path, tmp_path: Path) -> None:
    made = tmp_path / "quiz.yaml"
    said = run("new", str(article), "-o", str(made), "--drafts", "1", "--language", "en-GB").err
    assert "1 drafted question, and 1 place for more" in said
    assert read(made).language == "en-GB"
    said = run("new", str(article), "-o", str(made), "--drafts", "0", "--force").err
    assert "0 drafted questions, and 1 place for more" in said
    assert [one.kind for one in read(made).questions] == ["choice"]
    article.write_text("The first school for bees was built in 1931.", encoding="utf-8")
    said = run("new", str(article), "-o", str(made), "--force").err
    assert "It has 1 drafted question. Open it" in said
    assert run("new", str(article), "-o", str(made), "--language", "??").code == 2


def test_the_standard_input(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "quiz.yaml"
    data = word_file(document(paragraph("The first school for bees was built in 1931.")))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["new", "-", "-o", str(made)]) == 0
    assert [one.kind for one in read(made).questions] == ["number"]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert main(["new", "-", "-o", str(made), "--force"]) == 3
    assert "the article: there is no text in it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("none.txt", "none.txt: there is no such file", 3),
        (".", "this is no file: name a text, web page or Word file", 3),
        ("quiz.yml", "quiz.yml: this is a quiz file already: `quiz check` looks it over", 3),
        ("\x1b[31m.txt", "\ufffd[31m.txt: there is no such file", 3),
    ],
)
def test_articles_that_are_none(run: Run, tmp_path: Path, name: str, words: str, code: int) -> None:
    made = tmp_path / "quiz.yaml"
    (tmp_path / "quiz.yml").write_text("schema: 1")
    ran = run("new", str(tmp_path / name), "-o", str(made))
    assert ran.code == code
    assert words in ran.err
    assert not made.exists()


def test_a_place_that_can_not_be_written(run: Run, article: Path) -> None:
    missing = run("new", str(article), "-o", str(article.parent / "none" / "quiz.yaml"))
    assert missing.code == 2
    assert missing.err == f"There is no folder {article.parent / 'none'}: make it first.\n"
    assert run("new", str(article), "-o", str(article.parent / "quiz.txt")).code == 2
    assert [*article.parent.iterdir()] == [article]


def at_a_terminal(article: Path, made: Path, *more: str) -> Terminal:
    return Terminal(*QUIZ, "new", str(article), "-o", str(made), *more)


def test_at_a_terminal_it_asks(article: Path, tmp_path: Path) -> None:
    made = tmp_path / "quiz.yaml"
    terminal = at_a_terminal(article, made)
    terminal.wait_for("Title [Bees at school]: ")
    terminal.answer(f"Bees{ENTER}", "Language [en]: ")
    terminal.answer(ENTER, "Topics [Main points]: ")
    terminal.answer(f"School, Tests{ENTER}", "Question [none for now]: ")
    terminal.answer(f"When do bees pass a test?{ENTER}", "Right answer: ")
    terminal.answer(f"In spring{ENTER}", "Wrong answer: ")
    terminal.answer(f"In fall{ENTER}", "Why it is wrong [later]: ")
    terminal.answer(f"That is later in the year.{ENTER}", "Another wrong answer [no more]: ")
    terminal.answer(ENTER, "Sentence [2]: ")
    terminal.answer(ENTER, "Written:")
    assert terminal.end() == 0
    quiz = read(made)
    assert (quiz.title, dict(quiz.topics)) == ("Bees", {"school": "School", "tests": "Tests"})
    assert quiz.questions[0].ask == "When do bees pass a test?"
    assert terminal.is_as_found()


def test_with_yes_it_asks_nothing(article: Path, tmp_path: Path) -> None:
    terminal = at_a_terminal(article, tmp_path / "quiz.yaml", "--yes")
    assert terminal.end() == 0
    assert not terminal.has_said("Title")


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 1)])
def test_who_leaves_leaves_nothing_behind(article: Path, key: str, code: int) -> None:
    for step in (0, 3):
        terminal = at_a_terminal(article, article.parent / "quiz.yaml")
        for prompt in ("Title", "Language", "Topics", "Question")[:step]:
            terminal.wait_for(f"{prompt} [")
            terminal.type(ENTER if prompt != "Question" else f"Why?{ENTER}")
        terminal.wait_for("]: ")
        terminal.type(key)
        assert terminal.end() == code
        assert [*article.parent.iterdir()] == [article]
