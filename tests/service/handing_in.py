"""A program that hands an exercise in, and is killed at a step: once for every line it reads.

A step is a call into the modules that take part, or the way back from it. A line of input is the
data folder, the file of the exercise and the number of the step; the answer is how the program
ended.
"""

import os
import sys
from pathlib import Path
from signal import SIGKILL
from types import FrameType

import quiz.assignment.assignment_data  # once, before the forks
import quiz.assignment.placing
import quiz.files
import quiz.service.exercises
import quiz.store.store
from quiz.model.assignment import Assignment
from quiz.service import Service

MODULES = {
    quiz.assignment.placing.__file__,
    quiz.files.__file__,
    quiz.service.exercises.__file__,
    quiz.store.store.__file__,
}


def hand_in(data: Path, path: str, last: int) -> None:
    """Hand in what Ada has answered, and end at a step."""
    service = Service(data)
    made = service.library.open_any(path)
    assert isinstance(made, Assignment)
    attempt = service.exercises.unfinished(made, "Ada")
    assert attempt
    steps = 0

    def step(frame: FrameType, event: str, _: object) -> None:
        nonlocal steps
        if frame.f_code.co_filename not in MODULES or frame.f_code.co_name.startswith("<"):
            return
        steps += event in {"call", "return"}
        if steps == last:
            os.kill(os.getpid(), SIGKILL)

    sys.setprofile(step)
    service.exercises.hand_in(made, attempt)


if __name__ == "__main__":
    for line in sys.stdin:
        folder, file, number = line.split()
        child = os.fork()
        if child == 0:
            hand_in(Path(folder), file, int(number))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201  it is asked for
