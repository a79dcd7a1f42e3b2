"""What reaches a terminal, byte by byte, whatever quizzes, names, folders and files hold."""

import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from quiz.cli import main
from quiz.model.text import first_forbidden
from quiz.quizfile.shelf import own
from quiz.store.records import SubmissionRecord
from quiz.store.store import NAME, Store
from tests.commandlines import every, missing
from tests.store.conftest import START, answered, attempt
from tests.tui.hostile import CONTROLS, UNSEEN

ROOT = Path(__file__).parents[1]
BEES = ROOT / "tests" / "tui" / "quizzes" / "bees.yaml"
EVIL = "".join((*CONTROLS, UNSEEN)).replace("\0", "") + "OWNED"
"""All that terminals obey or hide, and a word by which it is found again."""
NAME_OF_FILE = EVIL.replace("/", "")[:60] + "OWNED"


Run = Callable[..., bytes]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command, and gives back all that it writes."""

    def call(argv: Sequence[str], typed: str = "1\n" * 60) -> bytes:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            code = main(argv)
        except SystemExit as left:
            code = int(left.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        assert code in {0, 1, 2, 3}, argv
        assert b"fault of its own" not in err, (argv, err)
        return out + err

    return call


def is_clean(output: bytes) -> bool:
    """Return whether bytes are text that no terminal obeys, and that shows what it holds."""
    return all(first_forbidden(line) is None for line in output.decode().split("\n"))


def everything(run: Run, quiz: Path, folder: Path) -> bytes:
    """Run every command, and return all that they write; each must be clean."""
    lines, outputs = every(quiz, folder), []
    assert not missing(lines)
    for argv in lines:
        outputs.append(run(argv))
        assert is_clean(outputs[-1]), (argv, outputs[-1][:500])
    return b"".join(outputs)


def test_the_words_of_this_test_are_hostile() -> None:
    assert not is_clean(EVIL.encode())
    assert not is_clean(NAME_OF_FILE.encode())
    assert "\x1b]0;" in EVIL
    assert is_clean("漢字 e\u0301 👩‍⚕️\n".encode())


def test_from_the_names_of_files_and_folders(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folders of the environment, a quiz and what stands beside it have such names."""
    home = tmp_path / NAME_OF_FILE
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    shelf = home / "data" / "quiz" / "quizzes"
    shelf.mkdir(parents=True)
    quiz = shelf / f"{NAME_OF_FILE}.yaml"
    quiz.write_bytes(BEES.read_bytes())
    (shelf / f"broken {NAME_OF_FILE}.yaml").write_text(f"a: {EVIL}\n")
    assert everything(run, quiz, home).count(b"OWNED") > 20


def test_from_a_quiz(run: Run, tmp_path: Path) -> None:
    """Raw or as escapes, in any place of a file that can't be read then."""
    raw, escaped = tmp_path / "raw.yaml", tmp_path / "escaped.yaml"
    text = BEES.read_text()
    raw.write_text(text.replace("bees", f"bees {EVIL} "))
    quoted = "".join(f"\\U{ord(letter):08x}" for letter in EVIL)
    escaped.write_text(f'"{quoted}": "{quoted}"\nid: "{quoted}"\ntopics: {{"{quoted}": "a"}}\n')
    for quiz in (raw, escaped):
        for argv in (["play", str(quiz)], ["check", str(quiz)], ["print", str(quiz), "-o", "-"]):
            said = run(argv)
            assert is_clean(said), argv
            assert b"hidden character" in said or b"OWNED" in said


def test_from_the_command_line(run: Run, tmp_path: Path) -> None:
    for argv in every(BEES, tmp_path):
        for at in range(1, len(argv) + 1):
            said = run([*argv[:at], EVIL, *argv[at + 1 :]], typed="")
            assert is_clean(said), argv


def test_from_what_is_typed(run: Run) -> None:
    said = run(["play", str(BEES), "--plain"], typed=f"{EVIL}\n1 {EVIL}\n:{EVIL}\n" * 30)
    assert is_clean(said)
    assert b"OWNED" in said


@pytest.mark.parametrize(
    "env",
    [
        {"TERM": EVIL},
        {"COLUMNS": EVIL, "LINES": EVIL},
        {"LANG": "en_US.UTF-8" + EVIL, "LC_ALL": EVIL},
        {"NO_COLOR": EVIL, "QUIZ_PLAIN": EVIL},
        {"TMPDIR": EVIL, "XDG_RUNTIME_DIR": EVIL},
        {"USER": EVIL, "LOGNAME": EVIL},
    ],
    ids=" ".join,
)
def test_from_the_environment(
    env: Mapping[str, str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    for argv in (["list"], ["play", str(BEES), "--plain"], ["history"], ["frobnicate"]):
        assert is_clean(run(argv)), argv


def test_from_the_history(run: Run, home: Path, tmp_path: Path) -> None:
    """Every text in the database: ids, titles, paths, answers, learners and folders."""
    folder = home / "data" / "quiz"
    submission = SubmissionRecord(attempt="s2", stem="a", text="{}", folder=tmp_path)
    taken = answered(attempt("s1", path=BEES), 0)
    exercise = attempt("s2", assignment="a" * 16, learner="Ada", ended=START, submission=submission)
    with closing(Store(folder, lambda: START)) as store:
        store.save(taken)
        store.save(exercise)
    with closing(sqlite3.connect(folder / NAME)) as connection:
        for table, column in _texts(connection):
            if column in {"path", "folder"}:
                value = (json.dumps(EVIL),)
                connection.execute(f"UPDATE {table} SET {column} = ?", value)
            else:
                connection.execute(f"UPDATE {table} SET {column} = ? || {column}", (EVIL,))
        connection.commit()
    said = everything(run, BEES, tmp_path)
    assert said.count(b"OWNED") > 3


def _texts(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the columns that hold words of a user or of a quiz."""
    columns = {"id", "attempt", "quiz", "title", "question", "learner", "stem", "path", "folder"}
    return [
        (table, str(column[1]))
        for table in ("attempt", "response", "memory", "submission")
        for column in connection.execute(f"PRAGMA table_info({table})")
        if column[1] in columns
    ]


def test_from_the_settings(run: Run, home: Path) -> None:
    path = home / "config" / "quiz" / "settings.toml"
    path.parent.mkdir(parents=True)
    quoted = "".join(f"\\U{ord(letter):08x}" for letter in EVIL)
    for text in (f'"{quoted}" = 1\n', f'theme = "{quoted}"\n', EVIL, f"[{EVIL}]\n"):
        path.write_text(text)
        assert is_clean(run(["list"])), text


def test_from_the_log_of_a_crash(home: Path) -> None:
    """What a log says is clean too: it may be shown with `cat`."""
    script = (
        "import sys, quiz.service as d, quiz.cli\n"
        f"def fail(*_): raise RuntimeError({EVIL!r})\n"
        "d.Service.shelf = fail\nsys.argv = ['quiz', 'list']\nquiz.cli.run()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == 1
    (log,) = home.rglob("crash.log")
    assert b"OWNED" in log.read_bytes()
    assert is_clean(done.stderr + log.read_bytes())


def test_the_shelf_is_where_the_tests_put_it(home: Path) -> None:
    assert own().is_relative_to(home)
