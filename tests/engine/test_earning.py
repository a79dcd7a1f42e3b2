"""How points are earned is said for the kinds that a sitting asks."""

import pytest

from quiz.engine.earning import earning
from quiz.engine.kinds import KINDS, public
from quiz.model.question import Question

from .conftest import EVERY_KIND

QUESTIONS: dict[str, Question] = {question.kind: question for question in EVERY_KIND}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("choice", None),
        ("choices", "a wrong pick takes back a right one"),
        ("statement", None),
        ("number", None),
        ("short", None),
        ("cloze", "each right one earns its share"),
        ("order", "each pair in the right order earns its share"),
        ("match", "each right pair earns its share"),
        ("locate", None),
        ("teach-back", "is not scored"),
    ],
)
def test_each_kind_says_how_it_earns_points(kind: str, words: str | None) -> None:
    question: Question = QUESTIONS[kind]
    first, *other = earning([question, question])
    assert first.startswith("A right answer earns all")
    assert [words in said for said in other if words] == ([True] if words else [])
    assert len(other) == bool(words)
    assert earning([public(question)]) == (first, *other)


def test_kinds_that_are_not_asked_are_not_spoken_of() -> None:
    assert len(earning(QUESTIONS.values())) == 1 + sum(bool(kind.earns) for kind in KINDS.values())
    assert len(earning([])) == 1
