"""Who a learner is: a name or a code, as it was typed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.submission import LONGEST_NAME, NoName, Submission, folded, named
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
        ("\ufeffA\u200bda\u2069", "Ada"),
    ],
)
def test_a_name_is_kept_on_one_line(typed: str, name: str) -> None:
    assert named(typed) == name


@pytest.mark.parametrize(
    "typed", ["", "   ", "\n\t", "\x1b", "\u200b\u202e", "\u3164", "\u200d \ufe0f", "x" * 101]
)
def test_no_name(typed: str) -> None:
    with pytest.raises(NoName):
        named(typed)


@pytest.mark.parametrize("other", ["ada  l", "AdaL", "A\u200dda L\ufe0f", "\uff21da L"])
def test_names_that_look_the_same_are_of_one_learner(other: str) -> None:
    assert folded(other) == folded("Ada L")


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


def test_unless_more_is_said_it_was_taken_with_the_program_and_without_a_look() -> None:
    now = datetime(2026, 11, 28, tzinfo=UTC)
    submission = Submission(
        assignment="0" * 16,
        quiz="tea",
        version=1,
        fingerprint="1" * 16,
        learner="Ada",
        begun=now,
        ended=now,
        asked=(),
        replies={},
        program="1.0",
    )
    assert (submission.way, submission.looks, submission.form) == ("program", 0, None)
