"""Waiting for a line."""

import os
import pty
import select
import signal
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

import pytest

from quiz.plain.waiting import wait_for_line

pytestmark = pytest.mark.skipif(os.name != "posix", reason="terminals are those of POSIX")

Terminal = tuple[TextIO, Callable[[str], int]]
"""A terminal to read from, and what types at it."""
Ready = tuple[list[int], list[int], list[int]]
OPEN = Path("/proc/self/fd")


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs) as stdin:
        yield stdin, lambda text: os.write(ours, text.encode())
    os.close(ours)


def before_each_wait(patch: pytest.MonkeyPatch, do: Callable[[], object]) -> None:
    """Do something after Python has looked for signals, and before the system waits."""
    wait = select.select

    def late(reads: list[int], writes: list[int], errors: list[int]) -> Ready:
        do()
        ready = wait(reads, writes, errors, 60)
        assert any(ready), "slept through it"
        return ready

    patch.setattr(select, "select", late)


def test_what_was_typed_is_there(terminal: Terminal) -> None:
    stdin, type_ = terminal
    type_("one\ntwo\n")
    for line in ("one\n", "two\n"):
        wait_for_line(stdin)
        assert stdin.readline() == line


def test_lines_typed_ahead_are_not_waited_for(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_each_wait(monkeypatch, lambda: None)
    stdin, type_ = terminal
    modes = termios.tcgetattr(stdin)
    modes[3] &= ~termios.ICANON
    termios.tcsetattr(stdin, termios.TCSANOW, modes)
    type_("one\ntwo\n")
    for line in ("one\n", "two\n"):
        wait_for_line(stdin)
        assert stdin.readline() == line


def test_a_signal_just_before_is_not_slept_through(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin, type_ = terminal
    waits = 0

    def signal_then_type() -> None:
        nonlocal waits
        waits += 1
        signal.raise_signal(signal.SIGUSR1) if waits == 1 else type_("on\n")

    before_each_wait(monkeypatch, signal_then_type)
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    try:
        wait_for_line(stdin)
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert waits == 2


def test_an_interrupt_ends_the_wait(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    before_each_wait(monkeypatch, lambda: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        wait_for_line(terminal[0])


@pytest.mark.skipif(not OPEN.is_dir(), reason="nothing lists the open files")
def test_nothing_is_left_open(terminal: Terminal) -> None:
    stdin, type_ = terminal
    type_("one\n")
    files = len(list(OPEN.iterdir()))
    wait_for_line(stdin)
    assert len(list(OPEN.iterdir())) == files
    assert signal.set_wakeup_fd(-1) == -1
