from typing import Any

import pytest

from tests.check.build import choice, found

YEAR = "A form of the drug called esketamine was approved in the United States in 2019"


@pytest.mark.parametrize(
    ("fields", "hit"),
    [
        ({"kind": "number", "answer": 2019, "evidence": YEAR}, False),
        ({"kind": "number", "answer": 2018, "evidence": YEAR}, True),
        ({"kind": "number", "answer": 2018, "tolerance": 1, "evidence": YEAR}, False),
        ({"kind": "number", "answer": 19, "evidence": YEAR}, True),
        ({"kind": "short", "accept": ["anesthetic", "anaesthetic"]}, False),
        ({"kind": "short", "accept": ["the anesthetics"]}, False),
        ({"kind": "short", "accept": ["anesthetics"]}, False),
        ({"kind": "short", "accept": ["vitamin"]}, True),
        ({"kind": "short", "accept": ["vitamin", "anesthetic"]}, False),
        ({"kind": "short", "accept": ["ketamine was"]}, False),
        ({"kind": "short", "accept": ["anesthetic ketamine"]}, True),
        ({"kind": "short", "accept": ["tin"]}, True),
    ],
)
def test_a_typed_answer_stands_in_its_evidence(fields: dict[str, Any], hit: bool) -> None:
    assert bool(found("answer-not-in-evidence", fields)) is hit


def test_each_gap_is_looked_at() -> None:
    cloze = {
        "kind": "cloze",
        "text": "It is an ___ and a ___.",
        "gaps": [{"accept": ["anesthetic"]}, {"accept": ["vitamin"]}],
    }
    (finding,) = found("answer-not-in-evidence", cloze)
    assert finding.where == "questions[0].gaps[1].accept"


@pytest.mark.parametrize(("passage", "hit"), [("Of ten people two slept.", False), ("Tea.", True)])
def test_a_number_may_be_a_word(passage: str, hit: bool) -> None:
    fields = {"kind": "number", "answer": 2, "evidence": passage}
    text = {"title": "Sleep", "source": "Ours", "text": passage}
    assert bool(found("answer-not-in-evidence", fields, passage=text)) is hit


@pytest.mark.parametrize(("count", "hit"), [(3, False), (4, True)])
def test_a_quote_over_many_sentences(count: int, hit: bool) -> None:
    text = "One is. Two is. Three is. Four is. Five is."
    passage = {"title": "Many", "source": "Ours", "text": text}
    quote = " ".join(text.split()[: count * 2])
    question = {"evidence": ["Five is.", quote], "kind": "short", "accept": ["five"]}
    findings = found("wide-evidence", question, passage=passage)
    assert [finding.where for finding in findings] == ["questions[0].evidence[1]"] * hit


@pytest.mark.parametrize(
    ("option", "hit"),
    [
        ({"tag": "unsupported", "quote": "Vets also use it"}, True),
        ({"tag": "elsewhere", "quote": "Vets also use it"}, False),
        ({"tag": "misread", "quote": "Vets also use it"}, False),
        ({"tag": "unsupported"}, False),
    ],
)
def test_a_tag_that_its_quote_contradicts(option: dict[str, str], hit: bool) -> None:
    question = choice("What was it?", "An anesthetic", "A drug for pets")
    question["options"][1] |= option
    assert bool(found("tag-against-passage", question)) is hit
