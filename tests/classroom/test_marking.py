"""Taking in sheets with the real program, killed in the middle."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.assignment.submission_data import from_bytes
from tests.classroom.room import Room


def test_what_was_typed_outlives_a_kill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words = ["mark", "ketamine", "--kind", "choice", "--count", "3", "-o", "results"]
    pipe = subprocess.PIPE
    argv = [sys.executable, "-m", "quiz", *words]
    with subprocess.Popen(argv, stdin=pipe, stdout=pipe) as program:
        assert program.stdin
        assert program.stdout
        for line in ("7b", "a", "b"):
            hear(program.stdout.fileno())
            program.stdin.write(f"{line}\n".encode())
            program.stdin.flush()
        hear(program.stdout.fileno())
        program.kill()
    assert [path.name[0] for path in Path("results").iterdir()] == ["."]
    said_then = Room(monkeypatch).run(*words, lines=["7B", "c", ""])
    assert "7B goes on." in said_then
    (result,) = Path("results").iterdir()
    found = from_bytes(result.read_bytes())
    assert len(found.replies) == 3
    assert "7b, version A: 1 a; 2 b; 3 c" in " ".join(said_then.split())


def hear(stream: int) -> None:
    """Read up to a prompt: what was typed before it is kept then."""
    said = b""
    while not said.endswith(b" > "):
        more = os.read(stream, 4096)
        assert more, said
        said += more
