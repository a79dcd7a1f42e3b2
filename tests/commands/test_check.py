import json
import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from quiz import files
from quiz.assignment import file
from quiz.check.rules import RULES
from quiz.commands.output import FINE, FOUND, UNREADABLE, USAGE, wants_colour
from tests.check.build import choice, text
from tests.commands.conftest import Run

FINE_ONE = text({"difficulty": "easy"})
WARNED = text(choice("Which is NOT so?", "A walk", "Sun", "Care"))
NOTED = text({"kind": "short", "accept": ["anesthetic", "numbing drug"]})
WRONG = text(choice("Which is so?", "A walk", "All of these", "Care"))


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return that it is."""
        return True


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a good quiz, a weak one, a wrong one and a broken one."""
    for name, data in {
        "fine": FINE_ONE,
        "warned": WARNED,
        "noted": NOTED,
        "wrong": WRONG,
        "broken": "schema: 9",
    }.items():
        (tmp_path / f"{name}.yaml").write_text(data, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(run: Run) -> Check:
    """Return what runs the command: gives back its exit code, what it found and messages."""

    def call(*words: str) -> tuple[int, str, str]:
        done = run("check", *words)
        return done.code, done.out, done.err

    return call


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["fine.yaml"], FINE),
        (["warned.yaml"], FINE),
        (["warned.yaml", "--strict"], FOUND),
        (["fine.yaml", "--strict"], FINE),
        (["noted.yaml", "--strict"], FINE),
        (["wrong.yaml"], FOUND),
        (["wrong.yaml", "--ignore", "all-of-the-above"], FINE),
        (["wrong.yaml", "--select", "long-key,negative-stem"], FINE),
        (["broken.yaml"], UNREADABLE),
        (["wrong.yaml", "broken.yaml", "fine.yaml"], UNREADABLE),
        (["missing.yaml"], UNREADABLE),
        (["no/such-quiz", "wrong.yaml"], UNREADABLE),
        (["missing/", "wrong.yaml"], UNREADABLE),
        (["no-such-quiz"], USAGE),
        (["fine.yaml", "--select", "no-such-rule"], USAGE),
        (["fine.yaml", "--min-coverage", "90"], FOUND),
        (["fine.yaml", "--min-coverage", "1"], FINE),
        (["fine.yaml", "--html", "no/such/folder.html"], FOUND),
        (["--explain", "long-key"], FINE),
        (["--explain", "long-keys"], USAGE),
        (["--explain"], FINE),
    ],
)
def test_exit_codes(check: Check, words: list[str], code: int) -> None:
    assert check(*words)[0] == code


@pytest.mark.usefixtures("folder")
def test_every_file_is_looked_at_though_one_can_not_be_read(check: Check) -> None:
    code, out, _ = check("broken.yaml", "wrong.yaml", "warned.yaml")
    assert code == UNREADABLE
    assert "broken.yaml:1:" in out
    assert "all-of-the-above error" in out
    assert "negative-stem warning" in out
    assert out.endswith(
        "1 error, 1 warning in 2 files with 2 questions. 1 file could not be read.\n"
    )


@pytest.mark.parametrize(
    ("calls_itself", "said"),
    [
        (file.ASSIGNMENT, "name the quiz it was made of"),
        (file.RESULT, "`quiz report` reads it"),
        (file.RETURNED, "`quiz play` shows it"),
        (file.REGRADING, "`quiz regrade` lists it"),
        (file.REPORT, "this is a report of a class"),
    ],
)
def test_of_a_file_of_a_class_it_is_said_what_it_is(
    check: Check, run: Run, tmp_path: Path, calls_itself: str, said: str
) -> None:
    path = tmp_path / "a.json"
    path.write_text(file.written(calls_itself, {}))
    code, out, _ = check(str(path))
    assert code == UNREADABLE
    problem, _ = out.splitlines()
    assert said in problem
    opened = run("print", str(path), "-o", str(tmp_path / "a.html"))
    assert opened.code == UNREADABLE
    assert said in opened.err


