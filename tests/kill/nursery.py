"""A program that becomes the quiz, once for each line it reads: it has everything imported.

Each time it forks, and the child runs `quiz.cli.run` with a terminal of its own as its controlling
terminal: a process and a terminal as real as any, without the half second of importing.

It reads `{"argv": [...], "env": {...}, "terminal": "/dev/pts/1", "harm": [...]}` and says `[PID]`,
then, when that process has ended, `[PID, STATUS]`; the status is negative after a signal. The harm
names a function in `tests.kill.harm`, and what it is given; it is done before the program runs.
"""

import fcntl
import json
import os
import sys
import termios
from pathlib import Path

import fsrs  # noqa: F401  before the forks, as all that follows

import quiz.plain.app
import quiz.store.journal
import quiz.tui.app  # noqa: F401
from quiz.cli import run
from quiz.quizfile.reader import read
from tests.kill import harm


def become(argv: list[str], env: dict[str, str], terminal: int, wish: list[str]) -> None:
    """Run the quiz at a terminal, in place of what this process was."""
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for number in range(3):
        os.dup2(terminal, number)
    os.close(terminal)
    os.environ.clear()
    os.environ.update(env)
    sys.stdin = sys.__stdin__ = open(0, closefd=False)  # type: ignore[misc]  # noqa: SIM115
    sys.stdout = sys.__stdout__ = open(1, "w", closefd=False)  # type: ignore[misc]  # noqa: SIM115
    sys.stderr = sys.__stderr__ = open(2, "w", closefd=False)  # type: ignore[misc]  # noqa: SIM115
    sys.argv = ["quiz", *argv]
    if wish:
        getattr(harm, wish[0])(*wish[1:])
    run()


def say(*said: int) -> None:
    os.write(1, f"{json.dumps(said)}\n".encode())


def main(quiz_file: str) -> None:
    """Serve until the input ends."""
    read(Path(quiz_file))  # the first quiz takes the reader a fifth of a second
    for line in sys.stdin:
        asked = json.loads(line)
        terminal = os.open(asked["terminal"], os.O_RDWR | os.O_NOCTTY)
        child = os.fork()
        if child == 0:
            become(asked["argv"], asked["env"], terminal, asked["harm"])
        os.close(terminal)
        say(child)
        say(child, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


if __name__ == "__main__":
    main(sys.argv[1])
