"""Killed at any moment, an attempt goes on where it stood, and nothing answered is lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quiz.service import Service
from tests.service.driver import state
from tests.service.sample import rivers

KILLS = 60


class Program:
    """The driver: each run is a process of its own, ended by SIGKILL."""

    def __init__(self, folder: Path) -> None:
        here = Path(__file__)
        self._process = subprocess.Popen(
            [sys.executable, str(here.with_name("driver.py")), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join([*filter(None, sys.path), str(here.parents[2])]),
            },
        )

    def run(self, seed: int, after: int, delay: float) -> Iterator[tuple[str, Any]]:
        """Run once and yield all it says; kill it a moment after it has kept so many steps."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{seed}\n")
        self._process.stdin.flush()
        pid, kept = 0, 0
        for line in self._process.stdout:
            word, said = line.split(" ", 1)
            if word == "over":
                return
            if word == "pid":
                pid = int(said)
            else:
                yield word, json.loads(said)
            kept += word == "kept"
            if pid and kept == after:
                time.sleep(delay)
                os.kill(pid, signal.SIGKILL)
                pid = 0

    def close(self) -> None:
        """Let the program end."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def on_disk(folder: Path) -> list[Any] | None:
    """Return the state of the attempt that another program would go on with."""
    with closing(Service(folder)) as service:
        attempt = service.attempts.unfinished(rivers())
        return as_said(state(attempt.id, attempt.session)) if attempt else None


def as_said(said: object) -> list[Any]:
    """Return a state as it is once it went through JSON."""
    through: list[Any] = json.loads(json.dumps(said))
    return through


def answers_in(said: list[Any]) -> dict[tuple[str, str], float]:
    key, asked, fractions, *_ = said
    pairs = zip(asked, fractions, strict=True)
    return {(key, id_): fraction for (id_, *_), fraction in pairs if fraction is not None}


def fits(found: list[Any] | None, kept: list[Any] | None, tried: list[Any] | None) -> bool:
    """Return whether what is on disk was kept, or was being kept when the program was killed."""
    if found in (kept, tried):
        return True
    if found is None:
        return tried is not None and finished(tried)
    return (kept is None or finished(kept)) and not answers_in(found)  # just begun


def finished(said: list[Any]) -> bool:
    return bool(said[4][4])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
def test_nothing_answered_is_lost_however_often_it_is_killed(tmp_path: Path) -> None:
    folder, rng = tmp_path / "data", Random(20)
    answers: dict[tuple[str, str], float] = {}
    kept: list[Any] | None = None
    with closing(Program(folder)) as program:
        for number in range(KILLS):
            tried = kept
            for word, tried in program.run(number, rng.randrange(8), rng.random() * 0.004):
                if word == "kept":
                    kept = tried
                    answers |= answers_in(kept)
            found = on_disk(folder)
            assert fits(found, kept, tried), (number, kept, tried, found)
            kept = found
    with closing(Service(folder)) as service:
        there = {(a.attempt, a.question): a.fraction for a in service.history.answers()}
    assert len(answers) > KILLS // 2
    assert answers.items() <= there.items()
