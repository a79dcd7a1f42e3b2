"""How the way to a value is written in a message."""

import pytest

from quiz.model.problem import Path, written


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("title",), "title"),
        (("questions", 2, "ask"), "questions[2].ask"),
        (("topics", "a\x1b[2Jb"), "topics.a\N{REPLACEMENT CHARACTER}[2Jb"),
        (("x" * 40,), "x" * 40),
        (("x" * 41,), f"{'x' * 39}…"),
    ],
)
def test_a_path_in_words(path: Path, text: str) -> None:
    assert written(path) == text
