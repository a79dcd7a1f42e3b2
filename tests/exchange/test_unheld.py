"""What a format has no place for, by question and in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.exchange.format import Loss
from quiz.exchange.unheld import in_order, unheld
from quiz.model.labels import Tag
from quiz.model.question import Rejected, Short
from quiz.quizfile.reader import read

QUIZ = read(Path(__file__).parents[1] / "quizzes/good/everything.yaml")


@pytest.mark.parametrize(
    ("name", "losses"),
    [
        ("hint", [Loss("hot", "its hint")]),
        ("points", [Loss("hot", "its points")]),
        ("note", [Loss("hot", "its dated note")]),
        ("glossary", []),
        ("passage", [Loss("", "the passage")]),
        ("know", [Loss("", "what to know beyond the passage")]),
        (
            "claims",
            [
                Loss("", "the claims of the article"),
                Loss("hot", "the claims that it asks about"),
                Loss("thirst", "the claims that it asks about"),
            ],
        ),
    ],
)
def test_only_what_a_quiz_has_is_lost(name: str, losses: list[Loss]) -> None:
    assert list(unheld(QUIZ, name)) == losses


def test_the_tags_of_options_and_of_typed_answers_are_told() -> None:
    short = QUIZ.by_id["filter"]
    assert isinstance(short, Short)
    wrong = Rejected(text="wind", why="Not there.", tag=Tag.UNSUPPORTED)
    questions = (QUIZ.questions[0], QUIZ.questions[1], replace(short, reject=(wrong,)))
    told = {loss.question for loss in unheld(replace(QUIZ, questions=questions), "tags")}
    assert told == {"hot", "filter"}


def test_losses_stand_in_the_order_of_the_quiz() -> None:
    losses = [Loss("filter", "b"), Loss("hot", "b"), Loss("filter", "a"), Loss("", "c")]
    assert [(one.question, one.what) for one in in_order(QUIZ, losses)] == [
        ("", "c"),
        ("hot", "b"),
        ("filter", "b"),
        ("filter", "a"),
    ]
