"""The quiz as a process at a pseudo-terminal: typed at, listened to, killed."""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
BEES = ROOT / "tests" / "tui" / "quizzes" / "bees.yaml"
"""A quiz with a question of every kind."""
COLUMNS, LINES = 80, 24
"""The size of the terminal."""
PATIENCE = 60
"""Seconds after which a program is given up."""
_PROMPT = re.compile(rb"> (  )*\Z")
"""Two spaces ask for more of an explanation."""
_SWITCHES = (
    (b"\x1b[?1049h", b"\x1b[?1049l"),  # the alternate screen
    (b"\x1b[?25l", b"\x1b[?25h"),  # the cursor
    (b"\x1b[?1000h", b"\x1b[?1000l"),  # the mouse
    (b"\x1b[?2004h", b"\x1b[?2004l"),  # pasting
)
"""What turns something of a terminal on or off, and what puts it back."""
_BETWEEN = rb"(?:\x1b\[[0-9;]*m)*"
"""Styles may change between any two letters."""


class Program:
    """The quiz at a terminal that echoes nothing: every byte that comes is the program's."""

    def __init__(self, ours: int, modes: list[object], pid: int, nursery: int) -> None:
        self.pid = pid
        """Its process."""
        self.output = b""
        """All that it has written."""
        self._ours = ours
        self._modes = modes
        self._modes_after: object = None
        self._nursery = nursery
        self._seen = self._before = 0
        self._marked = 0

    def type(self, text: str) -> None:
        """Type at the terminal."""
        os.write(self._ours, text.encode())

    def hear(self, patience: float = PATIENCE) -> bytes:
        """Wait for more, and return it; nothing once the program has ended."""
        assert select.select([self._ours], [], [], patience)[0], f"silent after {self.last}"
        try:
            heard = os.read(self._ours, 65536)
        except OSError:  # nobody holds the other side any more
            return b""
        self.output += heard
        return heard

    def mark(self) -> None:
        """Note that what comes from here on is what it says now."""
        self._marked = len(self.output)

    @property
    def said(self) -> str:
        """What it has written since the mark."""
        return self.output[self._marked :].decode(errors="replace")

    def hear_prompt(self) -> None:
        """Wait until it asks for a line, or ends."""
        while not _PROMPT.search(self.output[-40:]) and self.hear():
            pass

    def tell(self, line: str) -> None:
        """Type a line, and wait until it asks for another, or ends."""
        self.type(f"{line}\n")
        self.hear()
        self.hear_prompt()

    def hear_words(self, words: str) -> None:
        """Wait for words that come after those that were waited for before.

        Raises:
            AssertionError: they don't.
        """
        self._before = self._seen
        self.hear_too(words)

    def hear_too(self, words: str) -> None:
        """Wait for words that come with those that were waited for just now, before or after them.

        Raises:
            AssertionError: they don't.
        """
        end = time.monotonic() + PATIENCE
        wanted = re.compile(_BETWEEN.join(re.escape(letter.encode()) for letter in words))
        while not (found := wanted.search(self.output, self._before)):
            left = max(end - time.monotonic(), 0)
            assert select.select([self._ours], [], [], left)[0], f"no {words!r} after {self.last}"
            assert self.hear(), f"ended without {words!r} after {self.last}"
        self._seen = max(self._seen, found.end())

    @property
    def last(self) -> str:
        """The last of what it has written, without the styles."""
        return re.sub(_BETWEEN, b"", self.output[-3000:]).decode(errors="replace")

    @property
    def running(self) -> bool:
        """Whether nobody has waited for its end yet."""
        return self._ours >= 0

    def signal(self, number: signal.Signals) -> int:
        """Send a signal, if it still runs, and return how it ended."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)
        return self.end()

    def hang_up(self) -> int:
        """Close the terminal, and return how the program ended."""
        os.close(self._ours)
        self._ours = -1
        return self._status()

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size; the program is told of it."""
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def hold_terminal(self) -> None:
        """Hold the program, once it has ended, to having left the terminal as it found it.

        Raises:
            AssertionError: it didn't.
        """
        assert self._modes_after == self._modes, "keys are taken in another way"
        for on, off in _SWITCHES:
            assert self.output.rfind(off) >= self.output.rfind(on), (on, off, self.output[-300:])

    def end(self) -> int:
        """Listen until the program ends, and return how; negative after a signal."""
        while self.hear():
            pass
        status = self._status()
        self._modes_after = termios.tcgetattr(self._ours)
        os.close(self._ours)
        self._ours = -1
        return status

    def _status(self) -> int:
        pid, status = _line(self._nursery)
        assert pid == self.pid
        return status


class Nursery:
    """Starts the quiz in no time, one after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kill.nursery", str(BEES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            cwd=ROOT,
        )
        self._last: Program | None = None

    def start(self, *argv: str, harm: Sequence[str] = ()) -> Program:
        """Start the quiz at a terminal of its own, in the environment of this test.

        The harm names a function of `tests.kill.harm`, and what it is given.
        """
        self._end_last()
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        modes = termios.tcgetattr(theirs)
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(theirs, termios.TCSANOW, modes)
        found = termios.tcgetattr(ours)  # while nobody else is there to change it
        env = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        wish = {"argv": argv, "env": env, "terminal": os.ttyname(theirs)}
        wish["harm"] = harm
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{json.dumps(wish)}\n".encode())
        (pid,) = _line(self._process.stdout.fileno())
        os.close(theirs)
        self._last = Program(ours, found, pid, self._process.stdout.fileno())
        return self._last

    def close(self) -> None:
        """Let the nursery end."""
        self._end_last()
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _end_last(self) -> None:
        """End a program that a test has left behind."""
        if self._last and self._last.running:
            self._last.signal(signal.SIGKILL)


def _line(nursery: int) -> list[int]:
    """Return the next thing that the nursery says."""
    said = b""
    while not said.endswith(b"\n"):
        assert select.select([nursery], [], [], PATIENCE)[0], "the program doesn't end"
        byte = os.read(nursery, 1)
        assert byte, "the nursery has ended"
        said += byte
    numbers: list[int] = json.loads(said)
    return numbers
