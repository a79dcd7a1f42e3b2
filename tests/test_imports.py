"""What a command brings into memory: what is heavy only where it is needed."""

import ast
import subprocess
import sys
from pathlib import Path

import quiz

SCREEN = {"textual", "rich"}
READING = {"pydantic", "yaml"}
RARE = {"defusedxml", "genanki", "jsonschema", "markdown_it", "typst"}
_RUN = """
import sys
from quiz.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("modules:", *sys.modules)
"""


HEAVY = [
    (("list",), SCREEN | RARE),  # it reads the quiz, which the others find in its cache
    (("-h",), SCREEN | READING | RARE),
    (("due",), SCREEN | READING | RARE),
    (("history",), SCREEN | READING | RARE),
    (("check", "ketamine"), SCREEN | RARE),
    (("play", "ketamine", "--plain"), SCREEN | READING | RARE),
    (("host", "ketamine", "--no-screen", "--topic=none"), SCREEN | READING | RARE),
]

MOST = 40
"""So many imports stand inside functions: those of what is heavy, and needed by few."""


def test_a_command_imports_no_more_than_it_needs() -> None:
    for argv, heavy in HEAVY:
        command = [sys.executable, "-c", _RUN, *argv]
        said = subprocess.check_output(command, stdin=subprocess.DEVNULL, text=True)
        loaded = set(said.rpartition("modules: ")[2].split())
        assert "quiz" in loaded, argv
        assert not loaded & heavy, argv


def test_few_imports_stand_inside_functions() -> None:
    trees = [ast.parse(file.read_text()) for file in Path(quiz.__file__).parent.rglob("*.py")]
    functions = [
        node
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    inside = [
        node
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert len(inside) <= MOST
