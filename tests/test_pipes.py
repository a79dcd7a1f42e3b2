"""Whoever stops reading, or does not read at all, gets no complaint and no wrong code."""

import shlex
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tests.commandlines import every, missing

BEES = Path(__file__).parent / "tui" / "quizzes" / "bees.yaml"


def start(argv: Sequence[str]) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "quiz", *argv]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)


def test_output_that_is_closed_early(tmp_path: Path) -> None:
    """As into `head`: it is read no further, and ends without a word about it."""
    lines = every(BEES, tmp_path)
    assert not missing(lines)
    for number, argv in enumerate(lines):
        running = start(argv)
        assert running.stdin
        assert running.stdout
        assert running.stderr
        with suppress(BrokenPipeError):
            running.stdin.write(b"1\n" * 200)
            running.stdin.flush()
        running.stdout.read(20 * (number % 2))
        running.stdout.close()
        with suppress(BrokenPipeError):
            running.stdin.close()
        said = running.stderr.read().decode()
        running.stderr.close()
        assert "Traceback" not in said, (argv, said)
        assert "roken pipe" not in said, (argv, said)
        assert "fault" not in said, (argv, said)
        assert running.wait(60) in {0, 1}, (argv, said)


def test_no_output_at_all(tmp_path: Path) -> None:
    """As with `>&-`: what can't be said is not said, and nothing breaks."""
    for argv in every(BEES, tmp_path):
        words = " ".join(shlex.quote(word) for word in (sys.executable, "-m", "quiz", *argv))
        done = subprocess.run(
            ["sh", "-c", f"exec {words} >&- 2>&-"], input=b"1\n" * 200, check=False
        )
        assert done.returncode in {0, 1}, argv
