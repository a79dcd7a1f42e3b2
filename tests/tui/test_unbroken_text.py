"""Lines that part no blank from the word before it."""

import pytest
from textual.content import Content

from quiz.model.public_question import unparted
from quiz.tui.widgets.unbroken_text import UnbrokenText

TEXT = unparted("Whales live in the wide (___), and they may dive for an ___ or ___.")


@pytest.mark.parametrize("width", range(20, 60))
def test_a_blank_stays_with_the_word_before_and_the_mark_behind(width: int) -> None:
    lines = [line.plain for line in UnbrokenText(Content(TEXT)).lines(width)]
    assert " ".join(lines) == TEXT
    assert max(map(len, lines)) <= width
    for kept in ("wide\u00a0(___),", "an\u00a0___", "or\u00a0___."):
        assert any(kept in line for line in lines)


def test_a_word_that_is_wider_than_the_line_is_broken_and_nothing_is_lost() -> None:
    lines = UnbrokenText(Content("\u00a0".join(["word"] * 20))).lines(10)
    assert len(lines) == 10
    assert UnbrokenText(Content("")).lines(10)[0].plain == ""
