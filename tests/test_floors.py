"""The floors of the house, and what each command brings into memory."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_every_floor_looks_down_alone() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


HEAVY = {
    *("textual", "rich", "pydantic", "yaml", "sqlite3", "fsrs", "rapidfuzz", "sentencex"),
    *("jsonschema", "importlib.metadata", "asyncio"),
}
TABLE = [
    (("--version",), "", set()),
    (("-h",), "", set()),
    (("play", "-h"), "", set()),
    (("play", "--mode", "x"), "", set()),
    (("hand-in",), "", {"sqlite3"}),
    (("mark", "ketamine"), "", {"pydantic", "yaml", "sqlite3", "sentencex"}),
    (
        ("report", ".", "--quiz", "ketamine"),
        "",
        {"pydantic", "yaml", "sqlite3", "sentencex"},
    ),
    (("list",), "", {"pydantic", "yaml", "sqlite3", "sentencex"}),
    (("due",), "", {"sqlite3"}),
    (("history",), "", {"sqlite3"}),
    (
        ("play", "ketamine", "--kind", "choice", "--count", "1"),
        "",
        {"pydantic", "yaml", "sqlite3", "sentencex"},
    ),
    (
        ("play", "ketamine", "--kind", "choice", "--count", "1"),
        "1\n",
        {"pydantic", "yaml", "sqlite3", "sentencex", "fsrs"},
    ),
]
_RUN = """
import sys
from quiz.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("modules:", *sys.modules)
"""


@pytest.mark.parametrize(("argv", "typed", "allowed"), TABLE)
def test_a_command_imports_no_more_than_it_needs(
    argv: tuple[str, ...], typed: str, allowed: set[str]
) -> None:
    command = [sys.executable, "-c", _RUN, *argv]
    done = subprocess.run(command, input=typed, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("modules: ")[2].split())
    assert loaded & HEAVY <= allowed


def test_the_package_itself_imports_nothing() -> None:
    code = "import sys; before = set(sys.modules); import quiz; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["quiz"]
