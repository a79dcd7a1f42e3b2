"""Streams that are closed, full, of the wrong kind or in no plain encoding."""

import os
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


FULL = "What was to be written does not fit: there is no room left.\n"
UNUSABLE = "The standard input or output can't be used: Bad file descriptor.\n"
UTF_16 = "The encoding utf-16 holds no plain text. Set PYTHONIOENCODING to utf-8.\n"
PLAIN = f"play {BEES} --plain"


@pytest.mark.parametrize(
    ("argv", "around", "code", "says"),
    [
        ("--help", "{} >/dev/full", 1, FULL),
        ("--version", "{} >/dev/full", 1, FULL),
        ("--version", "PYTHONUNBUFFERED=1 {} >/dev/full", 1, FULL),
        ("--version", "{} >&-", 0, ""),
        ("--version", "{} 1</dev/null", 1, UNUSABLE),
        ("plax", "{} 2>/dev/full", 1, ""),
        (PLAIN, "{} 0>/dev/null", 1, UNUSABLE),
        (PLAIN, "PYTHONIOENCODING=utf-16 {}", 2, UTF_16),
        ("--version", "PYTHONIOENCODING=idna {}", 2, UTF_16.replace("utf-16", "idna")),
    ],
)
def test_streams_that_can_not_be_used(argv: str, around: str, code: int, says: str) -> None:
    """It is said in words, with the code of what went wrong: nothing here is a fault of ours."""
    line = around.format(f"{sys.executable} -m quiz {argv}")
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (code, says)


def test_help_that_nobody_reads() -> None:
    line = f"({sys.executable} -m quiz --help; echo $? >&2) | true"
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert done.stderr.decode() == "0\n"


def test_an_input_that_another_program_left_without_waiting() -> None:
    read, write = os.pipe()
    os.set_blocking(read, False)
    command = [sys.executable, "-m", "quiz", *LINES[-1]]
    running = subprocess.Popen(command, stdin=read, stdout=subprocess.PIPE)
    os.close(read)
    assert running.stdout
    seen = b""
    while not seen.endswith(b"\n> "):
        seen += running.stdout.read(1)
    os.write(write, b":q\n")
    os.close(write)
    assert b":q" in running.communicate()[0]


def test_too_few_files(home: Path) -> None:
    """Python itself needs some; with so few, what is opened last is missing."""
    line = f"ulimit -n 6; exec {sys.executable} -m quiz history"
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert done.returncode in {0, 1}
    assert b"fault of its own" not in done.stderr
    assert not (home / "state" / "quiz" / "log").exists()
