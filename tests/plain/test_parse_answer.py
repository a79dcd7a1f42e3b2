"""Lines as answers."""

from collections.abc import Callable

import pytest

from quiz.engine.session import Presented
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.quiz import Quiz
from quiz.plain.ask import parse_answer
from quiz.plain.kinds.reading import InvalidAnswer

Give = Callable[[str], Presented]


def picked(*options: int) -> ChoiceAnswer:
    return ChoiceAnswer(frozenset(options))


CLEAR: list[tuple[str, str, Answer]] = [
    ("choice", "1", picked(2)),
    ("choice", " 3 ", picked(0)),
    ("choice", "in the SEA", picked(0)),
    ("choice", "In the sea.", picked(0)),
    ("choice", "2019", picked(2)),
    ("choices", "2 3", picked(0, 1)),
    ("choices", "2,3", picked(0, 1)),
    ("choices", "3", picked(0)),
    ("choices", "3 3", picked(0)),
    ("choices", "fly; breathe air", picked(1, 2)),
    ("statement", "1", picked(0)),
    ("statement", "False", picked(1)),
    ("statement", "not stated", picked(2)),
    ("statement", "not  stated in the passage", picked(2)),
    ("number", "1", TypedAnswer(("1",))),
    ("number", "1.5", TypedAnswer(("1.5",))),
    ("short", "  sea   air ", TypedAnswer(("sea air",))),
    ("short", "p", TypedAnswer(("p",))),
    ("cloze", "live, sea", TypedAnswer(("live", "sea"))),
    ("cloze", "live sea", TypedAnswer(("live", "sea"))),
    ("cloze", "3; 2", TypedAnswer(("live", "sea"))),
    ("cloze", "swim, 2", TypedAnswer(("swim", "sea"))),
    ("cloze", "7, the big lake", TypedAnswer(("7", "the big lake"))),
    ("order", "3 2 1", OrderAnswer((0, 1, 2))),
    ("order", "1,3,2", OrderAnswer((2, 0, 1))),
    ("match", "1c 2b", MatchAnswer((0, 1))),
    ("match", "2a, 1B", MatchAnswer((1, 2))),
    ("match", "c b", MatchAnswer((0, 1))),
    ("match", "1 c 2 b", MatchAnswer((0, 1))),
    ("match", "1-c 2=b", MatchAnswer((0, 1))),
    ("locate", "2", LocateAnswer(1)),
    ("locate", "They breathe air.", LocateAnswer(1)),
    ("locate", "dive for", LocateAnswer(2)),
    ("teach-back", "  They swim. ", TeachBackAnswer("They swim.")),
]


@pytest.mark.parametrize(("id_", "line", "answer"), CLEAR)
def test_a_clear_line_is_an_answer(
    id_: str, line: str, answer: Answer, asked: Give, quiz: Quiz
) -> None:
    assert parse_answer(asked(id_), quiz, line) == answer


UNCLEAR = [
    ("choice", "", "Type the number of one option"),
    ("choice", "4", "from 1 to 3"),
    ("choice", "0", "from 1 to 3"),
    ("choice", "-1", "from 1 to 3"),
    ("choice", "01", "from 1 to 3"),
    ("choice", "٣", "from 1 to 3"),
    ("choice", "9" * 1_900, "from 1 to 3"),
    ("choice", "1 2", "Pick one"),
    ("choice", "the moon", "from 1 to 3"),
    ("choices", "1 2 3", "Pick 2"),
    ("choices", "fly; swim", "from 1 to 3"),
    ("statement", "perhaps", "from 1 to 3"),
    ("number", "many", "Type a number"),
    ("cloze", "live", "2 blanks"),
    ("cloze", "live, sea, lake", "2 blanks"),
    ("cloze", "live,", "2 blanks"),
    ("order", "1 2", "Each of the 3"),
    ("order", "1 1 2", "Each of the 3"),
    ("order", "1 2 4", "from 1 to 3"),
    ("match", "1a", "Give each of the 2"),
    ("match", "1a 1b", "Give each of the 2"),
    ("match", "1a 3b", "Give each of the 2"),
    ("match", "1a 2a", "a letter once"),
    ("match", "1a 2d", "from a to c"),
    ("match", "sea air", "Give each of the 2"),
    ("locate", "4", "from 1 to 3"),
    ("locate", "1 2", "one sentence"),
    ("locate", "nowhere", "from 1 to 3"),
    ("locate", "e", "from 1 to 3"),
]


@pytest.mark.parametrize(("id_", "line", "says"), UNCLEAR)
def test_an_unclear_line_is_told_what_to_type(
    id_: str, line: str, says: str, asked: Give, quiz: Quiz
) -> None:
    with pytest.raises(InvalidAnswer, match=says):
        parse_answer(asked(id_), quiz, line)
