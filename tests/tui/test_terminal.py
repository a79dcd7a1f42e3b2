"""The application in a real terminal, with which it ends."""

import sys
import time
from pathlib import Path

from tests.support.terminal import Terminal

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
