"""Marking over as a command: kept beside the results, said in the report, offered to the author."""

import csv
import json
import os
import shutil
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest
import yaml

from quiz.analysis.class_report import ClassReport
from quiz.analysis.gathering import Expected
from quiz.assignment import regrading_data
from quiz.assignment.submission_data import to_text
from quiz.commands.output import FINE, FOUND, USAGE
from quiz.model.answer import Answer, TeachBackAnswer, TypedAnswer
from quiz.model.quiz import Quiz
from quiz.model.regrading import Credit
from quiz.model.text import first_forbidden
from quiz.quizfile.reader import read
from quiz.service import Service
from quiz.service.classroom import class_report
from quiz.service.regrading import Regrader
from quiz.start import Start
from tests.handed_in import hand_in
from tests.tui.answering import RIGHT, WRONG

from .conftest import Run

BEES = Path(__file__).parents[1] / "tui" / "quizzes" / "bees.yaml"
SHORT, CLOZE, TEACH = "honey", "cool", "swarm"
REGRADE = ("regrade", "results", "--quiz", "bees.yaml")
REPORT = ("report", "results", "--quiz", "bees.yaml", "--plain")


@pytest.fixture(scope="module")
def bees() -> Quiz:
    """Return the quiz."""
    return read(BEES)


def put(folder: Path, quiz: Quiz, name: str, answers: Mapping[str, Answer]) -> None:
    made = hand_in(quiz, name, answers)
    (folder / f"{name.lower()}.json").write_text(to_text(made), encoding="utf-8")


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bees: Quiz) -> Path:
    """Return what three learners handed in, of whom two typed what is not foreseen."""
    shutil.copy(BEES, tmp_path / "bees.yaml")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "results"
    folder.mkdir()
    honey: dict[str, Answer] = {
        SHORT: TypedAnswer(("flower juice",)),
        TEACH: TeachBackAnswer("They leave."),
    }
    put(folder, bees, "Ana", RIGHT | honey)
    put(folder, bees, "Ben", WRONG | honey | {SHORT: TypedAnswer(("Flower juice!",))})
    put(folder, bees, "Cleo", RIGHT | {TEACH: TeachBackAnswer("Cleo forgot.")})
    return folder


def kept(results: Path) -> Path:
    return results.with_name("results-regrading.json")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_answer_is_accepted_for_all_who_gave_it_and_undone(run: Run, results: Path) -> None:
    handed_in = contents(results)
    by_key = run(*REPORT).out
    about = ("--question", SHORT, "--answer", "flower  JUICE")
    ran = run(*REGRADE, *about, "--points", "full")
    assert (ran.code, ran.out) == (FINE, "")
    assert ran.err == "3 right, 0 wrong, 0 empty, of 3 learners; 2 graded over.\n"
    said = " ".join(run(*REPORT).out.split())
    for words in (
        "! 2 answers are graded over: every figure counts what the teacher gave for them",
        "3 right, 0 wrong, 0 empty, of 3 learners; 2 graded over",
        "(Graded over: full points)",
        "points right partly wrong empty graded over",
    ):
        assert words in said
    listed = run(*REGRADE)
    assert listed.out == (
        f"# {SHORT}: What do bees make honey from?\n"
        "# “Flower juice!”, given by 2 learners. Graded over: full points.\n"
        "# accept\n"
        '- "Flower juice!"\n\n'
    )
    run("return", "results", "--quiz", "bees.yaml", "-o", "returned")
    (ana,) = Path("returned").glob("*[Aa]na*.json")
    own = json.loads(ana.read_text(encoding="utf-8"))
    assert [one["question"] for one in own["answers"] if "given" in one] == [SHORT]
    assert contents(results) == handed_in
    assert oct(kept(results).stat().st_mode & 0o777) == "0o600" or os.name == "nt"
    assert run(*REGRADE, *about, "--undo").code == FINE
    assert not kept(results).exists()
    assert run(*REPORT).out == by_key
    assert run(*REGRADE).err == "Nothing was graded over.\n"


def test_what_can_not_be_read_is_not_passed_over(run: Run, results: Path) -> None:
    (results / "7b.rar").write_bytes(b"Rar!")
    listed = run(*REGRADE)
    assert listed.code == FOUND
    assert "1 thing did not fit: `quiz report` lists them." in listed.err


