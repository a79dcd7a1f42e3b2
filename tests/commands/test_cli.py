"""The command line: what it says, where, and with which exit code."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quiz import __version__
from quiz.commands import crash
from quiz.commands.play import is_plain
from quiz.model.labels import Skill
from quiz.model.question import Choice
from quiz.model.quiz import Quiz
from quiz.quizfile.shelf import own
from quiz.service import Service
from quiz.start import Start
from tests.commands.conftest import Run
from tests.support.terminal import QUIZ, Terminal

ROOT = Path(__file__).parents[2]


def test_version(run: Run) -> None:
    done = run("--version")
    assert (done.code, done.out) == (0, f"quiz {__version__}\n")


COMMANDS = [
    "play",
    "assign",
    "hand-in",
    "print",
    "mark",
    "report",
    "review",
    "list",
    "due",
    "history",
    "forget",
    "check",
    "schema",
]


@pytest.mark.parametrize("argv", [(), *((name,) for name in COMMANDS)])
def test_help_has_examples_before_all_else(argv: tuple[str, ...], run: Run) -> None:
    done = run(*argv, "-h")
    assert done.code == 0
    assert done.out.index("Examples:\n") < done.out.index("-h, --help")


@pytest.mark.parametrize("about", [(), *((name,) for name in COMMANDS)])
def test_the_word_help_helps_as_the_option_does(about: tuple[str, ...], run: Run) -> None:
    assert run("help", *about) == run(*about, "-h")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_of_a_mistyped_option_the_one_that_was_meant_is_told(
    command: tuple[str, ...], run: Run
) -> None:
    usage = run(*command, "-h").out.split("\n\n")[0]
    for option in re.findall(r"--[\w-]+", usage):
        done = run(*command, option[:3] + option[4:] + "=x")
        assert done.code == 2
        assert f"Did you mean {option}?" in done.err


@pytest.mark.parametrize(
    "line",
    [("review", "--kind"), ("report", "--verbose"), ("play", "--json"), ("check", "--seed")],
)
def test_nothing_is_guessed_where_nothing_is_near(line: tuple[str, str], run: Run) -> None:
    done = run(*line, "x")
    assert done.code == 2
    assert f"unrecognized arguments: {line[1]}" in done.err
    assert "Did you mean" not in done.err


WRONG = [
    (("plya",), "Did you mean play?"),
    (("hlep",), "Did you mean help?"),
    (("help", "plya"), "Did you mean play?"),
    (("help", "ketamine"), "there is no command called ketamine."),
    (("play", "--mode", "tset"), "Did you mean test?"),
    (("play", "--skill", "acess"), "Did you mean access?"),
    (("play", "--kind", "choise"), "Did you mean choice?"),
    (("print", "ketamine", "-o", "x", "--kind", "nubmer"), "Did you mean number?"),
    (("assign", "ketamine", "-o", "x", "--mode", "practise"), "Did you mean practice?"),
    (("assign", "ketamine", "--ouput", "x"), "Did you mean --output?"),
    (("report", "results", "--form", "prre"), "Did you mean pre?"),
    (("check", "--format", "jsn"), "Did you mean json?"),
    (("play", "ketamine", "--topic", "usess"), "Did you mean uses?"),
    (("plays",), "Did you mean play?"),
    (("--plain", "histroy", "--json"), "Did you mean history?"),
    (("ketamin",), "Did you mean ketamine?"),
    (("play", "--mode", "exam"), "exam"),
    (("play", "--skill", "run"), "understand"),
    (("play", "--kind", "essay"), "teach-back"),
    (("play", "--count", "0"), "1 or more"),
    (("play", "--count", "-3"), "count"),
    (("play", "--seed", "x"), "whole number"),
    (("play", "--seed", "9" * 5_000), "whole number"),
    (("play", "--resume", "--new"), "not allowed with"),
    (("play", "--coun", "3"), "Did you mean --count?"),
    (("play", "ketamin"), "Did you mean ketamine?"),
    (("play", "nothing-like-it"), "There is no quiz called nothing-like-it."),
    (("play", "ketamine", "--topic", "uses", "--topic", "dogs"), "dogs. Topics: uses, "),
    (("play", "ketamine", "--topic", "stigma", "--kind", "number"), "fits what you asked for"),
    (("review", "ketamin"), "ketamine"),
    (("history", "ketamin"), "ketamine"),
    (("forget",), "QUIZ"),
    *(((name, ""), "an argument is empty") for name in COMMANDS),
    (("report", "results", "--quiz="), "an argument is empty"),
    (("play", "ketamine", "--topic", ""), "an argument is empty"),
    (("hand-in", "--to", ""), "an argument is empty"),
    (("",), "an argument is empty"),
    (("forget", "ketamine", "--all"), "--all"),
    (("forget", "ketamin", "--yes"), "ketamine"),
    (("history", "--json", "--csv"), "not allowed with"),
]


@pytest.mark.parametrize(("argv", "says"), WRONG)
def test_wrong_usage(argv: tuple[str, ...], says: str, run: Run) -> None:
    done = run(*argv)
    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_all_that_can_be_asked_for_reaches_the_door(run: Run, started: list[Start]) -> None:
    run(
        *("play", "ketamine", "--topic", "uses", "--topic", "risks", "--skill", "apply"),
        *("--kind", "choice", "--count", "3", "--seed", "5", "--mode", "test", "--certainty"),
        *("--form", "pre", "--no-passage", "--resume", "--plain"),
    )
    (start,) = started
    assert start.quiz
    assert (start.screen, start.quiz.id, start.seed, start.mode) == ("play", "ketamine", 5, "test")
    assert (start.form, start.skip_passage, start.resume) == ("pre", True, True)
    assert start.certainty is True
    assert start.wanted.topics == {"uses", "risks"}
    assert start.wanted.skills == {Skill.APPLY}
    assert start.wanted.kinds == {"choice"}
    assert start.wanted.count == 3


def test_a_review_can_ask_how_sure_one_is(run: Run, started: list[Start]) -> None:
    run("review", "ketamine", "--certainty", "--plain")
    (start,) = started
    assert start.quiz
    assert (start.quiz.id, start.certainty) == ("ketamine", True)


def test_what_is_not_said_is_left_open(run: Run, started: list[Start]) -> None:
    run("play", "ketamine")
    run("play", "ketamine", "--new")
    run("review", "--seed", "3")
    run()
    first, new, review, home = started
    assert (first.mode, first.certainty, first.resume, first.seed) == (None, None, None, None)
    assert new.resume is False
    assert (review.screen, review.quiz, review.seed) == ("review", None, 3)
    assert review.certainty is None
    assert (home.screen, home.quiz) == ("home", None)


def test_play_without_a_name_takes_the_only_quiz(run: Run, started: list[Start]) -> None:
    run("play")
    assert started[0].quiz


@pytest.mark.parametrize("before", [(), ("play",), ("--plain",)])
@pytest.mark.parametrize("name", ["ketamine", str(ROOT / "questions" / "ketamine.yaml")])
def test_a_name_or_a_file_is_played(
    before: tuple[str, ...], name: str, run: Run, started: list[Start]
) -> None:
    run(*before, name, "--seed", "5")
    assert started[0].quiz
    assert started[0].seed == 5


class Screen(io.StringIO):
    """A stream that says to be a terminal."""

    def isatty(self) -> bool:
        return True


PLAIN = [
    ({"TERM": "xterm"}, "", False),
    ({"TERM": "dumb"}, "", True),
    ({"TERM": ""}, "", True),
    ({}, "", True),
    ({"TERM": "xterm", "QUIZ_PLAIN": "1"}, "", True),
    ({"TERM": "xterm", "QUIZ_PLAIN": "0"}, "", False),
    ({"TERM": "xterm", "NO_COLOR": "1"}, "", False),
    ({"TERM": "xterm"}, "stdin", True),
    ({"TERM": "xterm"}, "stdout", True),
    ({"TERM": "xterm"}, "stderr", True),
]


@pytest.mark.parametrize(("environ", "piped", "plain"), PLAIN)
def test_when_it_asks_line_by_line(
    environ: dict[str, str], piped: str, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, io.StringIO() if name == piped else Screen())
    found = is_plain(environ)
    monkeypatch.undo()
    assert found is plain


def test_list(run: Run) -> None:
    done = run("list")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[1].startswith("ketamine ")


def test_list_as_json(run: Run) -> None:
    (listed,) = json.loads(run("list", "--json").out)
    assert (listed["name"], listed["id"], listed["readable"]) == ("ketamine", "ketamine", True)
    assert listed["questions"] >= 29
    assert "uses" in listed["topics"]


def test_a_quiz_that_cannot_be_read_is_listed(run: Run) -> None:
    bad_quiz()
    done = run("list")
    assert done.code == 0
    assert "(can't be read)" in done.out
    assert "quiz check" in done.err
    assert any(not listed["readable"] for listed in json.loads(run("list", "--json").out))


def bad_quiz(name: str = "bad") -> Path:
    """Put a file that is no quiz on the shelf."""
    own().mkdir(parents=True, exist_ok=True)
    path = own() / f"{name}.yaml"
    path.write_text("schema: 1\ntitle: [\n")
    return path


def test_check(run: Run, tmp_path: Path) -> None:
    path = bad_quiz()
    done = run("check", str(ROOT / "questions" / "ketamine.yaml"), str(path))
    assert done.code == 3
    assert f"{path}:" in done.out
    assert run("check", str(tmp_path / "none.yaml")).code == 3


def test_check_of_the_shelf(run: Run) -> None:
    assert run("check").code == 0
    bad_quiz()
    assert run("check").code == 3


def test_a_quiz_that_cannot_be_played(run: Run) -> None:
    path = bad_quiz()
    for name in ("bad", str(path)):
        done = run("play", name)
        assert (done.code, done.out) == (3, "")
        assert done.err.startswith(f"{path}:")


def test_schema(run: Run) -> None:
    done = run("schema")
    assert json.loads(done.out)["type"] == "object"
    assert (done.code, done.err) == (0, "")


def test_history(run: Run) -> None:
    empty = run("history")
    assert (empty.code, empty.out) == (0, "")
    assert "nothing here yet" in empty.err
    run("play", "ketamine", "--count", "2", "--kind", "choice", typed="1\n2\n")
    done = run("history", "ketamine")
    assert "2 of 2 answered" in done.out
    assert "Firmly known: 0 of " in done.out
    assert "quiz" in done.err
    assert done.out.startswith(run("history").out)
    assert done.out.count("not answered yet") == len(of_shelf().scored) - 2
    assert re.search(r"\?\n      (right|not quite)\n", done.out)
    answers = json.loads(run("history", "--json").out)
    assert [answer["quiz"] for answer in answers] == ["ketamine"] * 2
    quiz, rows = of_shelf(), list(csv.DictReader(io.StringIO(run("history", "--csv").out)))
    for row, answer in zip(rows, answers, strict=True):
        question = quiz.by_id[row["question"]]
        assert isinstance(question, Choice)
        (picked,) = answer["answer"]["options"]
        assert row["asked"] == question.ask
        assert row["answer"] == question.options[picked].text


def of_shelf() -> Quiz:
    return Service.at_home().library.open("ketamine")


def test_the_history_of_a_quiz_whose_file_is_gone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes((ROOT / "tests" / "quizzes" / "good" / "choice.yaml").read_bytes())
    run("play", str(path), typed="1\n")
    answers = json.loads(run("history", "--json").out)
    path.unlink()
    (row,) = csv.DictReader(io.StringIO(run("history", "--csv").out))
    picked = answers[0]["answer"]["options"][0]
    assert (row["asked"], row["answer"]) == ("", str(picked + 1))
    for argv in (("history",), ("history", answers[0]["quiz"])):
        done = run(*argv)
        assert (done.code, "nothing here" in done.err) == (0, False)
        assert "answered" in done.out
        assert "Its file is gone" in done.out


@pytest.mark.parametrize("argv", [(), ("--json",), ("--csv",)])
def test_the_history_of_a_quiz_that_was_never_taken(argv: tuple[str, ...], run: Run) -> None:
    done = run("history", "ketamine", *argv)
    assert done.code == 0
    assert "no quiz" not in done.err
    assert run("forget", "ketamine", "--yes").err == "Deleted: 0 answers.\n"


def test_due(run: Run) -> None:
    assert json.loads(run("due", "--json").out) == {"due": 0, "quizzes": []}
    assert run("due").err == "Nothing is due today.\n"
    run("play", "ketamine", "--count", "1", "--kind", "choice", typed="1\n")
    (found,) = json.loads(run("due", "--json").out)["quizzes"]
    assert (found["quiz"], found["due"]) == ("ketamine", 0)
    assert found["next"]


@pytest.mark.parametrize(
    ("argv", "typed", "left"),
    [
        (("ketamine", "--yes"), "", 0),
        (("--all", "--yes"), "", 0),
        (("ketamine",), "y\n", 0),
        (("ketamine",), "n\n", 1),
        (("ketamine",), "", 1),
    ],
)
def test_forget(argv: tuple[str, ...], typed: str, left: int, run: Run) -> None:
    run("play", "ketamine", "--count", "1", "--kind", "choice", typed="1\n")
    done = run("forget", *argv, typed=typed)
    assert (done.code, done.out) == (left, "")
    assert ("Deleted: 1 answer." in done.err) is (left == 0)
    assert len(json.loads(run("history", "--json").out)) == left


@pytest.mark.parametrize("argv", [("due",), ("history",), ("history", "--json"), ("due", "--json")])
def test_a_history_that_cannot_be_read(argv: tuple[str, ...], run: Run, home: Path) -> None:
    (home / "data").mkdir()
    (home / "data" / "quiz").write_text("no folder")
    done = run(*argv)
    assert (done.code, done.out) == (1, "")
    assert "can't be used now" in done.err


def test_a_damaged_history_is_told_of(run: Run, home: Path) -> None:
    (home / "data" / "quiz").mkdir(parents=True)
    (home / "data" / "quiz" / "answers.sqlite").write_text("no database at all" * 100)
    done = run("play", "ketamine", "--count", "1", typed="q\n")
    assert done.code == 0
    assert "set aside" in " ".join(done.out.split())


def break_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("\x1b[2Jboom")

    monkeypatch.setattr(Service, "shelf", fail)


def test_a_crash_is_told_in_words_and_logged(
    run: Run, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    break_it(monkeypatch)
    done = run("list")
    assert (done.code, done.out) == (1, "")
    assert "Traceback" not in done.err
    (log,) = home.rglob("crash.log")
    assert str(log) in done.err
    assert "RuntimeError: \ufffd[2Jboom" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_the_log_of_crashes_does_not_grow_for_ever(
    run: Run, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr(crash, "LARGEST", 2_000)
    break_it(monkeypatch)
    for _ in range(9):
        run("list")
    logs = list(home.rglob("crash.log*"))
    assert len(logs) == 2
    assert all(log.stat().st_size < 6_000 for log in logs)


def test_a_log_that_cannot_be_written(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    break_it(monkeypatch)
    done = run("list")
    assert done.code == 1
    assert "log could not be written" in done.err


def test_latin_terminals_are_written_to() -> None:
    environ = os.environ | {"PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "quiz", "play", "ketamine", "--count", "1"]
    typed = b"?e\ne\n\xff\xfe\n"
    done = subprocess.run(command, input=typed, capture_output=True, check=True, env=environ)
    assert done.stderr == b""
    assert done.stdout.isascii()


def test_a_dumb_terminal_is_asked_line_by_line() -> None:
    program = Terminal(*QUIZ, "play", "ketamine", "--count", "1", env={"TERM": "dumb"})
    program.wait_for("Enter goes to the first question")
    program.type("\n:q\nq\n")
    program.wait_for("Kept.")
    assert program.end() == 0
    assert b"\x1b" not in program.output


def test_an_output_that_is_full_is_said_in_words() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "quiz", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "What was to be written does not fit: there is no room left.\n"
