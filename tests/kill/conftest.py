"""The quiz that is taken, and its learners: line by line and on a whole screen."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path

import pytest

from quiz.cli import main
from tests.support.numbers import write_quiz
from tests.support.terminal import CTRL_Q, ENTER, QUIZ, Terminal

COUNT = 4
"""How many questions the quiz has: each can be picked from, and every other one is got wrong."""
UNPICKED = "› ( ) 1"
"""How the options of a question that waits begin, on a whole screen."""


class Lines:
    """Someone who is asked line by line."""

    WORDS: tuple[str, ...] = ("--plain",)

    def __init__(self, path: Path, *words: str) -> None:
        argv = (*QUIZ, "play", str(path), "--no-passage", "--seed=3", *self.WORDS, *words)
        self.terminal = Terminal(*argv)

    def stands_at(self, place: int) -> None:
        """Wait until it asks the question at a place."""
        self.terminal.wait_for(f"Question {place + 1} of {COUNT}")
        self.terminal.wait_for("> ")

    def takes_up(self, place: int) -> None:
        """Wait until it asks the question at a place: it may stand at the one before, explained."""
        if self.terminal.wait_for("> ", f"Question {place + 1} of {COUNT}") == "> ":
            self.terminal.type("\n")
            self.terminal.wait_for(f"Question {place + 1} of {COUNT}")
        self.terminal.wait_for("> ")

    def give(self, place: int) -> None:
        """Answer the question at a place, and wait for nothing."""
        self.terminal.type(f"{place % 2 + 1}\n")

    def hear(self) -> None:
        """Wait for the explanation."""
        self.terminal.wait_for("Look at line")

    def go_on(self) -> None:
        """Go on to the next question."""
        self.terminal.wait_for("> ")
        self.terminal.type("\n")

    def answer(self, *places: int) -> None:
        """Answer the questions at some places, and go on after each."""
        for place in places:
            self.stands_at(place)
            self.give(place)
            self.hear()
            self.go_on()

    def leave(self) -> int:
        """Leave the result, and return how the program ended."""
        self.terminal.wait_for("Result")
        self.terminal.type("n\n")
        return self.terminal.end()


class Screen(Lines):
    """Someone at the application."""

    WORDS = ()

    def stands_at(self, place: int) -> None:
        """Wait until the cursor is in the list of the question at a place."""
        self.terminal.wait_for(f"{place + 1} of {COUNT}" if place else UNPICKED)

    def takes_up(self, place: int) -> None:
        """Wait until it asks the question at a place: it may stand at the one before, explained."""
        if self.terminal.wait_for("Look at line", UNPICKED) != UNPICKED:
            self.go_on()
            self.stands_at(place)

    def give(self, place: int) -> None:
        """Answer the question at a place, and wait for nothing."""
        self.terminal.answer(str(place % 2 + 1), f"(x) {place % 2 + 1}")
        self.terminal.type(ENTER)

    def go_on(self) -> None:
        """Go on to the next question."""
        self.terminal.settle()
        self.terminal.type(ENTER)

    def leave(self) -> int:
        """Leave the result, and return how the program ended."""
        self.terminal.wait_for("Every question")
        self.terminal.type(CTRL_Q)
        return self.terminal.end()


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache for the programs of a file: each quiz is read by the first of them."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def cached(home: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the programs of each test share what was read; `home` gave it a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of the quiz."""
    return write_quiz(tmp_path / "numbers.yaml", COUNT)


def history() -> tuple[list[list[int]], str]:
    """Return what is picked in each answer that another program finds, and what it says besides."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        assert main(["history", "--json"]) == 0
    answers = json.loads(out.getvalue())
    assert len({one["question"] for one in answers}) == len(answers)
    return [one["answer"]["options"] for one in answers], err.getvalue()


def given(count: int) -> list[list[int]]:
    """Return what is picked in the first answers."""
    return [[place % 2] for place in range(count)]


@pytest.fixture
def data(home: Path) -> Path:
    """Return the folder in which the program keeps its answers."""
    folder = home / "data" / "quiz"
    folder.mkdir(parents=True, mode=0o700)
    return folder


def mount(*options: str) -> None:
    """Mount something, or skip the test."""
    try:
        subprocess.run(["mount", *options], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a file system")


@pytest.fixture
def small_disk(data: Path) -> Iterator[Path]:
    """Return the data folder on a file system of its own, of half a megabyte."""
    mount("-t", "tmpfs", "-o", "size=512k,mode=700", "tmpfs", str(data))
    yield data
    subprocess.run(["umount", "--lazy", str(data)], check=True)


def fill(disk: Path) -> Path:
    """Write to a file until the disk is full, and return it."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"x" * 512):
            pass
    return filler
