"""The commands of a class: `quiz assign` and `quiz hand-in`."""

import json
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest

from quiz.assignment import schema
from quiz.assignment.assignment_data import from_bytes
from quiz.assignment.submission_data import from_bytes as result_from
from quiz.model.answer import TypedAnswer
from quiz.model.assignment import Assignment
from quiz.service import Service
from tests.commands.conftest import Run
from tests.support.files import BEES


@pytest.fixture(autouse=True)
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder that the class works in, an hour east of Greenwich."""
    (tmp_path / "room").mkdir()
    with monkeypatch.context() as patch:
        patch.chdir(tmp_path / "room")
        patch.setenv("TZ", "Etc/GMT-1")
        time.tzset()
        yield tmp_path / "room"
    time.tzset()


def taken(learner: str, answers: int, *, finished: bool = True) -> None:
    """Take exercise.json as a learner."""
    service = Service.at_home()
    made = service.library.open_any("exercise.json")
    assert isinstance(made, Assignment)
    attempt = service.exercises.start(made, learner)
    for _ in range(answers):
        attempt = service.attempts.save(attempt, *attempt.session.answer(TypedAnswer(("7",))))
        attempt = service.attempts.save(attempt, attempt.session.onward())
    if finished:
        service.exercises.hand_in(made, service.attempts.save(attempt, attempt.session.finish()))
    service.close()


def numbers(run: Run, *argv: str) -> None:
    """Hand out the questions that are answered by one line."""
    words = ("assign", str(BEES), "-o", "exercise.json", "--kind", "number", "--kind", "short")
    assert run(*words, *argv)[0] == 0


def test_a_file_is_written_without_the_key(run: Run) -> None:
    code, out, err = run("assign", "ketamine", "-o", "exercise.json")
    assert (code, out) == (0, "")
    assert "Written: exercise.json\n" in err
    assert "Learners are asked 25 questions" in err
    assert "an order of their own each" in err
    assert "The key is not in this file" in err
    made = from_bytes(Path("exercise.json").read_bytes())
    assert (made.quiz, made.source, made.terms.mode, made.terms.seed) == (
        *("ketamine", None, "test", None),
    )


def test_what_is_asked_for_is_in_the_file(run: Run, room: Path) -> None:
    (room / "say.txt").write_text("Read first.\r\nThen answer.\n")
    code, _, err = run(
        *("assign", "ketamine", "-o", "x.json", "--topic", "risks", "--count", "3", "--seed", "4"),
        *("--certainty", "--instructions", "@say.txt", "--until", "2999-12-04"),
        *("--hand-in-to", "results/7b/"),
    )
    terms = from_bytes(Path("x.json").read_bytes()).terms
    assert code == 0
    assert (terms.count, terms.seed, terms.certainty) == (3, 4, True)
    assert terms.instructions == "Read first.\nThen answer."
    assert terms.until == datetime.fromisoformat("2999-12-04T23:59+01:00")
    assert terms.folder == "results/7b/"
    assert "Learners are asked 3 questions" in err
    assert "the same order for all" in err
    assert "To be handed in until December 4, 2999, 11:59 PM" in err
    assert "There is no folder results/7b here yet" in err


@pytest.mark.parametrize(
    ("when", "is_"),
    [
        ("2999-12-04T10:30", "2999-12-04T10:30+01:00"),
        ("2999-12-04 10:30", "2999-12-04T10:30+01:00"),
        ("2999-12-04T10:30+05:00", "2999-12-04T10:30+05:00"),
    ],
)
def test_a_time_is_local_where_no_zone_is_written(run: Run, when: str, is_: str) -> None:
    run("assign", "ketamine", "-o", "x.json", "--until", when)
    assert json.loads(Path("x.json").read_text())["terms"]["until"] == f"{is_[:16]}:00{is_[16:]}"


@pytest.mark.parametrize(
    ("when", "is_"),
    [
        ("2027-03-28T01:59", "2027-03-28T01:59:00+01:00"),
        ("2027-03-28T02:00", None),
        ("2027-03-28T02:59:59", None),
        ("2027-03-28T03:00", "2027-03-28T03:00:00+02:00"),
        ("2027-03-28T02:30+01:00", "2027-03-28T02:30:00+01:00"),
        ("2027-03-28", "2027-03-28T23:59:00+02:00"),
        ("2027-10-31T01:59", "2027-10-31T01:59:00+02:00"),
        ("2027-10-31T02:30", "2027-10-31T02:30:00+01:00"),
        ("2027-10-31T02:30+02:00", "2027-10-31T02:30:00+02:00"),
        ("2027-10-31T03:00", "2027-10-31T03:00:00+01:00"),
    ],
)
def test_a_time_that_the_clocks_skip_or_bring_twice(
    run: Run, monkeypatch: pytest.MonkeyPatch, when: str, is_: str | None
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        code, _, err = run("assign", "ketamine", "-o", "x.json", "--until", when)
    if is_ is None:
        assert code == 2
        assert "the clocks are put forward over that time" in err
        assert not Path("x.json").exists()
        return
    assert json.loads(Path("x.json").read_text())["terms"]["until"] == is_
    twice = "that time comes twice: this is the later one" in err
    assert twice == (is_ == "2027-10-31T02:30:00+01:00")


def test_of_a_quiz_that_everybody_has_the_key_is_no_secret(run: Run) -> None:
    says = "This quiz comes with the program."
    assert says in run("assign", "ketamine", "-o", "-")[2]
    assert says not in run("assign", str(BEES), "-o", "-")[2]
    assert says not in run("assign", "ketamine", "-o", "-", "--with-key")[2]


@pytest.mark.parametrize("command", ["assign", "print", "mark", "report"])
def test_a_file_of_a_class_is_no_quiz(run: Run, room: Path, command: str) -> None:
    numbers(run)
    for name in ("result", "returned"):
        (room / f"{name}.json").write_text(f'{{"format": "quiz {name}", "schema": 1}}')
    for name, says in (
        ("exercise.json", "this is an exercise that was handed out: name the quiz it was made of"),
        ("result.json", "this is a result file, and no quiz: `quiz report` reads it"),
        (
            "returned.json",
            "this is a result that was returned to a learner: `quiz play` shows it",
        ),
    ):
        words = [".", "--quiz", name] if command == "report" else [name]
        output = ["-o", "x.json"] if command == "assign" else ["-o", "x.html"]
        argv = [command, *words, *(output if command != "report" else [])]
        assert run(*argv) == (3, "", f"{name}: {says}\n")


def test_with_the_key_the_command_says_what_can_be_read(run: Run) -> None:
    _, _, err = run("assign", "ketamine", "-o", "x.json", "--with-key")
    assert "can read every right answer" in err
    made = from_bytes(Path("x.json").read_bytes())
    assert made.terms.mode == "practice"
    assert made.source
    assert "correct: true" in made.source
    assert isinstance(Service.at_home().library.open_any("x.json"), Assignment)


def test_it_can_be_written_to_the_standard_output(run: Run) -> None:
    code, out, err = run("assign", "ketamine", "-o", "-")
    assert code == 0
    assert from_bytes(out.encode()).quiz == "ketamine"
    assert "The key is not in this file" in err


def test_each_handing_out_has_a_name_of_its_own(run: Run) -> None:
    made = [from_bytes(run("assign", "ketamine", "-o", "-")[1].encode()) for _ in "ab"]
    assert made[0].id != made[1].id


WRONG = [
    (("-o", "quiz.yaml"), "Name a file that ends in .json"),
    (("-o", "there.json"), "there.json is there already. To write over it: --force"),
    ((), "-o"),
    (("-o", "x.json", "--mode", "practice"), "For practice: --with-key"),
    (("-o", "x.json", "--until", "soon"), "write a date, as 2026-12-04"),
    (("-o", "x.json", "--until", "2020-01-01"), "January 1, 2020, 11:59 PM"),
    (("-o", "x.json", "--until", "0001-01-01"), "write a date"),
    (("-o", "x.json", "--topic", "dogs"), "Topics: "),
    (("-o", "x.json", "--kind", "order", "--skill", "apply"), "No question"),
    (("-o", "x.json", "--instructions", "@nothing"), "nothing: the file can't be read: No"),
    (("-o", "x.json", "--instructions", "@."), ".: this is no ordinary file"),
    (("-o", "x.json", "--instructions", "@latin"), "latin is no UTF-8 text"),
    (("-o", "x.json", "--instructions", "x" * 5_001), "--instructions: longer than 5,000"),
    (("-o", "x.json", "--instructions", " "), "--instructions: empty"),
    *(
        (("-o", "x.json", "--hand-in-to", folder), "--hand-in-to: not a folder inside that of the")
        for folder in (
            "/etc",
            "..",
            "../a",
            "a/../b",
            ".",
            "a/.b",
            "C:",
            r"a\b",
            "a//b",
            "/",
            "~/../a",
        )
    ),
    *(
        (("-o", "x.json", "--until", when), "write a date, as 2026-12-04")
        for when in ("2999-W49-1", "2999W491", "29991204", "2999-12-04T1030", "2999-W49-1T10:30")
    ),
    (("-o", "x.json", "--hand-in-to", "a\x1bb"), "--hand-in-to: holds the hidden character"),
]


@pytest.mark.parametrize(("argv", "says"), WRONG, ids=[says for _, says in WRONG])
def test_what_can_t_be_is_said(run: Run, room: Path, argv: tuple[str, ...], says: str) -> None:
    (room / "there.json").write_text("mine")
    (room / "latin").write_bytes(b"\xe9")
    code, out, err = run("assign", "ketamine", *argv)
    assert (code, out) == (2, "")
    assert says in err
    assert not (room / "x.json").exists()
    assert (room / "there.json").read_text() == "mine"


def test_force_writes_over(run: Run, room: Path) -> None:
    (room / "there.json").write_text("my own")
    assert run("assign", "ketamine", "-o", "there.json", "--force")[0] == 0
    assert "my own" not in (room / "there.json").read_text()


def test_a_folder_that_is_not_there_is_said(run: Run) -> None:
    code, _, err = run("assign", "ketamine", "-o", "gone/x.json")
    assert (code, err) == (2, "There is no folder gone: make it first.\n")


def test_there_is_nothing_to_hand_in(run: Run) -> None:
    assert run("hand-in") == (0, "", "There is nothing to hand in.\n")


def test_what_waits_is_handed_in_once_the_folder_is_there(run: Run, room: Path) -> None:
    numbers(run, "--hand-in-to", "results")
    taken("Ada", 1)
    code, out, err = run("hand-in")
    assert code == 1
    assert out == f"waits  Ada  How honey bees live  {room}/results is not there\n"
    assert "To hand in elsewhere: quiz hand-in --to FOLDER" in err
    (room / "results").mkdir()
    for _ in "ab":
        code, out, err = run("hand-in")
        assert (code, err) == (0, "")
        assert out == f"handed in  Ada  How honey bees live  {room}/results/bees-Ada.json\n"
    assert len(list((room / "results").iterdir())) == 1


def test_what_waits_is_handed_in_elsewhere(run: Run, room: Path) -> None:
    numbers(run, "--hand-in-to", "results")
    taken("Ada", 1)
    taken("Bob", 1)
    (room / "stick").mkdir()
    assert run("hand-in", "--to", "stick", "--learner", "BOB")[0] == 0
    assert [path.name for path in (room / "stick").iterdir()] == ["bees-Bob.json"]
    code, out, _ = run("hand-in", "--json")
    assert code == 1
    states = [(one["learner"], one["state"], one["why"]) for one in json.loads(out)]
    assert states == [
        ("Ada", "waits", f"{room}/results is not there"),
        ("Bob", "handed in", None),
    ]


def test_what_is_unfinished_is_handed_in_when_asked_for(run: Run, room: Path) -> None:
    numbers(run)
    taken("Ada", 1, finished=False)
    code, out, err = run("hand-in", "exercise.json")
    assert code == 0
    assert "unfinished  Ada  How honey bees live  1 of " in out
    assert "quiz hand-in FILE --unfinished" in err
    assert run("hand-in", "--unfinished")[0] == 2
    code, out, _ = run("hand-in", "exercise.json", "--unfinished")
    assert code == 0
    assert out == f"handed in  Ada  How honey bees live  {room}/bees-Ada.json\n"
    result = result_from((room / "bees-Ada.json").read_bytes())
    assert len(result.replies) == 1 < len(result.asked)


def test_only_an_exercise_is_handed_in(run: Run, room: Path) -> None:
    code, _, err = run("hand-in", str(BEES))
    assert code == 2
    assert "is a quiz, and not an exercise" in err
    (room / "broken.json").write_text('{"format": "quiz assignment", "schema": 1,')
    code, _, err = run("hand-in", "broken.json")
    assert code == 3
    assert "broken.json: line 1, column 43: the file is cut off or damaged" in err


def test_forgetting_says_what_was_not_handed_in(run: Run) -> None:
    numbers(run, "--hand-in-to", "results")
    taken("Ada", 1)
    code, _, err = run("forget", "bees")
    assert code == 1
    assert "1 exercise that is not handed in yet" in err
    assert run("forget", "bees", "--yes") == (0, "", "Deleted: 1 answer.\n")


@pytest.mark.parametrize("which", ["assignment", "result"])
def test_the_schemas_are_those_of_the_files(run: Run, room: Path, which: str) -> None:
    code, out, _ = run("schema", f"--{which}")
    assert code == 0
    wanted = json.loads(out)
    assert wanted == getattr(schema, which)()
    jsonschema.Draft202012Validator.check_schema(wanted)
    numbers(run, "--until", "2999-01-01", "--instructions", "Go.")
    taken("Ada", 2)
    name = "exercise.json" if which == "assignment" else "bees-Ada.json"
    jsonschema.validate(json.loads((room / name).read_text()), wanted)
    assert all(said(wanted))


def said(node: object) -> list[str]:
    """Return every description in a schema."""
    match node:
        case dict():
            own = [node["description"]] if isinstance(node.get("description"), str) else []
            return [*own, *(text for one in node.values() for text in said(one))]
        case list():
            return [text for one in node for text in said(one)]
    return []
