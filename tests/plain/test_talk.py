"""Lines in and out."""

import io

import pytest

from quiz.plain.talk import LONGEST, EndOfInput, Talk


def test_what_is_read_from_a_pipe_is_echoed() -> None:
    out = io.StringIO()
    assert Talk(io.StringIO("one\r\n"), out).ask() == "one"
    assert out.getvalue() == "> one\n"


def test_a_last_line_needs_no_newline() -> None:
    assert Talk(io.StringIO("one"), io.StringIO()).ask() == "one"


def test_no_more_input() -> None:
    with pytest.raises(EndOfInput):
        Talk(io.StringIO(), io.StringIO()).ask()


@pytest.mark.parametrize("extra", [1, 2, LONGEST, 50_000])
def test_too_long_a_line_is_refused_whole(extra: int) -> None:
    out = io.StringIO()
    talk = Talk(io.StringIO("x" * (LONGEST + extra) + "\nnext\n"), out)
    assert talk.ask() == "next"
    assert "too long" in out.getvalue()
    assert len(out.getvalue()) < 200


def test_the_longest_line_is_taken() -> None:
    assert len(Talk(io.StringIO("x" * LONGEST + "\n"), io.StringIO()).ask()) == LONGEST


def test_nothing_read_or_written_moves_the_cursor() -> None:
    out = io.StringIO()
    talk = Talk(io.StringIO("\x1b[2Jhi\x9b\u202e\n"), out)
    assert talk.ask() == "\ufffd[2Jhi\ufffd\ufffd"
    talk.say(["\x1b]0;title\x07"])
    assert not set(out.getvalue()) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_marks_are_spelled_in_ascii_where_nothing_else_can_be_written() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", errors="replace")
    Talk(io.StringIO(), out).say(["✓ Right → “so” …", "é"])
    out.flush()
    assert raw.getvalue() == b'+ Right -> "so" ...\n?\n'
