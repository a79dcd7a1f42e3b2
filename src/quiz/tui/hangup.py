"""The end of the terminal: the program ends with it, whoever was told of it."""

import os
import select
import sys
from threading import Thread

HUNG_UP = 129
"""The exit code, as after the signal of a hang-up."""


def watch_hangup() -> None:
    """End the program once its terminal is gone.

    The signal goes to the first program of a terminal. One that waits for us, as make does, does
    not hand it on, and reading from a terminal that is gone never ends. All answers are on disk.
    """
    if hasattr(select, "poll"):
        Thread(target=_wait, args=(sys.stdin.fileno(),), daemon=True, name="hang-up").start()


def _wait(terminal: int) -> None:
    poll = select.poll()
    poll.register(terminal, 0)  # nothing but its end
    poll.poll()
    os._exit(HUNG_UP)
