"""Questions of another program become a draft, and each is told that is not as it was."""

import errno
import io
import json
import os
import shlex
import zipfile
from pathlib import Path
from typing import Any

import pytest

from quiz.commands.import_quiz import FORMATS
from quiz.commands.output import FINE, FOUND, UNREADABLE, USAGE
from quiz.model.quiz import Quiz
from quiz.model.text import first_forbidden
from quiz.quizfile.reader import read
from quiz.service import importing
from quiz.service.importing import LARGEST, READ
from tests.commands.conftest import Run

FOLDER = Path(__file__).parents[1] / "imports"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix not in {".said", ".yaml"})
DRAFT = Path("q.yaml")
ONE = "<quiz>\nWhat falls?\n- [x] Rain\n- [ ] Stones\n</quiz>\n"


@pytest.fixture(autouse=True)
def _in_a_folder_with_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_said_of_a_file_and_the_draft_that_it_makes(run: Run, path: Path) -> None:
    code, out, err = run("import", path.name, "-o", "q.yaml")
    assert (out, err) == ("", path.with_suffix(".said").read_text(encoding="utf-8"))
    draft = path.with_suffix(".yaml")
    if draft.exists():
        assert code == (FOUND if ": left out: " in err else FINE)
        notes, _, quiz = DRAFT.read_text(encoding="utf-8").partition("\n\n")
        assert notes.startswith("## Lines that begin with ## are notes for you.")
        assert quiz == draft.read_text(encoding="utf-8")
    else:
        assert code in {FOUND, UNREADABLE}
        assert not DRAFT.exists()


@pytest.mark.parametrize("name", ["page.md", "canvas.txt"])
def test_a_draft_is_checked_and_played(run: Run, name: str) -> None:
    run("import", name, "-o", "q.yaml")
    code, out, err = run("check", "q.yaml")
    assert code in {FINE, FOUND}
    assert "q.yaml" in out
    assert err == ""
    code, out, _ = run("play", "q.yaml", "--plain", typed="1\n" * 60)
    assert code == FINE
    assert read(DRAFT).questions[0].ask in out


def test_every_format_that_is_read_is_named() -> None:
    assert {*FORMATS} == {*READ}


def test_several_files_make_one_quiz(run: Run) -> None:
    code, _, err = run("import", "page.md", "canvas.txt", "-o", "q.yaml")
    assert code == FOUND
    assert "9 questions taken over (2 not whole, 2 changed), 4 left out.\n" in err
    quiz = read(DRAFT)
    assert (quiz.title, quiz.id, quiz.draft) == ("Clean hands", "q", True)
    assert quiz.passage.source == "page.md, canvas.txt"
    assert quiz.passage.text.endswith("Rain is water that falls from clouds.")
    assert len(quiz.questions) == 9


def test_an_article_is_the_passage(run: Run) -> None:
    Path("rain.html").write_text(
        "<html lang='fr'><title>La pluie</title><p>La pluie tombe.</p></html>", encoding="utf-8"
    )
    _, _, err = run("import", "canvas.txt", "-o", "q.yaml", "--passage", "rain.html")
    quiz = read(DRAFT)
    assert quiz.passage.text == "La pluie tombe."
    assert (quiz.title, quiz.passage.title, quiz.language) == ("Rain", "La pluie", "fr")
    assert "canvas.txt: not carried: the text beside its questions: the article is the" in err


@pytest.mark.parametrize("article", [[], ["--passage", "page.md"]])
def test_a_description_is_no_question_that_is_left_out(run: Run, article: list[str]) -> None:
    Path("wet.gift").write_text("[html]Wet.<img>\n\nIs rain wet?{T}\n", encoding="utf-8")
    code, _, err = run("import", "wet.gift", "-o", "q.yaml", *article)
    assert code == FINE
    assert "wet.gift:1: Wet.: not carried: a picture\n" in err
    assert "wet.gift: GIFT, 1 question.\n1 question taken over.\n" in err
    assert ("the text beside its questions: the article is the passage" in err) is bool(article)
    assert (read(DRAFT).passage.text == "Wet.") is not bool(article)


def test_a_language_can_be_said(run: Run) -> None:
    run("import", "canvas.txt", "-o", "q.yaml", "--language", "de")
    assert read(DRAFT).language == "de"
    code, _, err = run("import", "canvas.txt", "-o", "r.yaml", "--language", "german!")
    assert code == USAGE
    assert "such as en, fr or zh-Hans" in err


def test_a_file_without_a_title_gets_that_of_the_draft(run: Run) -> None:
    Path("one.md").write_text(ONE, encoding="utf-8")
    run("import", "one.md", "-o", "My_clean-hands.yaml")
    quiz = read("My_clean-hands.yaml")
    assert (quiz.id, quiz.title) == ("my-clean-hands", "My clean hands")


