"""What questions say of themselves, and when a fingerprint changes."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.fingerprint import fingerprint
from quiz.model.labels import Difficulty, Skill, Tag
from quiz.model.question import (
    KINDS,
    Choice,
    Choices,
    Cloze,
    Gap,
    Locate,
    Match,
    Note,
    Number,
    Option,
    Order,
    Pair,
    Question,
    Rejected,
    Short,
    Statement,
    TeachBack,
    Tempting,
    how_many,
)

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
    "cloze": Cloze(**COMMON, text="a ___", gaps=(Gap(accept=("b", "c")),), words=(WRONG,)),
    "order": Order(**COMMON, items=("a", "b", "c")),
    "match": Match(
        **COMMON, pairs=(Pair(left="a", right="b"), Pair(left="c", right="d")), spare=WRONG
    ),
    "locate": Locate(**COMMON, reject=(Tempting(quote="c", why="No."),)),
    "teach-back": TeachBack(**COMMON, checklist=("a", "b")),
}
NAMES = sorted(QUESTIONS)
BESIDE: dict[str, Any] = {
    "id": "other",
    "topic": "other",
    "skill": Skill.APPLY,
    "explain": "Other.",
    "difficulty": Difficulty.HARD,
    "note": Note(text="n", as_of="2026-11", source="s"),
    "hint": "Other.",
    "points": 7,
    "group": "g",
    "claims": ("C01",),
    "waive": {"rule": "Because."},
}
KEYS: list[tuple[str, dict[str, Any]]] = [
    *((name, {"ask": "Who?"}) for name in NAMES),
    ("choice", {"options": (B, A)}),
    ("choice", {"options": (A, replace(B, text="B2"))}),
    ("choice", {"options": (replace(A, correct=False), replace(B, correct=True))}),
    ("choice", {"options": (A, B, C)}),
    ("choices", {"options": (A, C, B)}),
    ("statement", {"answer": False}),
    ("statement", {"answer": "not stated"}),
    ("number", {"answer": 4}),
    ("number", {"tolerance": 0}),
    ("number", {"unit": "km"}),
    ("short", {"accept": ("a",)}),
    ("cloze", {"text": "b ___"}),
    ("cloze", {"gaps": (Gap(accept=("b",)),)}),
    ("cloze", {"words": ()}),
    ("order", {"items": ("b", "a", "c")}),
    ("match", {"pairs": (Pair(left="a", right="d"), Pair(left="c", right="b"))}),
    ("match", {"pairs": (Pair(left="z", right="b"), Pair(left="c", right="d"))}),
    ("match", {"spare": Rejected(text="y", why="No.")}),
    ("locate", {"evidence": "c d"}),
    ("teach-back", {"checklist": ("a",)}),
]
EXPLANATIONS: list[tuple[str, dict[str, Any]]] = [
    *((name, {field: value}) for name in NAMES for field, value in BESIDE.items()),
    *((name, {"evidence": ("c", "d")}) for name in NAMES if name != "locate"),
    (
        "choice",
        {"options": (replace(A, why="Yes."), replace(B, tag=Tag.MISREAD, quote="q", why="!"))},
    ),
    ("choice", {"shuffle": False}),
    ("statement", {"why": {"false": "Nope.", "not stated": "Nope."}}),
    ("number", {"reject": (WRONG,)}),
    ("number", {"answer": 3.0, "tolerance": 1.0}),
    ("short", {"reject": (WRONG,)}),
    ("cloze", {"words": (replace(WRONG, why="Nope."),)}),
    ("match", {"pairs": (Pair(left="a", right="b", why="!"), Pair(left="c", right="d"))}),
    ("match", {"spare": replace(WRONG, why="Nope.")}),
    ("locate", {"reject": ()}),
    ("locate", {"evidence": " a\n b"}),
]


def changed(name: str, change: dict[str, Any]) -> Question:
    return replace(QUESTIONS[name], **change)


@pytest.mark.parametrize(("name", "change"), KEYS)
def test_fingerprint_changes_with_text_and_key(name: str, change: dict[str, Any]) -> None:
    assert fingerprint(changed(name, change)) != fingerprint(QUESTIONS[name])


@pytest.mark.parametrize(("name", "change"), EXPLANATIONS)
def test_fingerprint_stays_with_explanations(name: str, change: dict[str, Any]) -> None:
    assert changed(name, change) != QUESTIONS[name] or change.get("answer") == 3.0
    assert fingerprint(changed(name, change)) == fingerprint(QUESTIONS[name])


def test_fingerprints_of_kinds_differ() -> None:
    assert len(set(map(fingerprint, QUESTIONS.values()))) == len(KINDS)


@given(st.text(), st.text())
def test_fingerprint_tells_texts_apart(one: str, other: str) -> None:
    prints = [fingerprint(changed("choice", {"ask": text})) for text in (one, other)]
    assert (prints[0] == prints[1]) == (one == other)
    assert all(len(found) == 16 and int(found, 16) >= 0 for found in prints)


def test_fingerprint_of_today_is_that_of_tomorrow() -> None:
    assert {name: fingerprint(question) for name, question in QUESTIONS.items()} == {
        "choice": "e1b01a198cc639f7",
        "choices": "8975b554bb6eabc8",
        "statement": "8b0a4c6ccf15f088",
        "number": "f465152d97fa6ade",
        "short": "4ebab289110dde94",
        "cloze": "36362ff380a77407",
        "order": "7612dd26a3fd6919",
        "match": "42a2b8f3a9bba44b",
        "locate": "9233601193ca63e4",
        "teach-back": "f3dc437cbca818bb",
    }


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
def test_verdicts_of_a_statement(answer: Any, right: str) -> None:  # noqa: ANN401  as in a file
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
    twice = replace(cloze, gaps=(Gap(accept=("b",)), Gap(accept=("b", "z"))))
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
