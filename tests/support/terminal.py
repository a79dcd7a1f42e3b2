"""A program at a terminal of its own: typed at, listened to, ended."""

import io
import os
import re
import signal
import sys
import termios
from collections.abc import Mapping

import pexpect

from tests.support.files import ROOT

QUIZ = (sys.executable, "-m", "quiz")
ENTER, CTRL_C, CTRL_D, CTRL_Q, CTRL_Z = "\r", "\x03", "\x04", "\x11", "\x1a"
STYLES = r"(?:\x1b\[[0-9;]*m)*"
"""Styles may change between any two letters."""
SWITCHES = {
    b"\x1b[?1049h": b"\x1b[?1049l",  # the alternate screen
    b"\x1b[?25l": b"\x1b[?25h",  # the cursor
    b"\x1b[?1000h": b"\x1b[?1000l",  # the mouse
    b"\x1b[?2004h": b"\x1b[?2004l",  # pasting
}
"""What turns something of a terminal on or off, and what puts it back."""


class Terminal:
    """A program that runs at a terminal which echoes nothing: every byte that comes is its own."""

    def __init__(
        self, *command: str, size: tuple[int, int] = (80, 24), env: Mapping[str, str] = {}
    ) -> None:
        self._log = io.BytesIO()
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            list(command[1:]),
            cwd=str(ROOT),
            env={**os.environ, "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none", **env},
            dimensions=size[::-1],
            echo=False,
            timeout=60,
            preexec_fn=_heed_interrupts,
        )
        self.child.delaybeforesend = None
        self.child.logfile_read = self._log
        self._modes = termios.tcgetattr(self.child.fileno())

    @property
    def output(self) -> bytes:
        """All that it has written."""
        return self._log.getvalue()

    def type(self, keys: str) -> None:
        """Type keys."""
        self.child.send(keys)

    def wait_for(self, *words: str) -> str:
        """Wait for one of some words, after those that were waited for before; return which came.

        Raises:
            pexpect.ExceptionPexpect: none does.
        """
        wanted = [STYLES.join(map(re.escape, one)).encode() for one in words]
        return words[self.child.expect(list(wanted))]

    def settle(self) -> None:
        """Wait until it writes nothing more: a screen takes keys once it is painted."""
        while self.child.expect([".+", pexpect.TIMEOUT], timeout=0.2) == 0:
            pass

    def has_said(self, words: str) -> bool:
        """Return whether it has written words, wherever its lines were broken."""
        shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.output.decode())
        return re.sub(r"[\W_]", "", words) in re.sub(r"[\W_]", "", shown)

    def answer(self, keys: str, *steps: str) -> None:
        """Type keys, then wait for each of the words in turn."""
        self.type(keys)
        for words in steps:
            self.wait_for(words)

    def end(self, number: signal.Signals | None = None) -> int:
        """Wait until it ends, by a signal if one is given, and return how; negative if by one."""
        if number:
            self.child.kill(number)
        self.child.expect(pexpect.EOF)
        self.child.wait()
        return self._code()

    def hang_up(self) -> int:
        """Take the terminal away, and return how the program ended."""
        self.child.ptyproc.fileobj.close()  # type: ignore[attr-defined]  # its own `close` kills
        self.child.wait()
        return self._code()

    def _code(self) -> int:
        signalled, left = self.child.signalstatus, self.child.exitstatus
        return -signalled if signalled is not None else int(left or 0)

    def is_as_found(self) -> bool:
        """Return whether the program, which has ended, left the terminal as it found it."""
        undone = (self.output.rfind(off) >= self.output.rfind(on) for on, off in SWITCHES.items())
        return termios.tcgetattr(self.child.fileno()) == self._modes and all(undone)


def _heed_interrupts() -> None:
    """Undo what a shell does to programs in the background, such as those that run the tests."""
    for number in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