def test_a_folder_is_looked_through(check: Check, folder: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    (inner / "deep.yml").write_text(WRONG, encoding="utf-8")
    (inner / "notes.txt").write_text("none", encoding="utf-8")
    (inner / ".hidden.yaml").write_text("none", encoding="utf-8")
    data = json.loads(check(str(folder), "--format", "json")[1])
    names = [Path(each["file"]).name for each in data["files"]]
    assert names == [
        "broken.yaml",
        "fine.yaml",
        "noted.yaml",
        "warned.yaml",
        "wrong.yaml",
        "deep.yml",
    ]
    assert check(str(folder), str(folder / "fine.yaml"), "--format", "json")[1].count('"read"') == 6


def test_a_folder_without_end_is_looked_through_up_to_a_bound_and_that_is_said(
    check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST", 3)
    code, out, _ = check(str(folder))
    assert code == UNREADABLE
    assert f"{folder}:1:1: only the first 3 files and folders in it were looked at" in out
    assert "noted.yaml" in out
    assert "warned.yaml" not in out


def test_a_folder_without_a_quiz_is_a_slip(check: Check, tmp_path: Path) -> None:
    code, _, err = check(str(tmp_path))
    assert code == USAGE
    assert "There is no quiz file in" in err


def test_without_a_file_the_shelf_is_looked_at(check: Check) -> None:
    code, out, _ = check("--format", "json")
    assert code == FINE
    assert [Path(each["file"]).name for each in json.loads(out)["files"]] == ["ketamine.yaml"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("form", ["text", "json"])
def test_every_format_names_the_rule_and_its_place(check: Check, form: str) -> None:
    out = check("wrong.yaml", "--format", form)[1]
    assert "all-of-the-above" in out
    if form == "json":
        json.loads(out)


@pytest.mark.usefixtures("folder")
def test_coverage_tables_and_page(check: Check) -> None:
    os.mkfifo("page.html")  # which nobody reads
    code, out, _ = check("fine.yaml", "--coverage", "--tables", "--html", "page.html")
    assert code == FINE
    assert "[-] It is a dissociative drug." in out
    assert "picks the longest option" in out
    assert "<!DOCTYPE html>" in Path("page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["fine.yaml", "fine", "-"])
def test_a_page_is_never_written_over_a_quiz(check: Check, name: str, folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    code, out, err = check("fine.yaml", "--html", name)
    assert (code, out) == (USAGE, "")
    assert "ends in .html" in err
    assert (folder / "fine.yaml").read_text(encoding="utf-8") == FINE_ONE
    assert sorted(path.name for path in folder.iterdir()) == before


def test_explanations(check: Check) -> None:
    assert check("--explain", "long-key")[1] == RULES["long-key"].page
    assert check("--explain")[1].count("\n") == len(RULES)
    assert "Did you mean long-key?" in check("--explain", "long-keys")[2]


@pytest.mark.usefixtures("folder")
def test_colour_is_for_terminals(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in check("wrong.yaml")[1]
    monkeypatch.setattr("sys.stdout", terminal := Terminal())
    check("wrong.yaml")
    assert "\x1b[" in terminal.getvalue()


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({"TERM": "xterm"}, True),
        ({}, True),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_who_wants_colour(environ: dict[str, str], wanted: bool) -> None:
    assert wants_colour(Terminal(), environ) is wanted
    assert not wants_colour(StringIO(), environ)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("share", ["101", "-1", "many", "nan"])
def test_a_share_is_a_number_of_hundred(check: Check, share: str) -> None:
    assert check("fine.yaml", "--min-coverage", share)[0] == USAGE


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("text", " answer-beyond-evidence note “numbing drug” "),
        ("json", '"level": "note"'),
    ],
)
def test_a_note_is_said_in_every_format_and_fails_nothing(
    check: Check, form: str, said: str
) -> None:
    code, out, _ = check("noted.yaml", "--strict", "--format", form)
    assert code == FINE
    assert said in out


FOLDED = """\
schema: 1
id: folded
title: Tea
topics: {tea: Tea}
passage:
  title: Tea
  source: Ours
  text: |
    Tea is hot. Nobody knows
    who found it.
questions:
- {id: a, kind: short, topic: tea, skill: access, difficulty: easy, ask: How is tea? Type one word.,
   evidence: Tea is hot, accept: [hot], explain: So.}
"""


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("text", "folded.yaml:9:17: low-coverage error"),
        (
            "json",
            '"column": 17,\n          "end_line": 10,\n          "end_column": 18',
        ),
    ],
)
def test_a_place_has_its_end_where_the_words_are_known(check: Check, form: str, said: str) -> None:
    Path("folded.yaml").write_text(FOLDED, encoding="utf-8")
    words = ["--select", "low-coverage", "--min-coverage", "100", "--format", form]
    code, out, _ = check("folded.yaml", *words)
    assert code == FOUND
    assert said in out
