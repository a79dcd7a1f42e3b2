from pathlib import Path

import pytest

from quiz.exchange import FORMATS
from quiz.exchange.format import Format
from quiz.model.question import KINDS
from quiz.quizfile.reader import read

GOOD = Path(__file__).parents[1] / "quizzes/good"


def test_formats_have_names_of_their_own() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_format_is_read_or_written_and_says_what_it_holds(one: Format) -> None:
    assert one.read or one.write
    assert one.ending.startswith(".")
    assert set(KINDS) & set(one.holds)


@pytest.mark.parametrize("file", sorted(GOOD.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_quiz_can_be_written_in_each_format(file: Path) -> None:
    quiz = read(file)
    for one in FORMATS:
        if one.write:
            written = one.write(quiz)
            told = {loss.question for loss in written.losses}
            assert written.data or told >= {*quiz.by_id}, one.name
            assert told <= {"", *quiz.by_id}
