"""Lines in and out."""

import io

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
    assert console.ask() == "\ufffd[2Jhi\ufffd\ufffd"
    console.write(["\x1b]0;title\x07"])
    assert not set(out.getvalue()) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_marks_are_spelled_in_ascii_where_nothing_else_can_be_written() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", errors="replace")
    Console(io.StringIO(), out).write(["✓ Right → “so” …", "é"])
    out.flush()
    assert raw.getvalue() == b'+ Right -> "so" ...\n?\n'
