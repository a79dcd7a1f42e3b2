"""Lines typed off a sheet: every kind of question, and what learners do to paper."""

from collections.abc import Callable
from itertools import permutations

import pytest

from quiz.engine.kinds import grade
from quiz.engine.session import Presented
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TypedAnswer,
)
from quiz.model.quiz import Quiz
from quiz.plain.kinds.reading import InvalidAnswer
from quiz.plain.paper_entry.sheet import as_on_sheet, expected, parse_sheet

Give = Callable[[str], Presented]

# The parts are shown last first: a is the last option of the file.
READ: list[tuple[str, str, Answer | None]] = [
    ("choice", "c", ChoiceAnswer(frozenset({0}))),
    ("choice", " C ", ChoiceAnswer(frozenset({0}))),
    ("choice", "a b", ChoiceAnswer(frozenset({2, 1}))),
    ("choice", "", None),
    ("choice", "-", None),
    ("choices", "bc", ChoiceAnswer(frozenset({0, 1}))),
    ("choices", "b, c", ChoiceAnswer(frozenset({0, 1}))),
    ("choices", "abc", ChoiceAnswer(frozenset({0, 1, 2}))),
    ("choices", "b", ChoiceAnswer(frozenset({1}))),
    ("statement", "t", ChoiceAnswer(frozenset({0}))),
    ("statement", "F", ChoiceAnswer(frozenset({1}))),
    ("statement", "n", ChoiceAnswer(frozenset({2}))),
    ("statement", "not stated", ChoiceAnswer(frozenset({2}))),
    ("statement", "t n", ChoiceAnswer(frozenset({0, 2}))),
    ("number", "1", TypedAnswer(("1",))),
    ("number", "about one", TypedAnswer(("about one",))),
    ("short", "the  air", TypedAnswer(("the air",))),
    ("cloze", "live, sea", TypedAnswer(("live", "sea"))),
    ("cloze", "live sea", TypedAnswer(("live", "sea"))),
    ("cloze", "live, -", TypedAnswer(("live", ""))),
    ("cloze", ", sea", TypedAnswer(("", "sea"))),
    ("cloze", "-, -", None),
    ("order", "3 2 1", OrderAnswer((0, 1, 2))),
    ("order", "321", OrderAnswer((0, 1, 2))),
    ("order", "2,1,3", OrderAnswer((1, 2, 0))),
    ("order", "1 - 3", OrderAnswer((2, 0))),
    ("order", "- - -", None),
    ("match", "c b", MatchAnswer((0, 1))),
    ("match", "cb", MatchAnswer((0, 1))),
    ("match", "1c 2b", MatchAnswer((0, 1))),
    ("match", "2-b, 1-c", MatchAnswer((0, 1))),
    ("match", "2b", MatchAnswer((None, 1))),
    ("match", "c -", MatchAnswer((0, None))),
    ("match", "c c", MatchAnswer((0, 0))),
    ("match", "--", None),
    ("locate", "2", LocateAnswer(1)),
]
UNCLEAR = [
    ("choice", "d"),
    ("choice", "1"),
    ("choices", "a x"),
    ("statement", "x"),
    ("statement", "a"),
    ("cloze", "live"),
    ("cloze", "a, b, c"),
    ("order", "1 2"),
    ("order", "1 1 3"),
    ("order", "1 2 4"),
    ("order", "0 1 2"),
    ("order", "a b c"),
    ("match", "c"),
    ("match", "c b a"),
    ("match", "c z"),
    ("match", "3a"),
    ("match", "1a 2b oh"),
    ("match", "1 2"),
    ("locate", "0"),
    ("locate", "4"),
    ("locate", "1 2"),
    ("locate", "²"),
    ("locate", "the second"),
]


@pytest.mark.parametrize(("id_", "line", "answer"), READ)
def test_a_line_is_what_stands_on_the_sheet(
    id_: str, line: str, answer: Answer | None, asked: Give, quiz: Quiz
) -> None:
    assert parse_sheet(asked(id_), quiz, line) == answer


@pytest.mark.parametrize(("id_", "line", "answer"), READ)
def test_what_was_read_can_be_spelled_and_read_again_and_marked(
    id_: str, line: str, answer: Answer | None, asked: Give, quiz: Quiz
) -> None:
    del line
    assert parse_sheet(asked(id_), quiz, as_on_sheet(asked(id_), answer)) == answer
    if answer is not None:
        question = quiz.by_id[id_]
        assert 0 <= grade(question, answer, quiz).fraction <= 1


@pytest.mark.parametrize(("id_", "line"), UNCLEAR)
def test_what_cannot_stand_there_is_asked_for_again(
    id_: str, line: str, asked: Give, quiz: Quiz
) -> None:
    with pytest.raises(InvalidAnswer, match=r"\w.*\."):
        parse_sheet(asked(id_), quiz, line)


def test_the_numbers_in_the_boxes_are_places_not_names(asked: Give, quiz: Quiz) -> None:
    for items in permutations(range(3)):
        boxes = " ".join(str(items.index(index) + 1) for index in asked("order").option_order)
        answer = parse_sheet(asked("order"), quiz, boxes)
        assert answer == OrderAnswer(items)


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("choice", "a-c"),
        ("choices", "2 of a-c"),
        ("statement", "t f n"),
        ("number", "a number"),
        ("short", "words"),
        ("cloze", "2 words, with commas"),
        ("order", "3 boxes from the top"),
        ("match", "letters for 1-2"),
        ("locate", "a sentence, 1-3"),
    ],
)
def test_what_to_type_is_said_in_a_few_words(id_: str, words: str, asked: Give, quiz: Quiz) -> None:
    assert expected(asked(id_), quiz) == words
