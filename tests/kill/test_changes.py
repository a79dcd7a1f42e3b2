"""Answers of a test are changed, and the program is killed: the last confirmed ones stay."""

import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from signal import SIGKILL

from quiz.cli import main
from tests.kill.conftest import COUNT, Lines


def kept() -> list[tuple[list[int], int]]:
    """Return what is picked in each answer, and how often it was changed."""
    out = StringIO()
    with redirect_stdout(out):
        assert main(["history", "--json"]) == 0
    answers = json.loads(out.getvalue())
    return sorted((one["answer"]["options"], one["changes"]) for one in answers)


def test_the_last_confirmed_answer_of_a_test_stays(path: Path) -> None:
    running = Lines(path, "--mode", "test")
    for place in (0, 1):
        running.stands_at(place)
        running.terminal.answer("1\n", "Answered.")
        running.go_on()
    running.stands_at(2)
    running.terminal.answer("g 1\n", f"Question 1 of {COUNT}", "> ")
    running.terminal.answer("2\n", "Answered.")
    assert running.terminal.end(SIGKILL) == -SIGKILL
    assert kept() == [([0], 0), ([1], 1)]
    again = Lines(path, "--resume")
    again.terminal.wait_for("> ")
    again.terminal.answer("g 2\n", f"Question 2 of {COUNT}", "> ")
    again.terminal.answer("2\n", "Answered.")
    assert again.terminal.end(SIGKILL) == -SIGKILL
    assert kept() == [([1], 1), ([1], 1)]
