"""`quiz export`."""

import json
from pathlib import Path

import pytest

from quiz.commands import export
from quiz.exchange import FORMATS
from quiz.exchange.moodle_xml.reading import read as read_xml
from quiz.quizfile.reader import read
from tests.commands.conftest import Run
from tests.support.files import BEES

KETAMINE = Path(__file__).parents[2] / "questions" / "ketamine.yaml"


@pytest.fixture(autouse=True)
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_help_names_every_format_that_is_written() -> None:
    assert tuple(one.name for one in FORMATS if one.write) == export.FORMATS


def test_the_ending_tells_the_format(run: Run) -> None:
    assert run("export", str(BEES), "-o", "bees.xml").code == 0
    found = read_xml(Path("bees.xml").read_text(encoding="utf-8")).entries
    assert [entry.question.id for entry in found if entry.question] == [*read(BEES).by_id]


@pytest.mark.parametrize("name", export.FORMATS)
def test_every_format_can_be_written(run: Run, name: str) -> None:
    (form,) = [one for one in FORMATS if one.name == name]
    ran = run("export", "ketamine", "--to", name, "-o", f"quiz{form.ending}")
    assert ran.code == 0
    assert Path(f"quiz{form.ending}").stat().st_size
    assert f"Written: quiz{form.ending}" in ran.err


def test_a_name_may_stand_for_two_formats_that_end_in_other_ways(run: Run) -> None:
    assert run("export", str(BEES), "--to", "anki", "-o", "bees.tsv").code == 0
    assert Path("bees.tsv").read_text().startswith("#separator")


def test_text_goes_to_the_standard_output(run: Run) -> None:
    ran = run("export", str(BEES), "--to", "moodle-xml", "-o", "-")
    assert ran.code == 0
    assert read_xml(ran.out).entries


@pytest.mark.parametrize("name", ["moodle-xml", "gift"])
def test_what_was_written_comes_back_with_nothing_left_to_do(run: Run, name: str) -> None:
    (form,) = [one for one in FORMATS if one.name == name]
    assert run("export", "ketamine", "-o", f"there{form.ending}").code == 0
    assert run("import", f"there{form.ending}", "-o", "back.yaml").code == 0
    here, back = read(KETAMINE), read("back.yaml")
    assert [(one.id, one.kind, one.quotes, one.explain) for one in back.questions] == [
        (one.id, one.kind, one.quotes, one.explain) for one in here.questions
    ]
    assert back.passage.text == here.passage.text
    assert "nothing is missing any more" in run("check", "back.yaml").out


def test_what_is_lost_is_said_by_question_with_a_count(run: Run) -> None:
    ran = run("export", "ketamine", "-o", "ketamine.xml")
    *lines, total, written = ran.err.splitlines()
    assert lines[0].startswith("the quiz: not carried: ")
    assert all(": not carried: " in line for line in lines)
    assert total.startswith("Moodle XML can't hold ")
    assert written == "Written: ketamine.xml"


def test_a_program_reads_what_is_lost(run: Run) -> None:
    data = json.loads(run("export", "ketamine", "-o", "ketamine.xml", "--json").out)
    assert data["written"] == "ketamine.xml"
    assert data["format"] == "moodle-xml"
    quiz, *questions = data["not_carried"]
    assert quiz["question"] is None
    assert {one["question"] for one in questions if one["question"]} <= {*read(KETAMINE).by_id}


def test_strict_loses_nothing_and_writes_nothing(run: Run) -> None:
    ran = run("export", "ketamine", "-o", "ketamine.xml", "--strict", "--json")
    assert ran.code == 1
    assert "Nothing is written, because of --strict." in ran.err
    assert json.loads(ran.out)["written"] is None
    assert not Path("ketamine.xml").exists()


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["-o", "x.doc"], "Say which format it is to be, with --to: moodle-xml, "),
        (["-o", "-"], "Say which format it is to be"),
        (["-o", "x.txt", "--to", "moodle-xml"], "Name a file that ends in .xml, not x.txt."),
        (["-o", "-", "--to", "canvas"], "is no text: name a file that ends in .zip."),
        (["-o", "-", "--to", "markdown", "--json"], "With --json name a file"),
        (["-o", "here.xml"], "here.xml is there already. To write over it: --force"),
        (["-o", "x.xml", "--to", "moodle"], "invalid choice: 'moodle'"),
        ([], "the following arguments are required: -o/--output"),
    ],
)
def test_what_can_not_be_written_is_refused(run: Run, argv: list[str], said: str) -> None:
    Path("here.xml").touch()
    ran = run("export", str(BEES), *argv)
    assert ran.code == 2
    assert said in ran.err
    assert not ran.out


def test_a_file_is_written_over_when_that_is_asked_for(run: Run) -> None:
    Path("here.xml").touch()
    assert run("export", str(BEES), "-o", "here.xml", "--force").code == 0
    assert Path("here.xml").stat().st_size


def test_a_draft_is_not_written(run: Run) -> None:
    text = BEES.read_text().replace("\ntitle:", "\ndraft: true\ntitle:", 1)
    Path("draft.yaml").write_text(text)
    ran = run("export", "draft.yaml", "-o", "draft.xml")
    assert ran.code
    assert "draft" in ran.err
    assert not Path("draft.xml").exists()


def test_a_folder_that_is_not_there_is_said(run: Run) -> None:
    ran = run("export", str(BEES), "-o", "no-such-folder/x.xml")
    assert ran.code == 2
    assert "There is no folder no-such-folder: make it first." in ran.err
