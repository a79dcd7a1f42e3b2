"""A clock that jumps back a year in the middle of an attempt costs nothing, and confuses nobody."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.kill.numbers import SEED, Numbers, history

PRELOADED = ("/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime")
LIBRARY = next(
    (str(path) for folder in PRELOADED for path in Path(folder).glob("libfaketime.so.1")), None
)
SHIM = """
import datetime as real, os, sys
from pathlib import Path

right = real.datetime

class datetime(right):
    @classmethod
    def now(cls, tz=None):
        days = int(Path(os.environ["JUMP"]).read_text())
        return right.now(tz) + real.timedelta(days=days)

real.datetime = datetime
from quiz.cli import run
sys.argv = ["quiz", *sys.argv[1:]]
run()
"""
"""Runs the program with a clock that a file sets."""

Begin = Callable[[], tuple[list[str], dict[str, str]]]


def to(days: int, jump: Path) -> None:
    """Set the clock for both."""
    jump.write_text(str(days))
    jump.with_suffix(".faketime").write_text(f"{days * 86400:+d}")


@pytest.fixture(params=["shim", "libfaketime"])
def clocked(request: pytest.FixtureRequest, tmp_path: Path) -> Begin:
    jump = tmp_path / "jump"
    to(0, jump)
    if request.param == "shim":
        return lambda: ([sys.executable, "-c", SHIM], {"JUMP": str(jump)})
    if LIBRARY is None:
        pytest.skip("libfaketime is not installed")
    env = {
        "LD_PRELOAD": LIBRARY,
        "FAKETIME_TIMESTAMP_FILE": str(jump.with_suffix(".faketime")),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    return lambda: ([sys.executable, "-m", "quiz"], env)


def test_the_clock_jumps_back_a_year(clocked: Begin, numbers: Numbers, tmp_path: Path) -> None:
    command, env = clocked()

    def quiz(*argv: str) -> "subprocess.Popen[str]":
        pipe = subprocess.PIPE
        return subprocess.Popen(
            [*command, *argv],
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            text=True,
            env={**os.environ, **env},
        )

    argv = ("play", str(numbers.path), "--plain", "--no-passage")
    first = quiz(*argv, f"--seed={SEED}")
    assert first.stdin
    assert first.stdout
    for place in range(4):
        if place == 2:
            to(-365, tmp_path / "jump")
        first.stdin.write(f"{place % 2 + 1}\n")
        first.stdin.flush()
        while "Look at line" not in (line := first.stdout.readline()):
            assert line, first.communicate()
    first.kill()
    first.communicate()

    out, err = quiz(*argv, "--resume").communicate("1\n2\n")
    assert err == ""
    assert "Question 5 of 6" in out, out
    answers, said = history()
    assert said == ""
    assert [one["question"] for one in answers] == [name for name, _ in numbers.answers(6)]
    moments = [datetime.fromisoformat(one["at"]) for one in answers]
    assert moments[1] - moments[2] > timedelta(days=360)
    assert moments[5] < datetime.now(UTC) - timedelta(days=360)

    to(0, tmp_path / "jump")
    due, err = quiz("due", "--json").communicate()
    assert err == ""
    assert json.loads(due)["due"] > 0  # what was seen a year ago is due by now
    out, _ = quiz("history", "numbers").communicate()
    assert "6 of 6 answered" in out
