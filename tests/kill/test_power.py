"""Cut off from power, nothing answered is lost."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT, SIGKILL

import pytest

from tests.kill.kept import on_disk
from tests.kill.numbers import Numbers


def test_a_copy_of_the_files_has_every_answer(numbers: Numbers, data: Path, tmp_path: Path) -> None:
    program = numbers.begin()
    assert on_disk(data, numbers.quiz, tmp_path) == numbers.after(0)
    for place in range(6):
        program.tell(str(place % 2 + 1))
        found = on_disk(data, numbers.quiz, tmp_path)
        assert len(found.given) == place + 1
        program.tell("")
        assert on_disk(data, numbers.quiz, tmp_path) == numbers.after(place + 1)
    assert numbers.end(program) == 0


@contextmanager
def watching(pid: int, trace: Path) -> Iterator[None]:
    """Write down the calls to the system that a process makes."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    calls = "trace=read,write,fsync,fdatasync"
    command = ["strace", "-f", "-e", calls, "-o", str(trace), "-p", str(pid)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr
        if "attached" not in strace.stderr.readline():
            pytest.skip("this process may not be watched")
        yield
        strace.send_signal(SIGINT)


def test_an_answer_is_synced_before_anything_is_said_to_it(
    numbers: Numbers, tmp_path: Path
) -> None:
    """Only the calls to the system show that: the log is on the disk before the first word."""
    program, trace = numbers.begin(), tmp_path / "trace"
    with watching(program.pid, trace):
        program.tell("1")
    program.signal(SIGKILL)
    until, said, _ = trace.read_text().partition("write(1,")
    assert said
    assert re.search(r"f(data)?sync.* = 0", until), until
