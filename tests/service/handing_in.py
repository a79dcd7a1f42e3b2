"""A program that hands an exercise in, and is killed at a step: once for every line it reads.

A step is a line of code in the modules that take part. A line of input is the data folder, the file
of the exercise and the number of the step; the answer is how the program ended.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from signal import SIGKILL
from types import FrameType
from typing import Any

import quiz.assignment.placing
import quiz.service.exercises
import quiz.service.submitting
from quiz.model.assignment import Assignment
from quiz.service import Service

TraceFunction = Callable[[FrameType, str, Any], Any]
MODULES = {
    quiz.service.exercises.__file__,
    quiz.service.submitting.__file__,
    quiz.assignment.placing.__file__,
}


def hand_in(data: Path, path: str, last: int) -> None:
    """Hand in what Ada has answered, and end at a step."""
    service = Service(data)
    made = service.library.open_any(path)
    assert isinstance(made, Assignment)
    attempt = service.exercises.unfinished(made, "Ada")
    assert attempt
    steps = 0

    def step(frame: FrameType, event: str, _: object) -> TraceFunction | None:
        nonlocal steps
        if frame.f_code.co_filename not in MODULES:
            return None
        if event == "line":
            steps += 1
            if steps == last:
                os.kill(os.getpid(), SIGKILL)
        return step

    sys.settrace(step)
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
