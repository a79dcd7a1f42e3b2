"""What a command brings into memory: what is heavy only where it is needed."""

import subprocess
import sys

SCREEN = {"textual", "rich"}
READING = {"pydantic", "yaml"}
RARE = {"genanki", "jsonschema", "typst"}
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


def test_a_command_imports_no_more_than_it_needs() -> None:
    for argv, heavy in HEAVY:
        command = [sys.executable, "-c", _RUN, *argv]
        said = subprocess.check_output(command, stdin=subprocess.DEVNULL, text=True)
        loaded = set(said.rpartition("modules: ")[2].split())
        assert "quiz" in loaded, argv
        assert not loaded & heavy, argv
