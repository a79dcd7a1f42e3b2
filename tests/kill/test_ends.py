"""Told to end, put aside, or left without its terminal, it ends well and nothing is lost."""

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from signal import SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, Signals

import pytest

from tests.kill.conftest import COUNT, Lines, Screen, given, history
from tests.support.terminal import CTRL_C, CTRL_D, CTRL_Q, CTRL_Z, ENTER, QUIZ, Terminal

End = Callable[[Terminal], int]
"""Ends a program, and returns how it ended."""
BY_SIGNAL = {-1, -15, 129, 143}
"""By the signal, or with the exit code that says so."""


def typed(keys: str) -> End:
    def end(program: Terminal) -> int:
        program.type(keys)
        return program.end()

    return end


def signalled(number: Signals) -> End:
    return lambda program: program.end(number)


@pytest.mark.parametrize(
    ("learner", "end", "codes"),
    [
        (Lines, typed(CTRL_C), {130}),
        (Lines, typed(CTRL_D), {0}),
        (Lines, signalled(SIGINT), {130}),
        (Lines, signalled(SIGTERM), BY_SIGNAL),
        (Lines, Terminal.hang_up, BY_SIGNAL),
        (Screen, typed(CTRL_Q), {0}),
        (Screen, signalled(SIGINT), {130}),
        (Screen, signalled(SIGTERM), {143}),
        (Screen, signalled(SIGHUP), {129}),
        (Screen, signalled(SIGQUIT), {131}),
        (Screen, signalled(SIGUSR1), {138}),
        (Screen, Terminal.hang_up, BY_SIGNAL),
    ],
)
def test_it_ends(learner: type[Lines], end: End, codes: set[int], path: Path) -> None:
    running = learner(path)
    running.answer(0)
    running.stands_at(1)
    assert end(running.terminal) in codes
    assert end is Terminal.hang_up or running.terminal.is_as_found()
    assert history() == (given(1), "")


@pytest.mark.parametrize("words", [(), ("--plain",)])
def test_it_is_put_aside_and_comes_back(words: tuple[str, ...], path: Path) -> None:
    """With Ctrl-Z, and with `fg` in the shell that started it."""
    shell = Terminal("sh", "-i", env={"PS1": "$> ", "ENV": ""})
    shell.wait_for("$> ")
    argv = (*QUIZ, "play", str(path), "--seed=3", "--no-passage", *words)
    shell.answer(f"{shlex.join(argv)}\n", f"1 of {COUNT}", "> " if words else "› ( ) 1")
    shell.answer("1\n" if words else "1\r", "Look at line")
    shell.answer(CTRL_Z, "$> ")
    before = len(shell.output)
    shell.answer("stty -a; echo AS''IDE\n", "ASIDE", "$> ")
    assert b" icanon " in shell.output[before:]  # the shell's own line discipline
    shell.type("fg\n")
    if not words:
        shell.wait_for("Look at line")
    shell.answer("\n" if words else ENTER, f"2 of {COUNT}")
    shell.answer("q\n" if words else CTRL_Q, "$> ")
    shell.type("exit\n")
    assert shell.end() == 0
    assert shell.output.count(b"\x1b[?1049h") == shell.output.count(b"\x1b[?1049l")
    assert history()[0] == given(1)


BREAK = """
import sys, quiz.cli, quiz.tui.driver
from quiz.tui.app import QuizApp
from quiz.tui.screens.keys import KeysScreen

def fail(*_):
    raise RuntimeError("broken on purpose \\x1b]0;OWNED\\x07")

async def fail_later():
    fail()

KeysScreen.compose = fail
QuizApp.action_next_theme = {
    "screen": lambda app: app.push_screen(KeysScreen(app.screen)),
    "worker": lambda app: app.run_worker(fail_later()),
    "thread": lambda app: app.run_worker(fail, thread=True),
    "input": lambda app: setattr(quiz.tui.driver, "select", fail),
}[sys.argv.pop(1)]
quiz.cli.run()
"""
"""Breaks the program in one of some ways as the key for the next colors is pressed."""


@pytest.mark.parametrize("way", ["screen", "worker", "thread", "input"])
def test_a_fault_of_its_own_is_said_in_one_sentence(way: str, path: Path, home: Path) -> None:
    argv = ("play", str(path), "--seed=3", "--no-passage")
    broken = Terminal(sys.executable, "-c", BREAK, way, *argv)
    broken.wait_for("› ( ) 1")
    broken.answer("1", "(x) 1")
    broken.answer(ENTER, "Look at line")
    broken.type("t")
    assert broken.end() == 1
    assert broken.is_as_found()
    said = broken.output.rpartition(b"\x1b[?1049l")[2].decode()
    (log,) = home.rglob("crash.log")
    assert said.count("Sorry, the quiz has stopped because of a fault of its own") == 1
    assert f"The details are in {log}." in said
    assert "Traceback" not in said
    assert "OWNED" not in said
    assert "RuntimeError: broken on purpose" in log.read_text()
    assert "\x1b" not in log.read_text()
    assert history()[0] == given(1)
