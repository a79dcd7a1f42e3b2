"""Explanations."""

from collections.abc import Callable

import pytest

from quiz.engine.kinds import KINDS
from quiz.engine.session import Presented, Session
from quiz.model.quiz import Quiz
from quiz.plain.ask import parse_answer
from quiz.plain.explain import explanation
from tests.plain.conftest import laid_out

TABLE = [
    ("choice", "3", ["✓ Right", "✓  3  In the sea (right, your answer)", "   1  2019"]),
    ("choice", "2", ["✗ Not quite", "✗  2  In lakes (your answer)\n      Lakes are not named."]),
    ("choice", "2", ["✓  3  In the sea (right)", "The passage says: “Whales live in the sea.”"]),
    ("choice", "2", ["So it says.", "All of them do.\nChecked in October 2026. Source: An atlas"]),
    ("choices", "3", ["◐ Partly right"]),
    ("statement", "1", ["✗ Not quite", "✓  3  Not stated in the passage (right)"]),
    ("number", "2", ["✗  2 (your answer)\n   Only some.", "✓  1 hours (right)"]),
    ("short", "water", ["✗  water (your answer)\n   Fish do.", "✓  oxygen gas (right)"]),
    ("cloze", "live, lake", ["◐ Partly right", "✗  lake (your answer)\n   Not said."]),
    ("order", "3 1 2", ["◐ Partly right (2 of 3 pairs in the right order)", "✓  1  one (right)"]),
    ("order", "3 1 2", ["Your order:", "◐  3  two\n      In order with 1 of the other 2."]),
    ("order", "3 1 2", ["The right order:\n   1  one\n   2  two\n   3  three\n"]),
    ("match", "1c 2a", ["✓  Whales → Sea (right, your answer)\n   Home.", "✗  Bats → Fire"]),
    ("locate", "3", ["✗  Most dive for an hour. (your answer)\n   That is diving."]),
    ("teach-back", "They swim.", ["✓ Done", "you checked 0", "   in the sea"]),
]


@pytest.mark.parametrize(("id_", "line", "parts"), TABLE)
def test_what_is_said(
    id_: str, line: str, parts: list[str], asked: Callable[[str], Presented], quiz: Quiz
) -> None:
    one = asked(id_)
    session = Session.begin(quiz, (one,)).answer(parse_answer(one, quiz, line))[0]
    said = "\n".join(laid_out(explanation(one, session.response, quiz)))
    for part in parts:
        assert part in said


def test_a_question_without_an_answer_is_explained_too(
    asked: Callable[[str], Presented], quiz: Quiz
) -> None:
    for question in quiz.questions:
        assert laid_out(explanation(asked(question.id), None, quiz))[0] == "– Not answered"


GIVEN = [
    ("choices", "1 3", "Live in the sea; Fly"),
    ("number", "2", "2"),
    ("cloze", "live, lake", "live; lake"),
    ("order", "1 2 3", "three; two; one"),
    ("match", "1a 2b", "Whales → Fire; Bats → Air"),
    ("locate", "2", "They breathe air."),
    ("teach-back", "They swim.", "They swim."),
]


@pytest.mark.parametrize(("id_", "line", "words"), GIVEN)
def test_an_answer_in_words(
    id_: str, line: str, words: str, asked: Callable[[str], Presented], quiz: Quiz
) -> None:
    one = asked(id_)
    answer = parse_answer(one, quiz, line)
    assert KINDS[one.question.kind].in_words(one.question, answer, quiz) == words
