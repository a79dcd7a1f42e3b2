"""A quiz that a program made is judged as its file would be."""

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.model.question import Choice, Short
from quiz.model.question_parts import Option
from quiz.model.quiz import Quiz
from quiz.quizfile.judging import faulty
from quiz.quizfile.reader import read

GOOD = sorted((Path(__file__).parents[1] / "quizzes" / "good").glob("*.yaml"))
SHORT = Short(id="a", ask="What falls?", accept=("rain",))
TWO = Choice(
    id="b",
    ask="What falls?",
    options=(Option(text="Rain", correct=True), Option(text="Snow", correct=True)),
)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_what_was_read(path: Path) -> None:
    assert faulty(read(path)) == {}


def test_what_is_wrong_is_told_by_question(ketamine: Quiz) -> None:
    questions = (
        SHORT,
        replace(SHORT, id="c", ask="x" * 2_001),
        TWO,
        replace(SHORT, id="d", accept=()),
        replace(SHORT, id="e", evidence="No such words"),
    )
    found = faulty(replace(ketamine, draft=True, claims={}, forms=None, questions=questions))
    assert {*found} == {1, 2, 3, 4}
    assert found[1] == "ask: too long: write at most 2,000 characters"
    assert found[2].startswith("options: ")
    assert found[3].startswith("accept: ")
    assert found[4].startswith("evidence: these words are not in the passage")
