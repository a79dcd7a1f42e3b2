"""Where the disk gives trouble the application goes on, says so, ends well, and keeps the answers.

The same as in `test_disk.py`, where the quiz is asked line by line.
"""

import re
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from signal import SIGKILL

import pytest

from tests.kill.kept import NAME
from tests.kill.numbers import SEED, Numbers, in_history
from tests.kill.program import Nursery, Program
from tests.kill.screen_learner import ENTER, QUIT, UNPICKED
from tests.kill.test_disk import fill, read_only, small_disk

__all__ = ["read_only", "small_disk"]  # fixtures
Open = Callable[[], Program]


@pytest.fixture
def opened(nursery: Nursery, numbers: Numbers) -> Open:
    """Return what opens the quiz at its first question."""
    argv = ("play", str(numbers.path), f"--seed={SEED}", "--no-passage", "--new")
    return lambda: nursery.start(*argv)


def answer(program: Program, *places: int) -> None:
    """Answer the questions at some places as `Numbers.answer` does, and go on after each."""
    for place in places:
        program.hear_too(UNPICKED)  # before or after the line at the head
        program.type(str(place % 2 + 1))
        program.hear_words(f"(x) {place % 2 + 1}")
        program.type(ENTER)
        program.hear_words("Look at line")
        program.type(ENTER)


def leave(program: Program) -> None:
    """Leave the result, and hold the program to ending well."""
    program.hear_words("Every question")
    ends_well(program)


def ends_well(program: Program) -> None:
    program.type(QUIT)
    assert program.end() == 0, program.last
    program.hold_terminal()
    assert "Traceback" not in program.last


def says(program: Program, words: str) -> bool:
    """Return whether a program said something, wherever on the screen its lines stood."""
    shown = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", program.output).decode()
    return _letters(words) in _letters(shown)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@pytest.mark.parametrize("kept", [0, 2])
def test_a_full_disk(
    small_disk: Path, home: Path, opened: Open, numbers: Numbers, kept: int
) -> None:
    filler = small_disk / "filler"
    if kept == 0:
        fill(small_disk)
    program = opened()
    answer(program, *range(kept))
    fill(small_disk)
    answer(program, *range(kept, 6))
    leave(program)
    assert says(program, "history now: the disk is full")
    (waits,) = home.rglob("answers-not-yet-kept-*.jsonl")
    filler.unlink()
    assert in_history() == numbers.answers(6)
    assert not waits.exists()


@pytest.mark.parametrize("killed", [False, True])
def test_a_folder_that_can_only_be_read(
    read_only: Path, opened: Open, numbers: Numbers, killed: bool
) -> None:
    program = opened()
    answer(program, *range(3))
    program.hear_words("4 of 6")
    if killed:
        program.signal(SIGKILL)
    else:
        ends_well(program)
    assert says(program, "can't be written in")
    subprocess.run(["mount", "-o", "remount,bind,rw", str(read_only)], check=True)
    assert in_history() == numbers.answers(3)


def test_a_locked_database(data: Path, opened: Open, numbers: Numbers) -> None:
    program = opened()
    answer(program, 0)
    program.hear_words("2 of 6")
    with closing(sqlite3.connect(data / NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        answer(program, 1, 2)
        program.hear_words("4 of 6")
        other.execute("ROLLBACK")
    answer(program, 3, 4, 5)
    leave(program)
    assert says(program, "another program has locked")
    assert not [*data.glob("answers-not-yet-kept-*")]
    assert in_history() == numbers.answers(6)


def test_a_damaged_file(data: Path, opened: Open, numbers: Numbers) -> None:
    program = opened()
    answer(program, *range(6))
    leave(program)
    path = data / NAME
    damaged = path.read_bytes()[:100] + Random(5).randbytes(20_000)
    path.write_bytes(damaged)
    program = opened()
    answer(program, *range(6))
    leave(program)
    assert says(program, "Your history was damaged. It is set aside as")
    (aside,) = data.glob(f"damaged-*/{NAME}")
    assert aside.read_bytes() == damaged
    assert in_history() == numbers.answers(6)


def test_a_file_that_is_damaged_while_it_is_open(
    data: Path, opened: Open, numbers: Numbers
) -> None:
    program = opened()
    answer(program, *range(3))
    program.hear_words("4 of 6")
    for path in data.glob(f"{NAME}*"):
        path.write_bytes(Random(5).randbytes(20_000))
    answer(program, *range(3, 6))
    leave(program)
    assert in_history() == numbers.answers(6)


def test_a_folder_that_is_deleted_meanwhile(data: Path, opened: Open, numbers: Numbers) -> None:
    program = opened()
    answer(program, *range(3))
    program.hear_words("4 of 6")
    for path in data.iterdir():
        path.unlink()
    data.rmdir()
    answer(program, *range(3, 6))
    leave(program)
    assert in_history() == numbers.answers(6)
