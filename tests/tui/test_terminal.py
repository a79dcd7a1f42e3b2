"""The application in a real terminal: what comes from it, and that it ends with it."""

import sys
import time
from pathlib import Path

from tests.support.files import BEES
from tests.support.terminal import CTRL_Q, QUIZ, Terminal

LEADER = """
import pathlib, signal, subprocess, sys
signal.signal(signal.SIGHUP, lambda *_: None)
program = subprocess.Popen([sys.executable, "-m", "quiz", "play", "ketamine"])
code = program.wait()
pathlib.Path(sys.argv[1]).write_text(str(code))
"""


def test_the_program_ends_with_its_terminal_though_another_is_told(tmp_path: Path) -> None:
    ended = tmp_path / "ended"
    leader = Terminal(sys.executable, "-c", LEADER, str(ended))
    leader.wait_for(" Begin")
    leader.hang_up()
    end = time.monotonic() + 60
    while not (ended.exists() and ended.read_text()) and time.monotonic() < end:
        time.sleep(0.05)
    assert ended.read_text() == "129"


NO_KEYS = {
    "Latin-1": b"\xe9",
    "no UTF-8": bytes(range(0x80, 0x100)),
    "half a character": b"\xe2\x80",
    "a key that is no character": b"\x1b[1114112;1u",
    "a key that is half a character": b"\x1b[55296;1u",
    "a size that is not the terminal's": b"\x1b[48;99999;99999;1;1t",
    "no size at all": b"\x1b[48;0;0;0;0t",
    "a mouse far away": b"\x1b[<0;99999999;99999999M",
    "a paste of no UTF-8": b"\x1b[200~caf\xe9\x1b[201~",
    "a paste that is cut off": b"\x1b[200~caf",
}


def test_it_goes_on_whatever_bytes_come() -> None:
    terminal = Terminal(*QUIZ, "play", str(BEES), "--kind=short", "--no-passage")
    terminal.wait_for("1 of 1")
    for noise in NO_KEYS.values():
        terminal.child.send(noise)
        time.sleep(0.02)  # each in a read of its own
    time.sleep(1.5)  # until the paste counts as over
    terminal.child.send(b"caf\xe9s")
    terminal.wait_for("caf\ufffds")
    terminal.type(CTRL_Q)
    assert terminal.end() == 0
    assert terminal.is_as_found()
