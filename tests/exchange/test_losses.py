"""What a format has no place for, by question and in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.exchange.format import Loss
from quiz.exchange.losses import losses
from quiz.model.labels import Tag
from quiz.model.question import Choice, Short
from quiz.model.question_parts import Rejected
from quiz.quizfile.reader import read

QUIZ = read(Path(__file__).parents[1] / "quizzes/good/everything.yaml")
FIELDS = (
    *("passage", "glossary", "know", "forms", "claims"),
    *("id", "topic", "skill", "difficulty", "points", "hint", "note", "group", "waive", "tag"),
    *("quote", "why", "explain", "evidence", "shuffle"),
)


def lost(name: str) -> list[tuple[str, str]]:
    """Return what is lost where a format holds all but one field."""
    holds = [one for one in FIELDS if one != name]
    return [(loss.question, loss.what) for loss in losses(QUIZ, holds)]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("hint", [("hot", "its hint")]),
        ("points", [("hot", "its points")]),
        ("note", [("hot", "its dated note")]),
        ("glossary", []),
        ("shuffle", []),
        ("passage", [("", "the passage")]),
        ("know", [("", "what to know beyond the passage")]),
        ("claims", [("", "the claims of the article, and which questions ask about them")]),
    ],
)
def test_only_what_a_quiz_has_is_lost(name: str, told: list[tuple[str, str]]) -> None:
    assert lost(name) == told


def test_the_tags_of_options_and_of_typed_answers_are_told() -> None:
    short = QUIZ.by_id["filter"]
    assert isinstance(short, Short)
    wrong = Rejected(text="wind", why="Not there.", tag=Tag.UNSUPPORTED)
    questions = (QUIZ.questions[0], QUIZ.questions[1], replace(short, reject=(wrong,)))
    found = losses(replace(QUIZ, questions=questions), {*FIELDS} - {"tag"})
    assert {loss.question for loss in found} == {"hot", "filter"}


def test_an_order_that_is_to_stay_is_told() -> None:
    hot = QUIZ.by_id["hot"]
    assert isinstance(hot, Choice)
    quiz = replace(QUIZ, questions=(replace(hot, shuffle=False),))
    found = losses(quiz, {*FIELDS} - {"shuffle"})
    assert found == (Loss("hot", "the order of its options"),)


def test_what_a_format_says_itself_stands_in_the_order_of_the_quiz() -> None:
    own = [Loss("filter", "b"), Loss("hot", "b"), Loss("filter", "a"), Loss("", "c")]
    assert losses(QUIZ, FIELDS, own) == (own[3], own[1], own[0], own[2])
