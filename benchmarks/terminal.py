"""A program in a pseudo-terminal: how long until words stand on its screen, and what it takes."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

PATIENCE = 120
"""Seconds after which words are given up."""
SIZE = (24, 80)
"""Rows and columns."""


class Silent(Exception):
    """Words did not come."""


class Program:
    """A program that runs in a terminal of its own, from its start to its end by a kill."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self._command = command
        self._env = env
        self._seen = b""
        self._ended = False

    def __enter__(self) -> Self:
        """Start the program."""
        self.started = perf_counter()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            os.execve(self._command[0], list(self._command), dict(self._env))
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program."""
        if not self._ended:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def until(self, *words: str) -> float:
        """Return the time at which one of the words came, since the last ones that were waited for.

        Raises:
            Silent: none of them came.
        """
        wanted = [word.encode() for word in words]
        end = perf_counter() + PATIENCE
        while not any(word in self._seen for word in wanted):
            self._read(end, words)
        now = perf_counter()
        self._seen = b""
        return now

    def anything(self) -> float:
        """Return the time at which the program next writes something."""
        self._seen = b""
        self._read(perf_counter() + PATIENCE, ("anything",))
        return perf_counter()

    def quiet(self, seconds: float = 0.25) -> None:
        """Wait until nothing was written for a while, but not for ever: a cursor may blink."""
        end = perf_counter() + 8 * seconds
        while perf_counter() < end and select.select([self._terminal], [], [], seconds)[0]:
            self._read(end + PATIENCE, ("silence",))
        self._seen = b""

    def press(self, keys: str) -> float:
        """Type keys, and return the time."""
        now = perf_counter()
        os.write(self._terminal, keys.encode())
        return now

    def wait(self) -> None:
        """Wait until the program has ended by itself."""
        with suppress(Silent):
            while True:
                self._read(perf_counter() + PATIENCE, ("the end",))
        os.waitpid(self._pid, 0)
        self._ended = True

    def memory(self) -> int:
        """Return the bytes that are in memory for this program alone, with its share of others."""
        rollup = Path(f"/proc/{self._pid}/smaps_rollup").read_text(encoding="ascii")
        found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
        assert found
        return int(found[1]) * 1024

    def _read(self, end: float, words: Sequence[str]) -> None:
        left = end - perf_counter()
        data = b""
        if left > 0 and select.select([self._terminal], [], [], left)[0]:
            with suppress(OSError):  # the program has ended
                data = os.read(self._terminal, 1 << 16)
        if not data:
            tail = self._seen[-2000:].decode(errors="replace")
            raise Silent(f"{' '.join(self._command)}: no {' or '.join(words)} in {tail!r}")
        self._seen += data
