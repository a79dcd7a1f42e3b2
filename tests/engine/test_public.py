"""A question as it is put to the learner."""

from typing import Any

import pytest

from quiz.engine.kinds import public
from quiz.model.public_question import PublicQuestion
from tests.model.test_question import QUESTIONS, changed

VERDICTS = ("True", "False", "Not stated in the passage")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("choice", {"parts": ("A", "B")}),
        ("choices", {"parts": ("A", "C", "B"), "pick": 2}),
        ("statement", {"parts": VERDICTS, "shuffle": False}),
        ("number", {"unit": "m"}),
        ("short", {"most_words": 1}),
        ("cloze", {"parts": ("b", "x"), "text": "a ___"}),
        ("order", {"parts": ("a", "b", "c")}),
        ("match", {"parts": ("b", "d", "x"), "lefts": ("a", "c")}),
        ("locate", {}),
        ("teach-back", {"parts": ("a", "b"), "shuffle": False}),
    ],
)
def test_what_a_learner_is_given(name: str, shown: dict[str, Any]) -> None:
    question = QUESTIONS[name]
    assert public(question) == PublicQuestion(id="q", kind=question.kind, ask="Why?", **shown)


def test_points_and_hint_go_along() -> None:
    question = changed("choice", {"points": 3, "hint": "Look.", "shuffle": False})
    assert (public(question).points, public(question).hint) == (3, "Look.")
    assert not public(question).shuffle


def test_blanks_are_counted_and_a_teach_back_earns_nothing() -> None:
    assert [public(question).blanks for question in QUESTIONS.values()].count(0) == 9
    assert public(QUESTIONS["cloze"]).blanks == 1
    assert [name for name, question in QUESTIONS.items() if not public(question).scored] == [
        "teach-back"
    ]
