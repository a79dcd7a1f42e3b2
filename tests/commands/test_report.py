"""The report of a class as a command: what it reads, writes, refuses, and never gives away."""

import csv
import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from quiz.assignment import assignment_data
from quiz.assignment.submission_data import to_text
from quiz.cli import main
from quiz.commands.output import FOUND, UNREADABLE, USAGE
from quiz.engine.assigning import assign
from quiz.engine.selection import QuestionFilter
from quiz.model.answer import Answer, TeachBackAnswer, TypedAnswer
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.quiz import Quiz
from quiz.model.submission import Submission
from quiz.quizfile.reader import read
from tests.handed_in import NOON, hand_in
from tests.tui.answering import RIGHT, WRONG
from tests.tui.hostile import FORBIDDEN

BEES = Path(__file__).parents[1] / "tui" / "quizzes" / "bees.yaml"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of results, beside the quiz, in a folder of this test."""
    shutil.copy(BEES, tmp_path / "bees.yaml")
    (tmp_path / "results").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "results"


@pytest.fixture(scope="module")
def bees() -> Quiz:
    """Return the quiz."""
    return read(BEES)


TABLES = [
    *("class.csv", "class-learners.csv", "class-grid.csv"),
    *("class-questions.csv", "class-figures.csv"),
]
Ran = tuple[int, str, str]
Run = Callable[..., Ran]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the command over the folder of results."""
    assert folder.is_dir()

    def run_with(*words: str) -> Ran:
        try:
            code = main(["report", "results", "--quiz", "bees.yaml", *words])
        except SystemExit as left:
            code = int(str(left.code))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_with


def put(folder: Path, name: str, made: Submission) -> Path:
    path = folder / name
    path.write_text(to_text(made), encoding="utf-8")
    return path


def two(folder: Path, quiz: Quiz) -> None:
    put(folder, "ana.json", hand_in(quiz, "Ana Lopez", RIGHT))
    put(folder, "ben.json", hand_in(quiz, "Ben Okafor", WRONG))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_class_is_told_in_lines(folder: Path, bees: Quiz, run: Run) -> None:
    two(folder, bees)
    code, out, err = run()
    assert (code, err) == (0, "")
    assert "The class: 2 learners, 10 questions" in out
    assert "Ana Lopez" in out
    assert "All that was handed in counts." in out
    assert "\x1b" not in out


def test_what_does_not_fit_is_listed_and_tells_by_the_exit_code(
    folder: Path, bees: Quiz, run: Run
) -> None:
    two(folder, bees)
    put(folder, "ana-2.json", hand_in(bees, "ana lopez", {}, ended=NOON + timedelta(days=1)))
    (folder / "broken.json").write_text("{")
    code, out, _ = run()
    assert code == FOUND
    said = squeezed(out)
    assert "What did not fit: 2" in said
    assert "results/broken.json: Can't be read, so nothing of it counts." in said
    assert (
        "results/ana-2.json, Ana Lopez: A second result of one learner: the first counts." in said
    )
    assert "2 learners, 10 questions" in out


def test_a_roster_tells_who_is_missing(folder: Path, bees: Quiz, run: Run) -> None:
    two(folder, bees)
    Path("7b.txt").write_bytes("\ufeffana  LOPEZ\r\n\r\n Zoë Late\r\n".encode())
    code, out, _ = run("--roster", "7b.txt")
    said = squeezed(out)
    assert code == FOUND
    assert "ana LOPEZ" in said
    assert "Zoë Late: On the list of the class, and no result." in said
    assert "Ben Okafor: Not on the list of the class; counts all the same." in said


def test_a_roster_of_columns_is_no_class_of_strangers(folder: Path, bees: Quiz, run: Run) -> None:
    two(folder, bees)
    Path("7b.txt").write_bytes(b"1. ana LOPEZ;ana@b.c\r\n2. Ben Okafor;ben@b.c\r\n")
    code, out, _ = run("--roster", "7b.txt")
    assert (code, "list of the class" in out) == (0, False)


class Terminal(io.StringIO):
    """A stream before which somebody sits."""

    def isatty(self) -> bool:
        """Return that it is one."""
        return True