def test_a_teach_back_is_given_points_and_every_table_says_what_was_given(
    run: Run, results: Path
) -> None:
    give = (*REGRADE, "--question", TEACH)
    first = run(*give, "--answer", "they leave", "--points", "half")
    assert first.err == "Not scored, 3 of 3 learners answered; 2 of them have points.\n"
    assert run(*give, "--answer", "Cleo forgot", "--points", "none").code == FINE
    run(*REGRADE, "--question", CLOZE, "--blank", "2", "--answer", "cool", "--points", "half")
    assert run(*REPORT, "--csv", "class.csv", "--html", "class.html").code == FINE

    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(StringIO(Path(name).read_text(encoding="utf-8-sig"))))

    given = {(row["learner"], row["question"]): row for row in rows("class.csv")}
    assert given["Ana", TEACH]["graded_over"] == "half"
    assert (given["Ana", TEACH]["result"], given["Ana", TEACH]["share"]) == ("partly", "0.5")
    assert given["Ana", CLOZE]["graded_over"] == "key; half"
    assert given["Ana", SHORT]["graded_over"] == ""
    assert [row["graded_over"] for row in rows("class-learners.csv")] == ["2", "1", "2"]
    over = {row["question"]: row["graded_over"] for row in rows("class-questions.csv")}
    assert (over[TEACH], over[CLOZE], over[SHORT]) == ("3", "2", "0")
    assert {row["graded_over"] for row in rows("class-figures.csv")} == {"5"}
    page = Path("class.html").read_text(encoding="utf-8")
    for words in ("5 answers are graded over", "2 graded over", "◐ half", "Graded over: no points"):
        assert words in page
    found = json.loads(run("report", "results", "--quiz", "bees.yaml", "--json").out)
    assert found["forms"][0]["regraded"] == 5
    hidden = run(*REPORT, "--anonymous").out
    assert "Cleo" not in hidden
    assert "5 answers are graded over" in hidden


