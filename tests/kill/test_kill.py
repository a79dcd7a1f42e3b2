"""Killed at any moment, nothing that was explained is lost, and the quiz goes on where it stood."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from signal import SIGINT, SIGKILL

import pytest

from tests.kill.conftest import COUNT, Lines, Screen, given, history
from tests.support.terminal import Terminal


@pytest.mark.parametrize(("learner", "latest"), [(Lines, 0.02), (Screen, 0.1)])
def test_nothing_answered_is_lost(learner: type[Lines], latest: float, path: Path) -> None:
    """Killed at each question, a moment after the answer was given or once it is explained."""
    rng, done = Random(3), 0
    while done < COUNT - 1:
        running = learner(path, *["--resume"] * (done > 0))
        running.takes_up(done)
        running.give(done)
        if heard := rng.random() < 0.5:
            running.hear()
        else:
            time.sleep(rng.random() * latest)
        assert running.terminal.end(SIGKILL) == -SIGKILL
        found, said = history()
        assert said == ""
        assert found in ([given(done + 1)] if heard else [given(done), given(done + 1)])
        done = len(found)
    running = learner(path, "--resume")
    running.takes_up(done)
    running.give(done)
    running.hear()
    running.go_on()
    assert running.leave() == 0
    assert history() == (given(COUNT), "")


@contextmanager
def watching(program: Terminal, trace: Path) -> Iterator[None]:
    """Write down the calls to the system that a process makes."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    calls = "trace=read,write,fsync,fdatasync"
    command = ["strace", "-f", "-e", calls, "-o", str(trace), "-p", str(program.child.pid)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr
        if "attached" not in strace.stderr.readline():
            pytest.skip("this process may not be watched")
        yield
        strace.send_signal(SIGINT)


def test_an_answer_is_synced_before_anything_is_said_to_it(path: Path, tmp_path: Path) -> None:
    """Only the calls to the system show that: the log is on the disk before the first word."""
    running, trace = Lines(path), tmp_path / "trace"
    running.stands_at(0)
    with watching(running.terminal, trace):
        running.give(0)
        running.hear()
    running.terminal.end(SIGKILL)
    until, said, _ = trace.read_text().partition("write(1,")
    assert said
    assert re.search(r"f(data)?sync.* = 0", until), until
