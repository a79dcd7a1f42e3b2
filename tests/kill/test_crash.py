"""A fault of our own on any screen is said in one sentence, logged, and costs no answer."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.screen import Screen

import quiz.tui.screens
from quiz.tui.screens.blank import BlankScreen
from tests.kill.kept import on_disk
from tests.kill.numbers import SEED, Numbers, history
from tests.kill.program import Nursery, Program
from tests.kill.screen_learner import ENTER, UNPICKED
from tests.tui.modules import modules

SCREENS = [
    kind.__name__
    for kind in modules(quiz.tui.screens, Screen)
    if kind is not BlankScreen  # it shows nothing
]
WAYS = ["key", "timer", "worker", "thread", "drawing", "keeping", "memory", "recursion"]
BEGAN = b"\x1b[?1049h"
ENDED = b"\x1b[?1049l"
HARMS = [*(("screen", name) for name in SCREENS), *(("way", name) for name in WAYS)]


def to_the_second_question(nursery: Nursery, numbers: Numbers, harm: Sequence[str]) -> Program:
    argv = ("play", str(numbers.path), f"--seed={SEED}", "--no-passage")
    program = nursery.start(*argv, harm=harm)
    for words, keys in ((UNPICKED, "1"), ("(x) 1", ENTER), ("Look at line", ENTER)):
        program.hear_words(words)
        program.type(keys)
    program.hear_words("2 of 6")
    return program


def ends_in_words(program: Program, home: Path) -> str:
    """Hold a program to how it ends after a fault; return what the log says."""
    program.type("t")
    assert program.end() == 1, program.last
    output = program.output
    assert output.count(BEGAN) == output.count(ENDED) == 1
    program.hold_terminal()
    said = output[output.rindex(ENDED) + len(ENDED) :].decode()
    (log,) = home.rglob("crash.log")
    assert said.count("Sorry, the quiz has stopped because of a fault of its own") == 1
    assert f"The details are in {log}." in said
    assert "Traceback" not in said
    assert "OWNED" not in said
    assert log.stat().st_mode & 0o777 == 0o600
    return log.read_text()


def test_there_are_many_screens() -> None:
    assert len(SCREENS) > 15


@pytest.mark.parametrize("harm", HARMS, ids="-".join)
def test_a_fault(
    harm: tuple[str, str], nursery: Nursery, numbers: Numbers, home: Path, tmp_path: Path
) -> None:
    log = ends_in_words(to_the_second_question(nursery, numbers, harm), home)
    kind = {"memory": "MemoryError", "recursion": "RecursionError"}.get(harm[1])
    assert (kind or "RuntimeError: broken on purpose \ufffd]0;OWNED") in log
    assert on_disk(home / "data" / "quiz", numbers.quiz, tmp_path) == numbers.after(1)


def test_a_fault_in_the_line_door(nursery: Nursery, numbers: Numbers, home: Path) -> None:
    argv = ("play", str(numbers.path), f"--seed={SEED}", "--no-passage", "--plain")
    program = nursery.start(*argv, harm=("line", ""))
    program.hear_prompt()
    program.tell("1")
    assert program.end() == 1
    assert b"because of a fault of its own" in program.output
    assert b"Traceback" not in program.output
    assert b"\x1b" not in program.output
    (log,) = home.rglob("crash.log")
    assert str(log).encode() in program.output
    assert len(history()[0]) == 1
