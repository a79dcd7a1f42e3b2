"""Which characters a text may hold."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.text import REPLACEMENT, clean, clean_line, clean_typed, first_forbidden

FORBIDDEN = [
    *(0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F),
    *(0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069),
    *(0xFEFF, 0xFFF9, 0xFFFB, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0xE0001, 0xE007F),
    *(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0x1BCA0, 0x1D173),  # blank as a letter
    *(0xE000, 0xF8FF, 0xF0000, 0x10FFFD),  # private use
    *(0xFDD0, 0xFDEF, 0xFFF0, 0x1FFFE, 0x3FFFF, 0x40000, 0xDFFFF, 0x10FFFF),  # no characters
]
ALLOWED = [
    *("\t", "\n", " ", "~", "\u00a0", "é", "ß", "…", "“", "—", "\u200c", "\u200d", "中", "ع", "א"),
    *("\U0001f600", "\ufe0f", "e\u0301", REPLACEMENT, "\U00010000", "\u2801", "\U0003fffd", "각"),
]


@pytest.mark.parametrize("code", FORBIDDEN, ids=lambda code: f"U+{code:04X}")
def test_forbidden_characters_are_named_and_replaced(code: int) -> None:
    assert first_forbidden(f"ab{chr(code)}c{chr(code)}") == (2, f"U+{code:04X}")
    assert clean(f"a{chr(code)}b") == f"a{REPLACEMENT}b"


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed_characters_stay(text: str) -> None:
    assert first_forbidden(text) is None
    assert clean(text) == text


@given(st.text(st.characters(codec=None)))
def test_what_is_clean_holds_nothing_forbidden(text: str) -> None:
    cleaned = clean(text)
    assert first_forbidden(cleaned) is None
    assert clean(cleaned) == cleaned
    assert len(cleaned) == len(text)
    assert not any(unicodedata.category(character) == "Cs" for character in cleaned)


@given(st.text(st.characters(codec=None)))
def test_a_clean_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert line == " ".join(line.split())
    assert len(line.splitlines()) <= 1
    assert first_forbidden(line) is None


@pytest.mark.parametrize("code", [0xAD, 0x061C, 0x200B, 0x200E, 0x2060, 0x2066, 0x2069, 0xFEFF])
@pytest.mark.parametrize("more", [0x202E, 0x3164, 0xE0041])
def test_what_nobody_can_see_goes_where_it_was_typed(code: int, more: int) -> None:
    assert clean_typed(f"{chr(code)}a{chr(more)}b\x1b{chr(code)}") == f"ab{REPLACEMENT}"
    assert clean_typed("a\u2028b") == "a b"


def test_a_clean_line_keeps_its_words() -> None:
    assert clean_line("  a\n\tb \x1b[2J ") == f"a b {REPLACEMENT}[2J"
