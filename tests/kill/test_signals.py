"""Told to end, or left without its terminal, the program ends and nothing answered is lost."""

from collections.abc import Callable
from pathlib import Path
from signal import SIGINT, SIGTERM

import pytest

from tests.kill.kept import on_disk
from tests.kill.numbers import SEED, Numbers
from tests.kill.program import Nursery, Program
from tests.kill.screen_learner import ENTER, QUIT, UNPICKED

End = Callable[[Program], int]
"""Ends a program, and returns how it ended."""
Ending = tuple[End, set[int]]
"""How a program is ended, and the codes with which it may do so."""


def typed(keys: str) -> End:
    def end(program: Program) -> int:
        program.type(keys)
        return program.end()

    return end


def terminate(program: Program) -> int:
    return program.signal(SIGTERM)


def interrupt(program: Program) -> int:
    return program.signal(SIGINT)


def hang_up(program: Program) -> int:
    return program.hang_up()


ENDED = {-1, -15, 129, 143}
"""By the signal, or with the exit code that says so."""


@pytest.mark.parametrize("answered", [0, 2])
@pytest.mark.parametrize(
    "ending",
    [
        (typed("\x03"), {130}),
        (typed("\x04"), {0}),
        (interrupt, {130}),
        (terminate, ENDED),
        (hang_up, ENDED),
    ],
    ids=["ctrl-c", "ctrl-d", "interrupt", "terminate", "hang up"],
)
def test_the_line_door_ends(
    ending: Ending, answered: int, numbers: Numbers, data: Path, tmp_path: Path
) -> None:
    program = numbers.begin()
    numbers.answer(program, *range(answered))
    end, codes = ending
    assert end(program) in codes
    if end is not hang_up:
        program.hold_terminal()
    assert on_disk(data, numbers.quiz, tmp_path) == numbers.after(answered)


@pytest.mark.parametrize(
    "ending",
    [(typed(QUIT), {0}), (interrupt, {130}), (terminate, {143}), (hang_up, ENDED)],
    ids=["ctrl-q", "interrupt", "terminate", "hang up"],
)
def test_the_application_ends(
    ending: Ending, nursery: Nursery, numbers: Numbers, data: Path, tmp_path: Path
) -> None:
    program = nursery.start("play", str(numbers.path), f"--seed={SEED}", "--no-passage")
    for words, keys in (
        (UNPICKED, "1"),
        ("(x) 1", ENTER),
        ("Look at line", ENTER),
        (UNPICKED, "2"),
        ("(x) 2", ENTER),
        ("Look at line", ENTER),
    ):
        program.hear_words(words)
        program.type(keys)
    program.hear_words("3 of 6")
    end, codes = ending
    assert end(program) in codes
    if end is not hang_up:
        program.hold_terminal()
    assert on_disk(data, numbers.quiz, tmp_path) == numbers.after(2)
