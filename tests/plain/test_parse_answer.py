"""Lines as answers."""

import re
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
from quiz.model.question import Choice, Choices, Cloze, Match, Order
from quiz.model.question_parts import Blank, Option, Pair, Rejected
from quiz.model.quiz import Quiz
from quiz.plain.ask import parse_answer, question_blocks
from quiz.plain.kinds.blanks import split
from quiz.plain.kinds.reading import InvalidAnswer
from tests.plain.conftest import COMMON, laid_out

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
    ("number", "many", TypedAnswer(("many",))),
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


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2,5; 1000", ["2,5", "1000"]),
        ("2,5;1000", ["2,5", "1000"]),
        ("2.5; 1,000", ["2.5", "1,000"]),
        ("2,5, 1000", ["2,5", "1000"]),
        ("2,5 1000", ["2,5", "1000"]),
        ("1000 2,5", ["1000", "2,5"]),
        ("2.5 1000", ["2.5", "1000"]),
        ("2, 5", ["2", "5"]),
        ("2 5", ["2", "5"]),
        ("1,000 2", ["1,000", "2"]),
        ("1 000; 2", ["1 000", "2"]),
        ("1 000, 2", ["1 000", "2"]),
        ("2, 5 000", ["2", "5 000"]),
        ("live,sea", ["live", "sea"]),
        ("20 mg, two days", ["20 mg", "two days"]),
        ("5 1000; 2", ["5 1000", "2"]),
        ("sea, lake; air", ["sea, lake", "air"]),
        ("2,5 100", "2,5; 100 or 2; 5 100"),
        ("2,5 000", "2,5; 000 or 2; 5 000"),
        ("2, 5 1000", "Where does each answer end"),
        ("1 000", "Where does each answer end"),
        ("2,5", "There are 2 blanks"),
        ("1,000", "There are 2 blanks"),
        ("1 000 2,5", "There are 2 blanks"),
        ("a, b, c", "There are 2 blanks"),
        ("a; b; c", "There are 2 blanks"),
    ],
)
def test_two_blanks_on_a_line(line: str, found: list[str] | str) -> None:
    if isinstance(found, list):
        assert split(line, 2) == found
    else:
        with pytest.raises(InvalidAnswer, match=found):
            split(line, 2)


def numbers_of(*texts: str, pick: int = 1) -> Presented:
    """Return a choice whose options are numbers, in the order of the file."""
    options = tuple(Option(text=text, correct=n < pick) for n, text in enumerate(texts))
    kind = Choices if pick > 1 else Choice
    return Presented(
        kind(id="n", ask="How many?", options=options, shuffle=False, **COMMON),
        tuple(range(len(texts))),
    )


@pytest.mark.parametrize(
    ("asked", "line", "found"),
    [
        (numbers_of("2", "3", "4"), "3", "row 3 (“4”) or row 2 (“3”)"),
        (numbers_of("2", "3", "4"), "2.", picked(0)),
        (numbers_of("2", "3", "4"), "row 3", picked(2)),
        (numbers_of("2", "3", "4"), "Row 2", picked(1)),
        (numbers_of("2", "3", "4"), "1", picked(0)),
        (numbers_of("2", "3", "4"), "4", picked(2)),
        (numbers_of("1", "2", "3"), "3", picked(2)),
        (numbers_of("2", "3", "4", pick=2), "2 3", "row 2 3 (“3; 4”) or row 1 2 (“2; 3”)"),
        (numbers_of("2", "3", "4", pick=2), "3 4", picked(1, 2)),
        (numbers_of("2", "3", "4", pick=2), "row 1 2", picked(0, 1)),
        (numbers_of("1,2", "3", "4", pick=2), "1,2", "row 1 2 (“1,2; 3”) or row 1 (“1,2”)"),
    ],
)
def test_a_number_that_is_a_row_and_an_answer_is_asked_about(
    asked: Presented, line: str, found: Answer | str, quiz: Quiz
) -> None:
    if isinstance(found, str):
        with pytest.raises(InvalidAnswer, match=re.escape(found)):
            parse_answer(asked, quiz, line)
    else:
        assert parse_answer(asked, quiz, line) == found


def test_the_same_of_an_order_and_of_a_word_bank(quiz: Quiz) -> None:
    order = Presented(Order(id="o", ask="?", items=("1", "2", "3"), **COMMON), (2, 1, 0))
    with pytest.raises(InvalidAnswer, match="row 1 2 3"):
        parse_answer(order, quiz, "1 2 3")
    assert parse_answer(order, quiz, "row 3 2 1") == OrderAnswer((0, 1, 2))
    wrong = (Rejected(text="1", why="No."), Rejected(text="3", why="No."))
    blanks = (Blank(accept=("2",)),)
    bank = Presented(
        Cloze(id="c", ask="?", text="After ___ days.", blanks=blanks, words=wrong, **COMMON),
        (0, 1, 2),
    )
    with pytest.raises(InvalidAnswer, match="row 2"):
        parse_answer(bank, quiz, "2")
    assert parse_answer(bank, quiz, "row 2") == TypedAnswer(("1",))


def test_no_letter_of_a_right_side_is_what_another_one_says(quiz: Quiz) -> None:
    pairs = (Pair(left="Ann", right="B"), Pair(left="Bea", right="A"))
    spare = Rejected(text="AB", why="Nobody has it.")
    match = Presented(
        Match(id="m", ask="Which type?", pairs=pairs, spare=spare, **COMMON), (0, 1, 2)
    )
    said = laid_out(question_blocks(match, quiz))
    assert "  c  B" in said
    assert "Type the pairs, as in 1d 2c. One letter is left over." in said
    with pytest.raises(InvalidAnswer, match="from c to e"):
        parse_answer(match, quiz, "1b 2a")
    assert parse_answer(match, quiz, "1c 2d") == MatchAnswer((0, 1))


@pytest.mark.parametrize(("pick", "example"), [(2, "as in 1 3."), (3, "as in 1 2 4.")])
def test_an_example_has_as_many_numbers_as_are_to_be_picked(
    pick: int, example: str, quiz: Quiz
) -> None:
    said = laid_out(question_blocks(numbers_of("a", "b", "c", "d", pick=pick), quiz))
    assert any(line.endswith(example) for line in said)


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
