"""What questions say of themselves."""

from dataclasses import fields, replace
from typing import Any

import pytest

from quiz.engine.kinds.picking import how_many
from quiz.model.labels import Skill
from quiz.model.question import (
    KINDS,
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.question_parts import Blank, Option, Pair, Rejected, Tempting

COMMON: dict[str, Any] = {
    "id": "q",
    "topic": "t",
    "skill": Skill.ACCESS,
    "ask": "Why?",
    "explain": "So.",
    "evidence": "a b",
}
A, B, C = Option(text="A", correct=True), Option(text="B", why="No."), Option(text="C", why="No.")
WRONG = Rejected(text="x", why="No.")
QUESTIONS: dict[str, Question] = {
    "choice": Choice(**COMMON, options=(A, B)),
    "choices": Choices(**COMMON, options=(A, replace(C, correct=True), B)),
    "statement": Statement(**COMMON, answer=True, why={"false": "No.", "not stated": "No."}),
    "number": Number(**COMMON, answer=3, tolerance=1, unit="m"),
    "short": Short(**COMMON, accept=("a", "b")),
    "cloze": Cloze(**COMMON, text="a ___", blanks=(Blank(accept=("b", "c")),), words=(WRONG,)),
    "order": Order(**COMMON, items=("a", "b", "c")),
    "match": Match(
        **COMMON, pairs=(Pair(left="a", right="b"), Pair(left="c", right="d")), spare=WRONG
    ),
    "locate": Locate(**COMMON, reject=(Tempting(quote="c", why="No."),)),
    "teach-back": TeachBack(**COMMON, checklist=("a", "b")),
}


def changed(name: str, change: dict[str, Any]) -> Question:
    return replace(QUESTIONS[name], **change)


def test_every_kind_has_its_name() -> None:
    assert {name: type(question) for name, question in QUESTIONS.items()} == dict(KINDS)
    assert all(question.kind == name for name, question in QUESTIONS.items())


def test_only_teach_back_is_not_scored() -> None:
    assert [name for name, question in QUESTIONS.items() if not question.scored] == ["teach-back"]


@pytest.mark.parametrize(("name", "number"), [("choice", 1), ("choices", 2), ("statement", 1)])
def test_how_many_to_pick(name: str, number: int) -> None:
    question = QUESTIONS[name]
    assert isinstance(question, Choice | Choices | Statement)
    assert how_many(question) == number


@pytest.mark.parametrize(
    ("answer", "right"),
    [(True, "True"), (False, "False"), ("not stated", "Not stated in the passage")],
)
def test_verdicts_of_a_statement(answer: Any, right: str) -> None:
    question = changed("statement", {"answer": answer})
    assert isinstance(question, Statement)
    assert [option.text for option in question.options] == [
        "True",
        "False",
        "Not stated in the passage",
    ]
    assert [option.text for option in question.options if option.correct] == [right]
    assert question.options[1].why == "No."
    assert question.shuffle is False


def test_quotes() -> None:
    assert QUESTIONS["choice"].quotes == ("a b",)
    assert changed("choice", {"evidence": ()}).quotes == ()
    assert changed("choice", {"evidence": ("a", "b")}).quotes == ("a", "b")


def test_word_bank() -> None:
    cloze = QUESTIONS["cloze"]
    assert isinstance(cloze, Cloze)
    assert cloze.word_bank == ("b", "x")
    twice = replace(cloze, blanks=(Blank(accept=("b",)), Blank(accept=("b", "z"))))
    assert twice.word_bank == ("b", "x")
    assert replace(cloze, words=()).word_bank == ()


def test_rights_of_a_match_end_with_the_spare() -> None:
    match = QUESTIONS["match"]
    assert isinstance(match, Match)
    assert match.rights == ("b", "d", "x")


def test_questions_are_frozen() -> None:
    for question in QUESTIONS.values():
        for field in fields(question):
            with pytest.raises(AttributeError):
                setattr(question, field.name, None)


def test_a_number_is_exact_unless_more_is_said() -> None:
    number = Number(**COMMON, answer=3)
    assert (number.tolerance, number.unit, number.points) == (0, None, 1)