def test_whoever_sits_there_is_asked_which_column_holds_the_names(
    folder: Path, bees: Quiz, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    two(folder, bees)
    Path("7b.txt").write_text("Ana,Lopez\nBen,Okafor\n", encoding="utf-8")
    code, out, err = run("--roster", "7b.txt")
    assert (code, out) == (USAGE, "")
    assert "7b.txt: there are several columns" in err
    assert "such as name,class or first name,last name" in err
    for typed, code in (("9\n\n3\n", 0), ("1\n", FOUND), ("", USAGE)):
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        monkeypatch.setattr(sys, "stderr", asked := Terminal())
        assert run("--roster", "7b.txt")[0] == code
        assert "  1  Ana (2 learners in all)" in asked.getvalue()
        assert "  3  Ana Lopez (2 learners in all)" in asked.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "7b.txt has no name in it"),
        (b" \n\r\n", "7b.txt has no name in it"),
        (b"Zo\xeb\n", "7b.txt is no UTF-8 text"),
        (b"x" * 2_000_000, "7b.txt: the file is too large"),
    ],
)
def test_a_roster_that_is_none_is_refused(
    folder: Path, bees: Quiz, run: Run, data: bytes, message: str
) -> None:
    two(folder, bees)
    Path("7b.txt").write_bytes(data)
    code, out, err = run("--roster", "7b.txt")
    assert (code, out) == (USAGE, "")
    assert message in err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--roster", "nothing"), "nothing: the file can't be read"),
        (("--assignment", "nothing"), "nothing"),
        (("--assignment", "bees.yaml"), "bees.yaml is a quiz"),
        (("--html", "class.pdf"), "Name a file that ends in .html, not class.pdf."),
        (("--csv", "class.txt"), "Name a file that ends in .csv, not class.txt."),
        (("--quiz", "nothing"), "There is no quiz called nothing"),
        (("--form", "x"), "invalid choice"),
    ],
)
def test_wrong_usage_is_told(
    folder: Path, bees: Quiz, run: Run, words: tuple[str, ...], message: str
) -> None:
    two(folder, bees)
    code, out, err = run(*words)
    assert (code, out) == (USAGE, "")
    assert message in err


def test_a_folder_that_is_not_there_is_told(folder: Path, run: Run) -> None:
    folder.rmdir()
    code, out, err = run()
    assert (code, out) == (USAGE, "")
    assert err == "There is no file and no folder results.\n"


def test_a_quiz_that_cannot_be_read_is_told(folder: Path, run: Run) -> None:
    Path("bees.yaml").write_text("schema: 9")
    code, out, err = run()
    assert (code, out) == (UNREADABLE, "")
    assert "bees.yaml:1" in err
    assert folder.is_dir()


