"""A quiz that the program writes is read as that quiz."""

from pathlib import Path

import pytest

from quiz.quizfile.reader import read, read_bytes
from quiz.quizfile.writing import to_text

ROOT = Path(__file__).parents[2]
FILES = sorted(
    [*(ROOT / "questions").glob("*.yaml"), *(ROOT / "tests/quizzes/good").glob("*.yaml")]
)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_quiz_is_read_as_it_was_written(path: Path) -> None:
    quiz = read(path)
    assert read_bytes(to_text(quiz).encode(), "written") == quiz
