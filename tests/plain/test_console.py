"""Lines in and out."""

import io
import os
import pty
from pathlib import Path

import pytest

from quiz.plain.console import LONGEST, Console, EndOfInput


def test_what_is_read_from_a_pipe_is_echoed() -> None:
    out = io.StringIO()
    assert Console(io.StringIO("one\r\n"), out).ask() == "one"
    assert out.getvalue() == "> one\n"


def test_a_last_line_needs_no_newline() -> None:
    assert Console(io.StringIO("one"), io.StringIO()).ask() == "one"


def test_no_more_input() -> None:
    with pytest.raises(EndOfInput):
        Console(io.StringIO(), io.StringIO()).ask()


@pytest.mark.parametrize("extra", [1, 2, LONGEST, 50_000])
def test_too_long_a_line_is_refused_whole(extra: int) -> None:
    out = io.StringIO()
    console = Console(io.StringIO("x" * (LONGEST + extra) + "\nnext\n"), out)
    assert console.ask() == "next"
    assert "too long" in out.getvalue()
    assert len(out.getvalue()) < 200


def test_the_longest_line_is_taken() -> None:
    assert len(Console(io.StringIO("x" * LONGEST + "\n"), io.StringIO()).ask()) == LONGEST


def test_nothing_read_or_written_moves_the_cursor() -> None:
    out = io.StringIO()
    console = Console(io.StringIO("\x1b[2Jhi\x9b\u202e\n"), out)
    assert console.ask() == "\ufffd[2Jhi\ufffd"
    console.write(["\x1b]0;title\x07"])
    assert not set(out.getvalue()) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_what_nobody_can_see_is_not_read() -> None:
    typed = "\ufeff\u200bgluta\u00admate\u2066\u200e \u200b\n"
    assert Console(io.StringIO(typed), io.StringIO()).ask() == "glutamate"


def test_marks_are_spelled_in_ascii_where_nothing_else_can_be_written() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", errors="replace")
    Console(io.StringIO(), out).write(["✓ Right → “so” …", "é"])
    out.flush()
    assert raw.getvalue() == b'+ Right -> "so" ...\n?\n'


class Screen(io.StringIO):
    """A terminal to write to, which types into another one once it is asked."""

    def __init__(self, keyboard: int, *typed: bytes) -> None:
        super().__init__()
        self.keyboard, self.typed = keyboard, list(typed)

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if text == "> " and self.typed:
            os.write(self.keyboard, self.typed.pop(0))
        return super().write(text)


@pytest.mark.parametrize(
    ("typed", "lines", "said"),
    [
        ((b"one\ntwo\nthree\n", b"four\n"), ["one", "four"], 1),
        ((b"one\n", b"two\n"), ["one", "two"], 0),
        ((b"one\n\n", b"two\n"), ["one", "two"], 1),
    ],
)
def test_of_a_paste_the_first_line_is_kept(
    typed: tuple[bytes, ...], lines: list[str], said: int
) -> None:
    keyboard, terminal = pty.openpty()
    try:
        screen = Screen(keyboard, *typed)
        with Path(os.ttyname(terminal)).open(encoding="utf-8") as stdin:
            console = Console(stdin, screen)
            assert [console.ask(alone=True) for _ in lines] == lines
    finally:
        os.close(keyboard)
        os.close(terminal)
    assert screen.getvalue().count("You pasted several lines. The first one is kept.") == said


def test_lines_typed_ahead_and_lines_of_a_text_are_no_paste() -> None:
    keyboard, terminal = pty.openpty()
    try:
        with Path(os.ttyname(terminal)).open(encoding="utf-8") as stdin:
            os.write(keyboard, b"one\ntwo\n")
            console = Console(stdin, Screen(keyboard, b"", b"", b"three\nfour\n"))
            assert [console.ask(alone=True) for _ in range(2)] == ["one", "two"]
            assert [console.ask() for _ in range(2)] == ["three", "four"]
    finally:
        os.close(keyboard)
        os.close(terminal)
