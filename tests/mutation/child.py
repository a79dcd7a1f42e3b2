"""Work in a process of its own, which can't hang or eat the machine."""

import os
import resource
import signal
from collections.abc import Callable
from contextlib import suppress

MOST_MEMORY = 4 << 30


def in_a_child(work: Callable[[], int], seconds: int) -> int:
    """Return what the work returned; 1 if it failed, and less than 0 if it was ended.

    It is ended after so many seconds of computing, or a minute and five times as many by the clock.
    """
    pid = os.fork()
    if not pid:
        code = 1
        with suppress(BaseException):
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            signal.alarm(60 + 5 * seconds)
            code = work()
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
