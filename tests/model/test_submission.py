"""Who a learner is: a name or a code, as it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.submission import LONGEST_NAME, NoName, folded, named
from quiz.model.text import first_forbidden


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ada", "Ada"),
        ("  Ada \t L.\n", "Ada L."),
        ("7B-12", "7B-12"),
        ("[red]Ada[/]", "[red]Ada[/]"),
        ("../etc", "../etc"),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
        ("\x1b[2J Ada", "\ufffd[2J Ada"),
    ],
)
def test_a_name_is_kept_on_one_line(typed: str, name: str) -> None:
    assert named(typed) == name


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\x1b", "\u200b\u202e", "x" * 101])
def test_no_name(typed: str) -> None:
    with pytest.raises(NoName):
        named(typed)


@given(st.text(max_size=150))
def test_whatever_is_typed_a_name_is_short_and_clean(typed: str) -> None:
    try:
        name = named(typed)
    except NoName:
        return
    assert 0 < len(name) <= LONGEST_NAME
    assert first_forbidden(name) is None
    assert named(name) == name
    assert folded(name)