def test_data_are_on_the_standard_output(run: Run) -> None:
    code, out, err = run("import", "page.md", "-o", "q.yaml", "--json")
    assert code == FOUND
    assert "left out:" not in err
    found = json.loads(out)
    assert (found["written"], found["questions"]) == ("q.yaml", 3)
    assert found["files"] == [{"file": "page.md", "format": "mkdocs-quiz", "questions": 4}]
    (left_out,) = found["left_out"]
    assert left_out == {
        "file": "page.md",
        "line": 24,
        "question": "What picks up germs?",
        "why": "no answer is marked as right",
    }
    assert [one["line"] for one in found["not_carried"]] == [30]
    assert [one["line"] for one in found["changed"]] == [7, 30]


def test_no_file_is_written_over(run: Run) -> None:
    DRAFT.write_text("mine", encoding="utf-8")
    code, _, err = run("import", "page.md", "-o", "q.yaml")
    assert (code, DRAFT.read_text(encoding="utf-8")) == (USAGE, "mine")
    assert "--force" in err
    assert run("import", "page.md", "-o", "q.yaml", "--force").code == FOUND
    assert read(DRAFT).draft
    assert run("import", "page.md", "-o", "page.md", "--force").code == USAGE
    assert Path("page.md").read_bytes() == (FOLDER / "page.md").read_bytes()


def test_a_file_that_somebody_writes_meanwhile_is_not_written_over(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(*args: Any) -> importing.Outcome:
        DRAFT.write_text("theirs", encoding="utf-8")
        return draft(*args)

    draft = importing.draft
    monkeypatch.setattr(importing, "draft", meanwhile)
    code, _, err = run("import", "page.md", "-o", "q.yaml")
    assert (code, err.splitlines()[-1]) == (FOUND, "q.yaml can't be written: File exists.")
    assert DRAFT.read_text(encoding="utf-8") == "theirs"
    assert not [*Path().glob(".*")]


def test_a_format_can_be_said(run: Run) -> None:
    code, _, err = run("import", "page.md", "-o", "q.yaml", "--from", "text2qti")
    assert code == FOUND
    assert "page.md: text2qti," in err
    assert "Did you mean text2qti?" in run("import", "page.md", "-o", "q", "--from", "text2qt").err


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.md", f"{ONE}It is written as {{=this}}.\n", "mkdocs-quiz"),
        ("a.txt", "1. Is it {=this}?\n*a) Yes\nb) No\n", "text2qti"),
        ("a.txt", "Is it {=this}?\nA. Yes\nB. No\nANSWER: A\n", "Aiken"),
        ("a.txt", "Is it {=this ~that}?\n", "GIFT"),
        ("a.gift", "Say why.{}\n", "GIFT"),
    ],
)
def test_a_format_is_found_by_what_is_in_a_file(run: Run, name: str, text: str, form: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    code, _, err = run("import", name, "-o", "q.yaml")
    assert (code, f"{name}: {form}, 1 question." in err) == (FINE, True), err


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_lines_end_as_they_do_anywhere(run: Run, end: str) -> None:
    Path("one.md").write_text(ONE, encoding="utf-8", newline=end)
    assert run("import", "one.md", "-o", "q.yaml").code == FINE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(run: Run, encoding: str) -> None:
    Path("one.md").write_text(ONE.replace("Stones", "Grêle"), encoding=encoding)
    code, _, err = run("import", "one.md", "-o", "q.yaml")
    assert (code, "Windows" in err) == (FINE, False)
    assert "Grêle" in DRAFT.read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_moodle_xml_says_in_which_encoding_it_is(run: Run, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    ask = "<questiontext><text>Café?</text></questiontext>"
    text = f'{head}<quiz><question type="essay">{ask}</question></quiz>'
    Path("one.xml").write_text(text, encoding=encoding)
    code, _, err = run("import", "one.xml", "-o", "q.yaml")
    assert (code, "Windows" in err) == (FINE, False)
    assert read(DRAFT).questions[0].ask == "Café?"


@pytest.mark.parametrize("ending", ["xml", "gift"])
def test_what_was_exported_comes_back(run: Run, ketamine: Quiz, ending: str) -> None:
    run("export", "ketamine", "-o", f"ketamine.{ending}")
    code, _, err = run("import", f"ketamine.{ending}", "-o", "q.yaml")
    assert code == FINE, err
    quiz = read(DRAFT)
    assert quiz.passage.text == ketamine.passage.text
    assert [*quiz.by_id] == [*ketamine.by_id]
    for question in quiz.questions:
        known = ketamine.by_id[question.id]
        assert (question.kind, question.ask) == (known.kind, known.ask)
        assert (question.explain, question.quotes) == (known.explain, known.quotes)


# What can't be read


BOMB = """\
<?xml version="1.0"?>
<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<quiz><question type="essay"><name><text>&b;</text></name></question></quiz>
"""
NESTED = f'<quiz><question type="essay">{"<a>" * 50_000}'


def zipped(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(name, "<a/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"  \n\n", "the file is empty"),
        (b"Nothing to see here.", "no questions were found in it"),
        (b"schema: 1\nid: x\n", "this is a quiz file already: `quiz check` looks it over"),
        (b"%PDF-1.7\n\xe2\xe3", "this is a PDF file"),
        (zipped("xl/workbook.xml"), "this is an Excel workbook"),
        (zipped("{=a ~b}"), "this is a zip file"),
        (b"<!doctype html><html>", "this is a web page"),
        (b"<?xml version='1.0'?><questestinterop/>", "this is a quiz in QTI, which is not read"),
        (b"\0\1\2" * 100, "no questions were found in it"),
        (b"<quiz>\n" * 10_002, "more than 10,000 questions"),
        (BOMB.encode(), "the file declares entities"),
        (NESTED.encode(), "the file has too many elements"),
    ],
)
def test_what_is_no_such_file_is_told(run: Run, data: bytes, said: str) -> None:
    Path("it").write_bytes(data)
    code, out, err = run("import", "it", "-o", "q.yaml")
    assert (code, out) == (UNREADABLE, "")
    assert err.startswith("it: ")
    assert said in err
    assert not DRAFT.exists()


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("large.xml", 3 * LARGEST, "97 MB; at most 32"),
        ("large.md", 2 * 1024**2 + 1, "3 MB; at most 2"),
    ],
)
def test_a_file_that_is_too_large_is_refused_at_once(
    run: Run, name: str, size: int, said: str
) -> None:
    Path(name).write_text(ONE.ljust(size), encoding="utf-8")
    code, _, err = run("import", name, "-o", "q.yaml")
    assert code == UNREADABLE
    assert f"the file is too large ({said}): split it into several" in err


