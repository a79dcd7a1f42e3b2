"""A program in a terminal of its own: what it writes, how it ends, how it leaves the terminal."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds after which a program is given up."""


@dataclass(frozen=True)
class Run:
    """A program that has ended."""

    output: bytes
    """All that it wrote to the terminal."""
    code: int
    """How it ended."""
    modes_kept: bool
    """Whether the terminal's line discipline is as it was."""


def run_in_terminal(
    command: Sequence[str],
    steps: Sequence[tuple[bytes, bytes]] = (),
    size: tuple[int, int] = (80, 24),
    env: Mapping[str, str] = {},
) -> Run:
    """Run a program in a terminal; each step waits for words, then types.

    Raises:
        AssertionError: it doesn't end, or words don't come.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    modes = termios.tcgetattr(theirs)
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **env},
        start_new_session=True,
    )
    try:
        output = _talk(ours, process, list(steps))
        return Run(output, process.wait(PATIENCE), termios.tcgetattr(theirs) == modes)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
        os.close(theirs)


def _talk(ours: int, process: "subprocess.Popen[bytes]", steps: list[tuple[bytes, bytes]]) -> bytes:
    output, seen, end = b"", 0, time.monotonic() + PATIENCE
    while True:
        ended = process.poll() is not None
        if select.select([ours], [], [], 0.05)[0]:
            output += os.read(ours, 65536)
        elif ended:
            assert not steps, f"{steps[0]} never came:\n{output[-3000:]!r}"
            return output
        while steps and steps[0][0] in output[seen:]:
            seen = output.index(steps[0][0], seen) + len(steps[0][0])
            os.write(ours, steps.pop(0)[1])
        assert time.monotonic() < end, f"waited for {steps[:1]}:\n{output[-3000:]!r}"
