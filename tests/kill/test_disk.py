"""Where the disk gives trouble the quiz goes on, says so, and keeps the answers when it can."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from signal import SIGKILL

import pytest

from tests.kill.kept import NAME
from tests.kill.numbers import Numbers, history, in_history
from tests.kill.program import Program


def mount(*options: str) -> None:
    """Mount something, or skip the test."""
    try:
        subprocess.run(["mount", *options], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a file system")


@pytest.fixture
def small_disk(data: Path) -> Iterator[Path]:
    """Return the data folder on a file system of its own, of half a megabyte."""
    data.mkdir(parents=True)
    mount("-t", "tmpfs", "-o", "size=512k,mode=700", "tmpfs", str(data))
    yield data
    subprocess.run(["umount", "--lazy", str(data)], check=True)


@pytest.fixture
def read_only(data: Path) -> Iterator[Path]:
    """Return the data folder, which can't be written in."""
    data.mkdir(parents=True, mode=0o700)
    mount("--bind", str(data), str(data))
    subprocess.run(["mount", "-o", "remount,bind,ro", str(data)], check=True)
    yield data
    subprocess.run(["umount", "--lazy", str(data)], check=True)


def fill(disk: Path) -> Path:
    """Write to a file until the disk is full, and return it."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"x" * 512):
            pass
    return filler


def says(program: Program, words: str) -> bool:
    """Return whether a program said something, wherever its lines were broken."""
    return "".join(words.split()) in "".join(program.output.decode().split())


@pytest.mark.parametrize("kept", [0, 1, 3])
def test_a_full_disk(small_disk: Path, home: Path, numbers: Numbers, kept: int) -> None:
    filler = small_disk / "filler"
    if kept == 0:
        fill(small_disk)
    program = numbers.begin()
    numbers.answer(program, *range(kept))
    fill(small_disk)
    numbers.answer(program, *range(kept, 6))
    assert numbers.end(program) == 0
    (waits,) = home.rglob("answers-not-yet-kept-*.jsonl")
    assert says(program, "can't be added to your history now: the disk is full")
    assert says(program, f"written to {waits}")
    filler.unlink()
    answers, said = history()
    assert [one["question"] for one in answers] == [name for name, _ in numbers.answers(6)]
    assert f"Answers that waited in {waits} are in your history now" in said
    assert not waits.exists()


@pytest.mark.parametrize("killed", [False, True])
def test_a_folder_that_can_only_be_read(
    read_only: Path, home: Path, numbers: Numbers, killed: bool
) -> None:
    program = numbers.begin()
    numbers.answer(program, *range(3 if killed else 6))
    assert (program.signal(SIGKILL) if killed else numbers.end(program)) in {-SIGKILL, 0}
    (waits,) = home.rglob("answers-not-yet-kept-*.jsonl")
    assert says(program, f"{read_only} can't be written in")
    assert says(program, f"written to {waits}")
    subprocess.run(["mount", "-o", "remount,bind,rw", str(read_only)], check=True)
    assert in_history() == numbers.answers(3 if killed else 6)


@pytest.mark.parametrize("killed", [False, True])
def test_a_locked_database(data: Path, numbers: Numbers, killed: bool) -> None:
    program = numbers.begin()
    numbers.answer(program, 0)
    with closing(sqlite3.connect(data / NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        numbers.answer(program, 1, 2)
        if killed:
            program.signal(SIGKILL)
        other.execute("ROLLBACK")
    assert says(program, f"another program has locked {data / NAME}")
    if not killed:
        assert "can't be" not in numbers.answer(program, 3, 4, 5)
        assert numbers.end(program) == 0
        assert not [*data.glob("answers-not-yet-kept-*")]
    assert in_history() == numbers.answers(3 if killed else 6)


@pytest.mark.parametrize("keep", [0, 100, 4096])
def test_a_damaged_file(data: Path, numbers: Numbers, keep: int) -> None:
    program = numbers.begin()
    numbers.answer(program, *range(6))
    assert numbers.end(program) == 0
    path = data / NAME
    damaged = path.read_bytes()[:keep] + Random(5).randbytes(20_000)
    path.write_bytes(damaged)
    program = numbers.begin()
    (aside,) = data.glob(f"damaged-*/{NAME}")
    assert aside.read_bytes() == damaged
    assert says(program, f"Your history was damaged. It is set aside as {aside}")
    numbers.answer(program, *range(6))
    assert numbers.end(program) == 0
    assert in_history() == numbers.answers(6)