def test_a_page_and_tables_are_new_files(folder: Path, bees: Quiz, run: Run) -> None:
    two(folder, bees)
    code, out, err = run("--html", "class.html", "--csv", "class.csv")
    assert code == 0
    assert "The class: 2 learners, 10 questions" in out
    names = ["class.html", *TABLES]
    assert err.splitlines() == [f"Written: {name}" for name in names]
    assert "Ana Lopez" in Path("class.html").read_text(encoding="utf-8")
    with Path("class.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2 * len(bees.questions)
    assert {row["learner"] for row in rows} == {"Ana Lopez", "Ben Okafor"}
    with Path("class-learners.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["points"] for row in csv.DictReader(file)] == ["9.0", "0.0"]
    with Path("class-questions.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(bees.questions)
    with Path("class-figures.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "Ben Okafor (0 of 9 points)" in {row["value"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("there", ["class.html", *TABLES])
def test_nothing_is_written_over_unasked(folder: Path, bees: Quiz, run: Run, there: str) -> None:
    two(folder, bees)
    Path(there).write_text("mine")
    words = ("--html", "class.html", "--csv", "class.csv")
    code, _, err = run(*words)
    assert code == USAGE
    assert f"{there} is there already. To write over it: --force" in err
    assert Path(there).read_text() == "mine"
    assert len(list(Path().glob("class*"))) == 1
    assert run(*words, "--force")[0] == 0
    assert Path(there).read_text(encoding="utf-8") != "mine"


def test_json_is_for_programs(folder: Path, bees: Quiz, run: Run) -> None:
    two(folder, bees)
    _, out, _ = run("--json")
    data = json.loads(out)
    assert data["format"] == "quiz class report"
    assert len(data["forms"][0]["learners"]) == 2


NAMES = ("Ana Lopez", "Ben Okafor", "Zoë Late", "Xaver Unlisted", "ana", "ben-okafor")


def test_without_names_there_is_no_name_in_anything(folder: Path, bees: Quiz, run: Run) -> None:
    typed = RIGHT | {
        "swarm": TeachBackAnswer("I am Ana Lopez."),
        "honey": TypedAnswer(("ben okafor",)),
    }
    put(folder, "ana-lopez.json", hand_in(bees, "Ana Lopez", typed))
    put(folder, "ana-lopez-2.json", hand_in(bees, "Ana Lopez", {}))
    put(folder, "ben-okafor.json", hand_in(bees, "Ben Okafor", WRONG))
    put(folder, "xaver.json", hand_in(bees, "Xaver Unlisted", WRONG, quiz="tea"))
    (folder / "ben-okafor-3.json").write_text("{")
    Path("7b.txt").write_text("Ana Lopez\nBen Okafor\nZoë Late\n", encoding="utf-8")
    words = ("--roster", "7b.txt", "--anonymous")
    shown = [
        *run(*words)[1:],
        *run(*words, "--json")[1:],
        *run(*words, "--html", "class.html", "--csv", "class.csv")[1:],
        *(path.read_text(encoding="utf-8") for path in Path().glob("class*")),
    ]
    assert len(shown) == 6 + 1 + len(TABLES)
    assert "Learner 01" in shown[0]
    for text in shown:
        for name in NAMES:
            assert name.casefold() not in text.casefold(), name


def test_codes_are_dealt_anew_each_time(folder: Path, bees: Quiz, run: Run) -> None:
    for number in range(12):
        answers = dict(list(RIGHT.items())[:number])
        put(folder, f"{number}.json", hand_in(bees, f"L{number}", answers))

    def dealt() -> list[float]:
        data = json.loads(run("--anonymous", "--json")[1])
        return [one["points"] for one in data["forms"][0]["learners"]]

    assert sorted(dealt()) == sorted(dealt())
    assert len({tuple(dealt()) for _ in range(6)}) > 1


def handed_out(quiz: Quiz, **terms: object) -> Assignment:
    made = AssignmentSettings(**terms)  # type: ignore[arg-type]
    return assign(quiz, QuestionFilter(), made, id="0123456789abcdef", rng=Random(1))


def test_an_assignment_beside_the_results_says_who_is_late(
    folder: Path, bees: Quiz, run: Run
) -> None:
    two(folder, bees)
    made = handed_out(bees, until=NOON - timedelta(hours=1))
    Path("results/bees.json").write_text(assignment_data.to_text(made), encoding="utf-8")
    code, out, _ = run()
    assert code == FOUND
    assert squeezed(out).count("Handed in late; counts all the same.") == 2


def test_of_several_assignments_one_can_be_named(folder: Path, bees: Quiz, run: Run) -> None:
    two(folder, bees)
    put(folder, "cy.json", hand_in(bees, "Cy", RIGHT, assignment="f" * 16))
    assert "3 learners" in run()[1]
    Path("bees.json").write_text(assignment_data.to_text(handed_out(bees)), encoding="utf-8")
    code, out, _ = run("--assignment", "bees.json")
    assert code == FOUND
    assert "2 learners" in out
    assert "cy.json, Cy: Of another assignment" in squeezed(out)


def test_before_and_after_are_matched_by_learner(folder: Path, bees: Quiz, run: Run) -> None:
    for name, early, late in (("Ana", WRONG, RIGHT), ("Ben", RIGHT, RIGHT)):
        put(folder, f"{name}-1.json", hand_in(bees, name, early, form="pre"))
        put(folder, f"{name}-2.json", hand_in(bees, f" {name.upper()}", late, form="post"))
    code, out, _ = run()
    assert code == 0
    assert "2 learners took both forms: 1 did better" in squeezed(out)
    code, out, _ = run("--form", "pre")
    assert code == FOUND
    assert "Before and after" not in out
    assert squeezed(out).count("Of another form of the quiz") == 2


def test_without_results_there_is_nothing_to_tell(folder: Path, run: Run) -> None:
    (folder / "notes.txt").write_text("not yet")
    nothing = (FOUND, "", "There is no result file in results.\n")
    assert run() == nothing
    assert run("--html", "class.html", "--csv", "class.csv") == nothing
    assert list(Path().glob("class*")) == []
    code, out, _ = run("--json")
    assert (code, json.loads(out)["forms"]) == (0, [])


def test_hundreds_of_results_are_one_report(folder: Path, bees: Quiz, run: Run) -> None:
    right, wrong = (hand_in(bees, "x", answers) for answers in (RIGHT, WRONG))
    for number in range(400):
        made = replace(right if number % 4 else wrong, learner=f"Learner {number}")
        put(folder, f"{number}.json", made)
    code, out, _ = run("--json")
    assert code == 0
    (form,) = json.loads(out)["forms"]
    assert len(form["learners"]) == 400
    assert form["mean"]["value"] == pytest.approx(0.75)
    for question in form["questions"]:
        if question["facility"]["value"] is not None:
            assert question["facility"]["value"] == pytest.approx(0.75)


HARM: Mapping[str, Callable[[Path], object]] = {
    "sparse": lambda path: sparse(path, 100 * 1024**2),
    "deep": lambda path: path.write_text('{"format": "quiz result", "a": ' + "[" * 900_000),
    "bomb": lambda path: path.write_text('{"format": "quiz result", "a": ' + "9" * 900_000 + "}"),
    "cut": lambda path: path.write_bytes(b'{"format": "quiz result", "schema": 1, "qu'),
    "noise": lambda path: path.write_bytes(Random(1).randbytes(5000)),
    "assignment": lambda path: path.write_text('{"format": "quiz assignment", "schema": 1}'),
}


def sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.write(b'{"format": "quiz result"')
        file.truncate(size)


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_a_file_that_means_harm_is_listed_and_the_others_count(
    folder: Path, bees: Quiz, run: Run, harm: Callable[[Path], object]
) -> None:
    two(folder, bees)
    harm(folder / "evil.json")
    code, out, err = run()
    assert (code, err) == (FOUND, "")
    assert "results/evil.json: Can't be read, so nothing of it counts. " in squeezed(out)
    assert "The class: 2 learners" in out


EVIL = (
    "<script>alert(1)</script>",
    "[@click=app.exit]x[/]",
    '=HYPERLINK("http://x","y")',
    "../../../etc/passwd",
    "-2+3",
)


def test_names_and_answers_that_mean_harm_do_none(folder: Path, bees: Quiz, run: Run) -> None:
    for number, text in enumerate(EVIL):
        answers: dict[str, Answer] = {
            **WRONG,
            "honey": TypedAnswer((f"{text} \x1b]52;c;eA==\x07 \u202e",)),
            "swarm": TeachBackAnswer(f"{text} \x1b[2J"),
        }
        put(folder, f"{number}.json", hand_in(bees, text, answers))
    before = set(Path().glob("*")) | set(folder.iterdir())
    shown = [*run()[1:], *run("--json")[1:], *run("--html", "c.html", "--csv", "c.csv")[1:]]
    files = {path: path.read_text(encoding="utf-8-sig") for path in Path().glob("c*.*")}
    for text in (*shown, *files.values()):
        assert not FORBIDDEN & set(text.replace("\r\n", ""))
    assert "<script>alert" not in files[Path("c.html")]
    for path in Path().glob("c*.csv"):
        for row in csv.reader(files[path].splitlines()):
            assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert set(Path().glob("*")) | set(folder.iterdir()) == before | set(files)


@posix
def test_links_and_pipes_in_the_folder_harm_nothing(folder: Path, bees: Quiz, run: Run) -> None:
    two(folder, bees)
    (folder / "round").symlink_to(folder)
    (folder / "out.json").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.json")
    code, out, _ = run()
    assert code == FOUND
    said = squeezed(out)
    assert "It is a link to another file, and was not followed." in said
    assert "This is no ordinary file." in said
    assert "root:" not in out
    assert "What did not fit: 2" in said


def test_a_disk_that_is_full_is_told(
    folder: Path, bees: Quiz, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    two(folder, bees)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, _, err = run("--html", "class.html")
    assert code == FOUND
    assert "class.html can't be written: No space left on device." in err
    assert list(Path().glob("*class*")) == []
