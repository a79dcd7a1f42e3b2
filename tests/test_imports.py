"""What a command brings into memory: what is heavy only where it is needed."""

import subprocess
import sys

import pytest

SCREEN = {"textual", "rich"}
READING = {"pydantic", "yaml"}
RARE = {"jsonschema", "typst"}
_RUN = """
import sys
from quiz.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("modules:", *sys.modules)
"""


@pytest.mark.parametrize(
    ("argv", "heavy"),
    [
        (("-h",), SCREEN | READING | RARE),
        (("due",), SCREEN | READING | RARE),
        (("history",), SCREEN | READING | RARE),
        (("check", "ketamine"), SCREEN | RARE),
        (("play", "ketamine", "--plain"), SCREEN | READING | RARE),
    ],
)
def test_a_command_imports_no_more_than_it_needs(argv: tuple[str, ...], heavy: set[str]) -> None:
    command = [sys.executable, "-c", _RUN]
    for words in (["list"], argv):  # a quiz that was read once need not be read again
        done = subprocess.run(
            [*command, *words], input="", capture_output=True, text=True, check=True
        )
    loaded = set(done.stdout.rpartition("modules: ")[2].split())
    assert "quiz" in loaded
    assert not loaded & heavy
