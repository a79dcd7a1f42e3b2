"""Lines of text."""

from hypothesis import given
from hypothesis import strategies as st

from quiz.model.lines import wrap
from quiz.plain.lines import heading, to_ascii
from tests.plain.conftest import laid_out


def test_a_long_text_hangs_below_its_own_first_line() -> None:
    assert wrap("one two three four five six", 20, "  1  ") == [
        "  1  one two three",
        "     four five six",
    ]


@given(st.text(), st.integers(-5, 200))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(len(line) <= max(width, 20) for line in wrap(text, width, "  1  "))


def test_a_long_word_is_broken_and_whole() -> None:
    assert "".join(wrap("x" * 50, 20)) == "x" * 50


def test_a_space_that_does_not_break_is_kept() -> None:
    assert wrap(f"{'a' * 12} b\u00a0c dddd", 20) == [f"{'a' * 12} b\u00a0c", "dddd"]


def test_an_empty_text_gives_its_lead() -> None:
    assert wrap("", 40, "  3  ") == ["  3"]


def test_a_heading_is_underlined() -> None:
    assert laid_out(heading("Whales")) == ["", "Whales", "------"]


def test_every_mark_of_our_own_has_an_ascii_form() -> None:
    assert to_ascii("✓✗◐–—→…·“”‘’").isascii()
