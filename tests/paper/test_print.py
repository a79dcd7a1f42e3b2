"""The command `quiz print`: where it writes, what it refuses, and what it brings into memory."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from quiz.cli import main

Run = Callable[..., SimpleNamespace]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return what runs the command in an empty folder: gives back code, out and err."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def call(*argv: str) -> SimpleNamespace:
        try:
            code = main(["print", *argv])
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err)

    return call


def test_a_sheet_and_its_key(run: Run) -> None:
    done = run("ketamine", "-o", "sheet.html", "--versions", "2")
    assert (done.code, done.out, done.err) == (0, "", "Written: sheet.html\n")
    assert run("ketamine", "-o", "key.html", "--versions", "2", "--key").code == 0
    assert [path.name for path in sorted(Path().iterdir())] == ["key.html", "sheet.html"]
    sheet, key = (Path(name).read_text(encoding="utf-8") for name in ("sheet.html", "key.html"))
    assert "Version B, set 1 (" in sheet
    assert "Answers at a glance" not in sheet
    assert "Version B, set 1 (" in key
    assert "Answers at a glance" in key


def test_help_has_examples_before_all_else(run: Run) -> None:
    done = run("-h")
    assert done.code == 0
    assert done.out.index("Examples:\n") < done.out.index("-h, --help")


def test_a_pdf(run: Run) -> None:
    argv = ("ketamine", "--count", "1", "--kind", "number")
    assert run(*argv, "-o", "sheet.PDF", "--paper", "letter", "--large").code == 0
    assert run(*argv, "-o", "key.pdf", "--key").code == 0
    assert Path("sheet.PDF").read_bytes()[:5] == Path("key.pdf").read_bytes()[:5] == b"%PDF-"


def test_the_standard_output(run: Run) -> None:
    once, again = run("ketamine", "-o", "-"), run("ketamine", "-o", "-")
    assert (once.code, once.err) == (0, "")
    assert once.out == again.out
    assert once.out.startswith("<!DOCTYPE html>")
    assert list(Path().iterdir()) == []
    assert run("ketamine", "-o", "-", "--seed", "2").out != once.out


def test_which_questions(run: Run) -> None:
    assert run("ketamine", "-o", "-", "--count", "3").out.count("<h3") == 3
    assert run("ketamine", "-o", "-", "--form", "pre").out.count("<h3") == 10
    assert run("ketamine", "-o", "-", "--kind", "order").out.count("<h3") == 1
    risks = run("ketamine", "-o", "-", "--topic", "risks", "--skill", "apply").out
    assert 0 < risks.count("<h3") < 4


def test_it_writes_over_nothing_unless_told_to(run: Run) -> None:
    Path("sheet.html").write_text("mine")
    done = run("ketamine", "-o", "sheet.html")
    assert done.code == 2
    assert "--force" in done.err
    assert Path("sheet.html").read_text() == "mine"
    assert run("ketamine", "-o", "sheet.html", "--force").code == 0
    assert Path("sheet.html").read_text().startswith("<!DOCTYPE html>")


def test_a_write_that_fails_leaves_what_was_there(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("sheet.html").write_text("mine")

    def fail(handle: int) -> None:
        raise OSError(28, f"No space left for {handle}\x1b")

    monkeypatch.setattr("os.fsync", fail)
    done = run("ketamine", "-o", "sheet.html", "--force")
    assert done.code == 1
    assert "sheet.html can't be written: No space left" in done.err
    assert "\x1b" not in done.err
    assert Path("sheet.html").read_text() == "mine"
    assert len(list(Path().iterdir())) == 1


WRONG = [
    (("ketamine",), "-o"),
    (("-o", "x.html"), "QUIZ"),
    (("ketamine", "-o", "x.docx"), ".html or .pdf"),
    (("ketamine", "-o", "x\x1b.docx"), ".html or .pdf"),
    (("ketamine", "-o", "folder.html"), "folder.html is no file."),
    (("ketamine", "-o", "folder.html", "--force"), "folder.html is no file."),
    (("ketamine", "-o", "x" * 300 + ".html"), "can't be written"),
    (("ketamine", "-o", "x.html", "--versions", "0"), "1 to 26"),
    (("ketamine", "-o", "x.html", "--versions", "27"), "1 to 26"),
    (("ketamine", "-o", "x.html", "--paper", "a5"), "letter"),
    (("ketamine", "-o", "x.html", "--topic", "dogs"), "Topics: uses"),
    (("ketamine", "-o", "x.html", "--topic", "stigma", "--kind", "number"), "fits"),
    (("ketamin", "-o", "x.html"), "Did you mean ketamine?"),
]


@pytest.mark.parametrize(("argv", "says"), WRONG)
def test_wrong_usage(argv: tuple[str, ...], says: str, run: Run) -> None:
    Path("folder.html").mkdir()
    done = run(*argv)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert "\x1b" not in done.err
    assert len(list(Path().iterdir())) == 1


@pytest.mark.parametrize("name", ["none/x.html", "file/x.html"])
def test_a_folder_that_is_not_there(name: str, run: Run) -> None:
    Path("file").write_text("")
    done = run("ketamine", "-o", name)
    assert (done.code, done.out) == (2, "")
    assert f"There is no folder {Path(name).parent}: make it first." in done.err


def test_pdf_without_typst_says_how_to_get_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = run("ketamine", "-o", "x.pdf")
    assert done.code == 2
    assert "pip install 'article-quiz[print]'" in done.err
    assert list(Path().iterdir()) == []


def test_html_needs_neither_typst_nor_a_terminal() -> None:
    code = "import sys; from quiz.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    argv = ["print", "ketamine", "--kind", "choice", "-o", "-"]
    command = [sys.executable, "-c", code, *argv]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "quiz.paper.sheet" in loaded
    assert not loaded & {"typst", "textual", "rich", "asyncio"}
