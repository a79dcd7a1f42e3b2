"""Lines typed off a sheet: every kind of question, and what learners do to paper."""

from collections.abc import Callable
from itertools import permutations

import pytest

from quiz.engine.grading import grade
from quiz.engine.selection import Presented
from quiz.model.answer import Answer, Located, Matched, Ordered, Picked, Typed
from quiz.model.quiz import Quiz
from quiz.plain.reply import Unclear
from quiz.plain.written import spelled, wanted, written

Give = Callable[[str], Presented]

# The parts are shown last first: a is the last option of the file.
READ: list[tuple[str, str, Answer | None]] = [
    ("choice", "c", Picked(frozenset({0}))),
    ("choice", " C ", Picked(frozenset({0}))),
    ("choice", "a b", Picked(frozenset({2, 1}))),
    ("choice", "", None),
    ("choice", "-", None),
    ("choices", "bc", Picked(frozenset({0, 1}))),
    ("choices", "b, c", Picked(frozenset({0, 1}))),
    ("choices", "abc", Picked(frozenset({0, 1, 2}))),
    ("choices", "b", Picked(frozenset({1}))),
    ("statement", "t", Picked(frozenset({0}))),
    ("statement", "F", Picked(frozenset({1}))),
    ("statement", "n", Picked(frozenset({2}))),
    ("statement", "not stated", Picked(frozenset({2}))),
    ("statement", "c", Picked(frozenset({2}))),
    ("statement", "a c", Picked(frozenset({0, 2}))),
    ("number", "1", Typed(("1",))),
    ("number", "about one", Typed(("about one",))),
    ("short", "the  air", Typed(("the air",))),
    ("cloze", "live, sea", Typed(("live", "sea"))),
    ("cloze", "live sea", Typed(("live", "sea"))),
    ("cloze", "live, -", Typed(("live", ""))),
    ("cloze", ", sea", Typed(("", "sea"))),
    ("cloze", "-, -", None),
    ("order", "3 2 1", Ordered((0, 1, 2))),
    ("order", "321", Ordered((0, 1, 2))),
    ("order", "2,1,3", Ordered((1, 2, 0))),
    ("order", "1 - 3", Ordered((2, 0))),
    ("order", "- - -", None),
    ("match", "c b", Matched((0, 1))),
    ("match", "cb", Matched((0, 1))),
    ("match", "1c 2b", Matched((0, 1))),
    ("match", "2-b, 1-c", Matched((0, 1))),
    ("match", "2b", Matched((None, 1))),
    ("match", "c -", Matched((0, None))),
    ("match", "c c", Matched((0, 0))),
    ("match", "--", None),
    ("locate", "2", Located(1)),
]
UNCLEAR = [
    ("choice", "d"),
    ("choice", "1"),
    ("choices", "a x"),
    ("statement", "x"),
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
    assert written(asked(id_), quiz, line) == answer


@pytest.mark.parametrize(("id_", "line", "answer"), READ)
def test_what_was_read_can_be_spelled_and_read_again_and_marked(
    id_: str, line: str, answer: Answer | None, asked: Give, quiz: Quiz
) -> None:
    del line
    assert written(asked(id_), quiz, spelled(asked(id_), answer)) == answer
    if answer is not None:
        question = quiz.question(id_)
        assert question
        assert 0 <= grade(question, answer, quiz.passage).fraction <= 1


@pytest.mark.parametrize(("id_", "line"), UNCLEAR)
def test_what_cannot_stand_there_is_asked_for_again(
    id_: str, line: str, asked: Give, quiz: Quiz
) -> None:
    with pytest.raises(Unclear, match=r"\w.*\."):
        written(asked(id_), quiz, line)


def test_the_numbers_in_the_boxes_are_places_not_names(asked: Give, quiz: Quiz) -> None:
    question = quiz.question("order")
    assert question
    for items in permutations(range(3)):
        boxes = " ".join(str(items.index(index) + 1) for index in asked("order").layout)
        answer = written(asked("order"), quiz, boxes)
        assert answer == Ordered(items)


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("choice", "a-c"),
        ("choices", "2 of a-c"),
        ("statement", "a-c or t f n"),
        ("number", "a number"),
        ("short", "words"),
        ("cloze", "2 words, with commas"),
        ("order", "3 boxes from the top"),
        ("match", "letters for 1-2"),
        ("locate", "a sentence, 1-3"),
    ],
)
def test_what_to_type_is_said_in_a_few_words(id_: str, words: str, asked: Give, quiz: Quiz) -> None:
    assert wanted(asked(id_), quiz) == words
