"""Put aside with Ctrl-Z and brought back with `fg`, in a shell: the terminal is as it should be."""

import os
import shutil
import sys

import pytest

from tests.kill.numbers import SEED, Numbers, history
from tests.tui.pseudo_terminal import run_in_terminal

SHELL = """
import fcntl, os, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp("sh", ["sh", "-i"])
"""
"""Makes the terminal the one of the session, so that the shell can put programs aside."""

pytestmark = pytest.mark.skipif(
    not shutil.which("sh") or os.name != "posix", reason="no shell that puts programs aside"
)


def in_shell(numbers: Numbers, *words: str, steps: list[tuple[bytes, bytes]]) -> bytes:
    """Type a command into a shell, then do the steps, and return what was written."""
    command = f"{sys.executable} -m quiz play {numbers.path} --seed {SEED} {' '.join(words)}\r"
    run = run_in_terminal(
        [sys.executable, "-c", SHELL],
        [(b"$> ", command.encode()), *steps, (b"$> ", b"exit\r")],
        env={"PS1": "$> ", "ENV": "", "TEXTUAL_ANIMATIONS": "none"},
    )
    assert run.code == 0, run.output[-1000:]
    assert run.modes_kept
    return run.output


def test_the_application_is_put_aside_and_comes_back(numbers: Numbers) -> None:
    steps = [
        (b"1 of ", b"1\r"),
        (b"Look at line", b"\x1a"),
        (b"$> ", b"stty -a; echo AS''IDE; fg\r"),
        (b"ASIDE", b""),
        (b"Look at line", b"\r"),
        (b"2 of ", b"\x11"),
    ]
    output = in_shell(numbers, "--no-passage", steps=steps)
    aside = output[output.index(b"\x1b[?1049l") : output.index(b"ASIDE")]
    assert b" echo " in aside  # the shell's own line discipline, not `-echo`
    assert b"\x1b[?1000h" not in aside
    assert output.count(b"\x1b[?1049h") == output.count(b"\x1b[?1049l") == 2
    assert len(history()[0]) == 1


def test_the_line_door_is_put_aside_and_comes_back(numbers: Numbers) -> None:
    steps = [
        (b"> ", b"1\r"),
        (b"Look at line", b""),
        (b"> ", b"\x1a"),
        (b"$> ", b"echo AS''IDE; fg\r"),
        (b"ASIDE", b"\r"),
        (b"2 of 6", b":q\r"),
        (b"Kept", b""),
    ]
    in_shell(numbers, "--no-passage", "--plain", steps=steps)
    assert len(history()[0]) == 1