@pytest.mark.parametrize("name", ["gone.xml", ".", "pipe", "a\0b", "x" * 300])
def test_what_is_no_file_is_refused(run: Run, name: str) -> None:
    os.mkfifo("pipe")
    code, _, err = run("import", name, "-o", "q.yaml")
    assert code == UNREADABLE
    assert ": " in err
    assert not DRAFT.exists()


def test_one_file_that_cannot_be_read_leaves_nothing_half_done(run: Run) -> None:
    assert run("import", "page.md", "gone.xml", "-o", "q.yaml").code == UNREADABLE
    assert run("import", "page.md", "-o", "q.yaml", "--passage", "gone.txt").code == UNREADABLE
    assert not DRAFT.exists()


def test_a_disk_that_is_full_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("quiz.commands.output.write_new", full)
    code, _, err = run("import", "page.md", "-o", "q.yaml")
    assert (code, err.splitlines()[-1]) == (
        FOUND,
        "q.yaml can't be written: No space left on device.",
    )
    assert not DRAFT.exists()


def test_a_folder_that_is_not_there_is_told_before_any_work(run: Run) -> None:
    code, _, err = run("import", "page.md", "-o", "no/q.yaml")
    assert (code, err) == (USAGE, "There is no folder no: make it first.\n")


def test_nothing_hidden_reaches_the_terminal(run: Run) -> None:
    evil = "\x1b]0;title\x07\u202e\u200b"
    text = (
        f"# {evil}\n<quiz>\n{evil}What?\n- [x] {evil}a\n- [ ] b\n</quiz>\n<quiz>{evil}\n</quiz>\n"
    )
    Path(f"{evil}.md").write_text(text, encoding="utf-8")
    code, out, err = run("import", f"{evil}.md", "-o", "q.yaml", "--json")
    assert code == FOUND
    assert all(first_forbidden(line) is None for line in f"{out}\n{err}".split("\n"))
    assert all(first_forbidden(line) is None for line in DRAFT.read_text("utf-8").split("\n"))


def test_many_questions(run: Run) -> None:
    Path("many.md").write_text(ONE * 200, encoding="utf-8")
    code, _, err = run("import", "many.md", "-o", "q.yaml")
    assert code == FINE
    assert "200 questions taken over" in err


def test_what_to_do_next_can_be_typed_as_it_stands(run: Run) -> None:
    made = "Rain & 'snow'.yaml"
    said = run("import", "page.md", "-o", made).err.splitlines()[-1]
    command = said.partition("What is left to do: ")[2]
    assert shlex.split(command) == ["quiz", "check", "--watch", made]
    left = run("print", made, "-o", "sheet.html").err.split("`")[1]
    assert shlex.split(left) == ["quiz", "check", made]
