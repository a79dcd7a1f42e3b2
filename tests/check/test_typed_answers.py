from typing import Any

import pytest

from quiz.check.finding import Level
from tests.check.build import found

YEAR = "A form of the drug called esketamine was approved in the United States in 2019"


def heard(rule: str, evidence: str, fields: dict[str, Any]) -> list[str]:
    passage = {"title": "An item", "source": "Our own words", "text": evidence}
    kind = "number" if "answer" in fields else "short"
    question = {"kind": kind, **fields, "evidence": evidence}
    return [finding.message for finding in found(rule, question, passage=passage)]


@pytest.mark.parametrize(
    ("evidence", "answer", "tolerance", "said"),
    [
        (YEAR, 2019, 0, ""),
        (YEAR, 2018, 0, "answer-not-in-evidence"),
        (YEAR, 19, 0, "answer-not-in-evidence"),
        (YEAR, 2018, 1, "answer-beyond-evidence"),
        (YEAR, 2019, 1, ""),
        ("Of ten people two slept.", 2, 0, ""),
        ("Of ten people two slept.", 3, 0, "answer-not-in-evidence"),
        ("It sold 2.3 million cups.", 2_300_000, 0, ""),
        ("It sold 1,200 cups.", 1200, 0, ""),
        ("Two hundred and five people came.", 205, 0, ""),
        ("It is given twice a day.", 2, 0, ""),
        ("It is given thrice a day.", 3, 0, ""),
        ("It harms both.", 2, 0, ""),
        ("They bought a dozen eggs.", 12, 0, ""),
        ("They bought two dozen eggs.", 24, 0, ""),
        ("A 19-year-old man came.", 19, 0, ""),
        ("It was −5 degrees.", -5, 0, ""),
        ("It was -5 degrees.", 5, 0, "answer-not-in-evidence"),
        ("It took 2,5 hours.", 2.5, 0, ""),
        ("Version 1.2.0 came.", 1.2, 0, "answer-not-in-evidence"),
        ("It fell to −2,5 degrees.", -2.5, 0, ""),
        ("About 80% slept.", 80, 0, ""),
    ],
)
def test_a_number_stands_in_its_evidence(
    evidence: str, answer: float, tolerance: float, said: str
) -> None:
    fields = {"answer": answer, "tolerance": tolerance}
    rules = ("answer-not-in-evidence", "answer-beyond-evidence")
    assert [rule for rule in rules if heard(rule, evidence, fields)] == ([said] if said else [])


@pytest.mark.parametrize(
    ("evidence", "accept", "named"),
    [
        ("It eased their shame.", ["shame"], []),
        ("It eased their shame.", ["shame", "stigma"], ["stigma"]),
        ("It eased their shame.", ["stigma", "shame", "guilt"], ["stigma", "guilt"]),
        ("It eased their shame.", ["stigma"], []),
        ("Health care cost more.", ["health care", "healthcare", "health-care"], []),
        ("He had COVID-19.", ["COVID-19", "covid19"], []),
        ("The clinics offer it.", ["clinics", "clinic"], []),
        ("Type O- is rare.", ["O-", "O"], ["O"]),
        ("They saw HER2- cells.", ["HER2-", "HER2"], ["HER2"]),
        ("It was half, 1/2 of all.", ["half", "½", "1:2"], ["1:2"]),
        ("They had 5 10 times.", ["5", "510"], ["510"]),
        ("He took the anesthetic.", ["anesthetic", "an anaesthetic", "Anesthetics"], []),
        ("Scars of the liver form.", ["scars of the liver", "liver scars"], []),
        ("Scars of the liver form.", ["scars", "liver damage"], ["liver damage"]),
        ("The Food and Drug Administration said so.", ["Food and Drug Administration", "FDA"], []),
        ("The Food and Drug Administration said so.", ["Drug Administration", "EMA"], ["EMA"]),
        ("It came from the United States.", ["United States", "U.S.", "USA"], ["USA"]),
        ("Forty patients came.", ["forty", "40", "14"], ["14"]),
        ("It is a plant.", ["plant", "one plant"], []),
        ("An ounce helped.", ["ounce", "one ounce"], []),
        ("The plant grew.", ["plant", "one plant"], ["one plant"]),
        ("The banana and the plant grew.", ["plant", "one plant"], ["one plant"]),
        (YEAR, ["2019", "in 2019", "2018"], ["2018"]),
    ],
)
def test_accepted_answers_beyond_the_evidence_are_named(
    evidence: str, accept: list[str], named: list[str]
) -> None:
    messages = heard("answer-beyond-evidence", evidence, {"accept": accept})
    quoted = ", ".join(f"“{each}”" for each in named)
    assert [message.partition(" is ")[0].partition(" are ")[0] for message in messages] == (
        [quoted] if named else []
    )


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("United States of America", "USA"),
        ("Food and Drug Administration", "FDA"),
        ("Centers for Disease Control", "CDC"),
        ("Council on Foreign Relations", "CFR"),
        ("Doctors in Training", "DT"),
        ("Bridge to the Future Fund", "BFF"),
        ("Institute of a Healthy Heart", "IHH"),
        ("Society of an Open Mind", "SOM"),
    ],
)
def test_the_first_letters_of_a_name_are_the_name(name: str, letters: str) -> None:
    evidence = f"The {name} said so."
    assert not heard("answer-beyond-evidence", evidence, {"accept": [name, letters]})
    assert heard("answer-beyond-evidence", evidence, {"accept": [name, f"Q{letters}"]})


def test_what_goes_beyond_is_a_note_where_the_first_such_answer_stands() -> None:
    (finding,) = found(
        "answer-beyond-evidence", {"kind": "short", "accept": ["anesthetic", "sleep aid", "pill"]}
    )
    assert finding.level is Level.NOTE
    assert finding.where == "questions[0].accept[1]"


@pytest.mark.parametrize("answer", ["the anesthetics", "a vet"])
def test_quotes_are_read_one_after_the_other(answer: str) -> None:
    quotes = ["Ketamine was first brought in as an anesthetic", "Vets also use it"]
    question = {"kind": "short", "accept": [answer], "evidence": quotes}
    assert not found("answer-not-in-evidence", question)
    assert not found("answer-beyond-evidence", question | {"accept": [answer, answer.upper()]})
    beside = ["ketamine", "an anesthetic", "vets"]
    assert not found("answer-beyond-evidence", question | {"accept": beside})


def test_a_number_is_found_where_it_stands() -> None:
    passage = {"title": "An item", "source": "Our own words", "text": YEAR}
    question = {"kind": "number", "answer": 2018, "tolerance": 1, "evidence": YEAR}
    (roughly,) = found("answer-beyond-evidence", question, passage=passage)
    (wrong,) = found("answer-not-in-evidence", question | {"tolerance": 0}, passage=passage)
    assert roughly.where == wrong.where == "questions[0].answer"


def test_each_blank_is_looked_at() -> None:
    cloze = {
        "kind": "cloze",
        "text": "It is an ___ and a ___ and ___.",
        "blanks": [
            {"accept": ["anesthetic"]},
            {"accept": ["vitamin"]},
            {"accept": ["anesthetic", "pill"]},
        ],
    }
    (missing,) = found("answer-not-in-evidence", cloze)
    assert missing.where == "questions[0].blanks[1].accept[0]"
    (beyond,) = found("answer-beyond-evidence", cloze)
    assert beyond.where == "questions[0].blanks[2].accept[1]"
