"""Waiting for a line at a terminal, so that an interrupt is heard whenever it comes."""

from __future__ import annotations

import os
import select
import signal
import termios
from io import UnsupportedOperation
from typing import TextIO


def wait_for_line(terminal: TextIO) -> None:
    """Wait until there is something to read; what a signal does, it does at once.

    Reading alone sleeps through a signal that comes just before: Python looks for one, and only
    then asks the system to read. A pipe that signals write to wakes it up.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed, now or since Python looked the last time.
    """
    try:
        typed = terminal.fileno()
        line_by_line = termios.tcgetattr(typed)[3] & termios.ICANON
    except (UnsupportedOperation, termios.error):  # no terminal of the system's
        return
    if not line_by_line:  # lines that were typed ahead are with Python already, unseen from here
        return
    signalled, theirs = os.pipe()
    os.set_blocking(theirs, False)
    before = signal.set_wakeup_fd(theirs, warn_on_full_buffer=False)
    try:
        while typed not in select.select([typed, signalled], [], [])[0]:
            os.read(signalled, 64)
    finally:
        signal.set_wakeup_fd(before)
        os.close(signalled)
        os.close(theirs)
