"""Whoever stops reading, or does not read at all, gets no complaint and no wrong code."""

import shlex
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.files import BEES

LINES = [
    ("list",),
    ("schema",),
    ("check", str(BEES), "--coverage", "--tables"),
    ("play", str(BEES), "--plain"),
]


def start(argv: Sequence[str]) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "quiz", *argv]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)


def test_output_that_is_closed_early() -> None:
    """As into `head`: it is read no further, and ends without a word about it."""
    for number, argv in enumerate(LINES):
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


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(closed: str) -> None:
    """What can't be said is not said, what can't be read is empty, and nothing breaks."""
    for argv in (LINES[0], LINES[-1]):
        words = " ".join(shlex.quote(word) for word in (sys.executable, "-m", "quiz", *argv))
        done = subprocess.run(
            ["sh", "-c", f"exec {words} {closed}"],
            input=None if "<" in closed else b"1\n" * 200,
            capture_output=True,
            check=False,
        )
        assert done.returncode in {0, 1}, argv
        assert b"fault of its own" not in done.stderr, (argv, done.stderr)
        assert b"Traceback" not in done.stderr + done.stdout, argv


def test_no_file_gets_the_number_of_a_stream_that_is_closed(tmp_path: Path) -> None:
    script = (
        "import os, quiz.cli\n"
        "def show(argv):\n"
        f"    with open({str(tmp_path / 'said')!r}, 'w') as file: file.write(str(file.fileno()))\n"
        "    return 0\n"
        "quiz.cli.main = show\n"
        "quiz.cli.run()\n"
    )
    words = shlex.join([sys.executable, "-c", script])
    subprocess.run(["sh", "-c", f"exec {words} <&- >&- 2>&-"], check=True)
    assert int((tmp_path / "said").read_text()) > 2