REFUSED = [
    (("--question", SHORT), "Say which answer: --question, --answer, and --points or --undo."),
    (("--points", "full"), "Say which answer: --question, --answer, and --points or --undo."),
    (("--question", "hony", "--answer", "x", "--undo"), "no question hony. Did you mean honey?"),
    (("--question", SHORT, "--answer", "milk", "--points", "full"), "Nobody typed “milk” there."),
    (("--question", SHORT, "--answer", "nectar", "--blank", "2", "--undo"), "Nobody typed"),
    (("--question", SHORT, "--answer", "nectar", "--undo"), "“nectar” was not graded over."),
    (("--question", "queen", "--answer", "Drones", "--points", "full"), "Nobody typed"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_what_can_not_be_graded_over_is_said(
    run: Run, results: Path, words: tuple[str, ...], said: str
) -> None:
    ran = run(*REGRADE, *words)
    assert ran.code == USAGE
    assert said in ran.err
    assert not kept(results).exists()


@pytest.mark.parametrize("points", ["double", "1", ""])
def test_points_are_full_half_or_none(run: Run, results: Path, points: str) -> None:
    about = ("--question", SHORT, "--answer", "nectar", "--points", points)
    assert run(*REGRADE, *about).code == USAGE
    assert not kept(results).exists()


def test_a_damaged_file_is_said_and_never_written_over(run: Run, results: Path) -> None:
    by_key = run(*REPORT).out
    kept(results).write_text('{"format": "quiz regrading", "schema": 1, "answers": 7}')
    ran = run(*REPORT)
    assert ran.code == FOUND
    assert "results-regrading.json: answers: not a list." in " ".join(ran.out.split())
    assert ran.out.split("What did not fit")[0] == by_key.split("What did not fit")[0]
    damaged = kept(results).read_bytes()
    ran = run(*REGRADE, "--question", SHORT, "--answer", "nectar", "--points", "none")
    assert ran.code == USAGE
    assert "results-regrading.json: answers: not a list." in ran.err
    assert kept(results).read_bytes() == damaged


def test_nobody_grades_over_by_what_is_handed_in(run: Run, results: Path) -> None:
    by_key = run(*REPORT).out
    run(*REGRADE, "--question", SHORT, "--answer", "flower juice", "--points", "full")
    kept(results).rename(results / "results-regrading.json")
    ran = run(*REPORT)
    assert ran.code == FOUND
    assert "it says what was graded over" in " ".join(ran.out.lower().split())
    assert ran.out.split("What did not fit")[0] == by_key.split("What did not fit")[0]


def test_of_two_who_grade_over_at_once_nothing_is_lost(run: Run, results: Path, bees: Quiz) -> None:
    by_id = {question.id: question for question in bees.questions}
    one, other = (Regrader(class_report(bees, [results], Expected()), [results]) for _ in "ab")
    one.grade(by_id[SHORT], 0, "flower juice", Credit.FULL)
    other.grade(by_id[TEACH], 0, "They leave.", Credit.HALF)
    other.grade(by_id[SHORT], 0, "Flower juice", Credit.HALF)
    assert len(regrading_data.from_bytes(kept(results).read_bytes())) == 2
    assert other.report == class_report(bees, [results], Expected())
    one.grade(by_id[SHORT], 0, "Flower juice", None)
    (left,) = regrading_data.from_bytes(kept(results).read_bytes())
    assert left.answer == "They leave."


def test_several_folders_have_a_file_each(run: Run, results: Path, bees: Quiz) -> None:
    second = results.with_name("later")
    second.mkdir()
    put(second, bees, "Dan", RIGHT | {SHORT: TypedAnswer(("flower juice",))})
    about = ("--question", SHORT, "--answer", "flower juice")
    run("regrade", "later", "--quiz", "bees.yaml", *about, "--points", "full")
    both = ("regrade", "results", "later", "--quiz", "bees.yaml")
    assert "given by 3 learners" in run(*both).out
    assert run(*both, *about, "--undo").code == FINE
    assert not second.with_name("later-regrading.json").exists()
    zipped = shutil.make_archive("sent", "zip", "later")
    zips = ("regrade", zipped, "--quiz", "bees.yaml")
    assert run(*zips, *about, "--points", "none").code == FINE
    assert second.with_name("sent-regrading.json").exists()
    files = [str(path) for path in sorted(results.iterdir())]
    assert run("regrade", *files, "--quiz", "bees.yaml", *about, "--points", "half").code == FINE
    assert kept(results).exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_is_closed_is_said(run: Run, results: Path) -> None:
    results.parent.chmod(0o500)
    try:
        ran = run(*REGRADE, "--question", SHORT, "--answer", "nectar", "--points", "none")
    finally:
        results.parent.chmod(0o700)
    assert ran.code == USAGE
    assert "Nothing has changed." in ran.err


def test_a_question_that_was_edited_is_left_to_the_key(run: Run, results: Path) -> None:
    assert results.is_dir()
    run(*REGRADE, "--question", SHORT, "--answer", "flower juice", "--points", "full")
    text = Path("bees.yaml").read_text(encoding="utf-8")
    Path("bees.yaml").write_text(text.replace("make honey from?", "need to make honey?"))
    said = " ".join(run(*REPORT).out.split())
    assert "Graded over, and the question has changed since: the key decides." in said


def test_it_is_forgotten_with_the_quiz_and_no_result_is(run: Run, results: Path) -> None:
    handed_in = contents(results)
    by_key = run(*REPORT).out
    run(*REGRADE, "--question", SHORT, "--answer", "flower juice", "--points", "full")
    assert run("forget", "ketamine", "--yes", "--results", "results").code == FINE
    assert kept(results).exists()
    ran = run("forget", "bees.yaml", "--yes", "--results", "results")
    assert ran.err == "Deleted: 0 answers.\nDeleted: what was graded over of 1 answer.\n"
    assert not kept(results).exists()
    assert contents(results) == handed_in
    assert run(*REPORT).out == by_key
    run(*REGRADE, "--question", SHORT, "--answer", "flower juice", "--points", "full")
    assert run("forget", "--all", "--results", "results", typed="n\n").code == FOUND
    assert kept(results).exists()
    assert run("forget", "--all", "--results", "results", typed="y\n").code == FINE
    assert not kept(results).exists()


def test_on_the_screen_the_codes_stay_while_answers_are_graded_over(
    run: Run, results: Path, bees: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[Start] = []

    def note(_: Service, start: Start) -> int:
        starts.append(start)
        return FINE

    monkeypatch.setattr("quiz.commands.class_report.wants_lines", lambda _: False)
    monkeypatch.setattr("quiz.tui.app.run", note)
    run(*REPORT[:-1], "--anonymous")
    (started,) = starts
    assert started.report
    assert started.grade_over
    (question,) = (one for one in bees.questions if one.id == SHORT)
    made = started.grade_over(question, 0, "flower juice", Credit.FULL)

    def earned(report: ClassReport) -> dict[str, int]:
        return {one.name: one.right for one in report.forms[0].learners}

    before, after = earned(started.report), earned(made)
    assert before.keys() == after.keys()
    assert sorted(after[code] - before[code] for code in before) == [0, 1, 1]
    assert made.anonymous
    assert "Cleo" not in repr(made.forms)
    assert kept(results).exists()


HARMFUL = [
    "\x1b]0;title\x07honey",
    "\u202eyenoh",
    "=HYPERLINK(1)",
    "a\nb",
    "#",
    "{",
    "- x: y",
    "«»",
    "'",
]


@pytest.mark.parametrize("text", HARMFUL)
def test_an_answer_that_means_harm_is_graded_over_as_any_other(
    run: Run, results: Path, bees: Quiz, text: str
) -> None:
    put(results, bees, "Dan", RIGHT | {SHORT: TypedAnswer((text,))})
    (question,) = (one for one in bees.questions if one.id == SHORT)
    made = class_report(bees, [results], Expected())
    before = made.forms[0].learners[-1].right
    (row,) = (
        row
        for each in made.forms[0].questions
        if each.question.id == SHORT
        for row in each.tables[0].rows
        if row.count == 1 and not row.right
    )
    assert row.text
    Regrader(made, [results]).grade(question, 0, row.text, Credit.FULL)
    again = class_report(bees, [results], Expected())
    assert not again.issues
    assert again.forms[0].learners[-1].right == before + 1
    listed = run(*REGRADE).out
    assert not first_forbidden(listed.replace("\n", ""))
    lines = [line for line in listed.splitlines() if not line.startswith("#")]
    assert yaml.safe_load("\n".join(lines)) == [row.text]
