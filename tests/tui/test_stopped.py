"""A terminal that takes nothing more is known, before the program waits for it."""

import os
import sys
from contextlib import suppress

import pytest

from quiz.tui.stopped import is_stopped


def test_a_terminal_that_nobody_reads_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    reads, writes = os.openpty()
    os.set_blocking(reads, False)
    with os.fdopen(writes, "w") as terminal:
        monkeypatch.setattr(sys, "__stderr__", terminal)
        assert not is_stopped()
        os.set_blocking(writes, False)
        with suppress(BlockingIOError):
            while os.write(writes, b"x" * 256):
                pass
        assert is_stopped()
        with suppress(BlockingIOError):
            while os.read(reads, 4096):
                pass
        assert not is_stopped()
    os.close(reads)


def test_without_a_terminal_nothing_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", None)
    assert not is_stopped()
