"""Whether the terminal takes what is written: one that is stopped or out of reach does not."""

import sys
from select import select


def is_stopped() -> bool:
    """Return whether writing to the terminal now would hold up the whole program.

    So does a line over a network that is down, or a window in which something is being marked.
    """
    terminal = sys.__stderr__  # where Textual writes
    if terminal is None:
        return False
    try:
        return not select([], [terminal], [], 0)[1]
    except (OSError, ValueError):  # it is closed; or this is Windows, which can't be asked
        return False
