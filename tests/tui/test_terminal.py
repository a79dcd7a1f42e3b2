"""The application in a real terminal, which it leaves as it found it."""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

from tests.tui.pseudo_terminal import PATIENCE, Run, run_in_terminal


def left_as_found(run: Run) -> None:
    """Hold a run to leaving the terminal as it was."""
    output = run.output
    assert b"\x1b[?1049h" in output
    for on, off in (
        (b"\x1b[?1049h", b"\x1b[?1049l"),  # the alternate screen
        (b"\x1b[?25l", b"\x1b[?25h"),  # the cursor
        (b"\x1b[?1000h", b"\x1b[?1000l"),  # the mouse
        (b"\x1b[?2004h", b"\x1b[?2004l"),  # pasting
    ):
        assert output.rfind(off) > output.rfind(on), (on, off)
    assert run.modes_kept


def test_to_the_first_question_and_away(home: Path) -> None:
    steps = [
        (b" Begin", b"\r"),
        (b"Read first", b"\r"),
        (b"1 of ", b"\x11"),
    ]
    run = run_in_terminal([sys.executable, "-m", "quiz", "play", "ketamine", "--seed", "3"], steps)
    assert run.code == 0
    left_as_found(run)
    kept = list(home.rglob("*.db*")) + list(home.rglob("*.sqlite*"))
    assert kept


def test_a_crash_is_told_and_leaves_the_terminal(home: Path) -> None:
    run = run_in_terminal([sys.executable, "-m", "tests.tui.driver", "crash"], [(b" Begin", b"\r")])
    assert run.code not in {0, 2}
    left_as_found(run)
    after = run.output[run.output.rindex(b"\x1b[?1049l") :].decode()
    assert "because of a fault of its own (RuntimeError)" in after
    assert "Traceback" not in after
    assert "How honey bees live" not in after
    (log,) = home.rglob("crash.log")
    assert "broken on purpose" in log.read_text()


_LEADER = """
import pathlib, signal, subprocess, sys
signal.signal(signal.SIGHUP, lambda *_: None)
program = subprocess.Popen([sys.executable, "-m", "quiz", "play", "ketamine"])
code = program.wait()
pathlib.Path(sys.argv[1]).write_text(str(code))
"""


def test_the_program_ends_with_its_terminal_though_another_is_told(tmp_path: Path) -> None:
    ended = tmp_path / "ended"
    leader, terminal = pty.fork()
    if not leader:
        os.execv(sys.executable, [sys.executable, "-c", _LEADER, str(ended)])
    try:
        shown = b""
        while b" Begin" not in shown:
            assert select.select([terminal], [], [], PATIENCE)[0], shown[-3000:]
            shown += os.read(terminal, 65536)
        os.close(terminal)
        end = time.monotonic() + PATIENCE
        while not ended.exists() and time.monotonic() < end:
            time.sleep(0.05)
        assert ended.read_text() == "129"
    finally:
        os.killpg(leader, signal.SIGKILL)
        os.waitpid(leader, 0)
