"""When a fingerprint changes, and when it stays."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.fingerprint import fingerprint
from quiz.model.labels import Difficulty, Skill, Tag
from quiz.model.question import KINDS
from quiz.model.question_parts import Blank, Note, Pair, Rejected
from tests.model.test_question import QUESTIONS, WRONG, A, B, C, changed

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
    ("cloze", {"blanks": (Blank(accept=("b",)),)}),
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
