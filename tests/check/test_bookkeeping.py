from typing import Any

import pytest

from tests.check.build import choice, found

NOTE = {"text": "More is known.", "as_of": "2026-11", "source": "The label"}


def wheres(rule: str, *questions: dict[str, Any], **fields: object) -> list[str]:
    return [finding.where for finding in found(rule, *questions, **fields)]


def test_unused_topics() -> None:
    topics = {"uses": "Uses", "risks": "Risks", "help": "Help"}
    assert wheres("unused-topic", {}, {"topic": "help"}, topics=topics) == ["topics.risks"]


@pytest.mark.parametrize(
    ("terms", "unused"),
    [
        (["ketamine", "glutamate"], []),
        (["ketamine", "serotonin"], ["terms[1]"]),
        (["brain cell"], []),
        (["ketam"], ["terms[0]"]),
        (["anesthetics"], ["terms[0]"]),
        (["etamine"], ["terms[0]"]),
        ([], []),
    ],
)
def test_unused_terms(terms: list[str], unused: list[str]) -> None:
    assert wheres("unused-term", terms=terms) == unused


def test_a_term_may_stand_in_a_question_alone() -> None:
    assert not wheres("unused-term", {"explain": "It acts on serotonin."}, terms=["serotonin"])


def test_a_definition_that_may_answer_a_question() -> None:
    told = {"term": "pills", "means": "Small round sweets that hold a dose.", "source": "Ours"}
    asked = choice("Which ones hold a dose?", "Pills", "Walks")
    assert wheres("telling-definition", asked, terms=["dose", told]) == ["terms[1].means"]
    assert not wheres("telling-definition", choice("Which?", "Pills", "Walks"), terms=[told])
    assert not wheres("telling-definition", asked, terms=["pills"])


def test_a_term_that_stands_in_its_own_definition_alone_is_unused() -> None:
    term = {"term": "serotonin", "means": "Like other serotonin.", "source": "Ours"}
    assert wheres("unused-term", terms=[term]) == ["terms[0]"]


def test_no_difficulty() -> None:
    assert wheres("no-difficulty", {"difficulty": None}, {}) == ["questions[0]"]


def test_no_tag() -> None:
    options = choice("What was it?", "An anesthetic", "A pill", "A walk")
    options["options"][2]["tag"] = None
    assert wheres("no-tag", options) == ["questions[0].options[2]"]
    statement = {"kind": "statement", "ask": "It is.", "answer": True}
    assert not wheres("no-tag", statement)


@pytest.mark.parametrize(
    ("as_of", "old"),
    [
        ("2026-11", False),
        ("2024-11", False),
        ("2024-10", True),
        ("2001-01", True),
        ("2026-12", True),
        ("2027-03", True),
    ],
)
def test_old_notes(as_of: str, old: bool) -> None:
    note = NOTE | {"as_of": as_of}
    assert wheres("old-note", {"note": note}) == ["questions[0].note.as_of"] * old
    assert wheres("old-note", know=[note]) == ["know[0].as_of"] * old


def claim(status: str = "ok", **fields: str) -> dict[str, Any]:
    return {"says": "It is so", "status": status, **fields}


def test_claims_that_nothing_asks_about() -> None:
    claims = {"A": claim(), "B": claim(), "C": claim(unasked="Too easy")}
    assert wheres("claim-not-asked", {"claims": ["A"]}, claims=claims) == ["claims.B"]


def test_a_claim_that_is_asked_though_it_is_said_why_not() -> None:
    claims = {"A": claim(unasked="Too easy"), "B": claim(unasked="Too hard")}
    found = wheres("claim-not-asked", {"claims": ["A"]}, claims=claims)
    assert found == ["claims.A.unasked"]


@pytest.mark.parametrize(
    ("status", "note", "hit"),
    [
        ("imprecise", None, True),
        ("dated", None, True),
        ("dated", NOTE, False),
        ("ok", None, False),
        ("vague", None, False),
        ("view", None, False),
    ],
)
def test_a_claim_that_needs_a_note(status: str, note: dict[str, str] | None, hit: bool) -> None:
    claims = {"A": claim(), "B": claim(status)}
    question = {"claims": ["A", "B"], "note": note}
    expected = ["questions[0].claims[1]"] * hit
    assert wheres("claim-without-note", question, claims=claims) == expected
    told = question | {"kind": "teach-back", "checklist": ["it"]}
    assert not wheres("claim-without-note", told, claims=claims)


def test_lone_groups() -> None:
    questions = [{"group": "a"}, {"group": "b"}, {"group": "a"}, {}]
    assert wheres("lone-group", *questions) == ["questions[1].group"]
