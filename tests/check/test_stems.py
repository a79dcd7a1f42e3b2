import pytest

from tests.check.build import choice, found

OPTIONS = ("Ketamine eases pain", "Vets feed animals", "Clinics sell books")


def test_a_cloze_may_have_blanks() -> None:
    cloze = {
        "kind": "cloze",
        "ask": "Fill the ___.",
        "text": "It was ___.",
        "blanks": [{"accept": ["so"]}],
    }
    assert not found("blank-in-stem", cloze)


def test_a_sentence_may_be_looked_for_by_what_it_does_not_say() -> None:
    assert not found("negative-stem", {"kind": "locate", "ask": "Which is NOT on pain?"})


@pytest.mark.parametrize(
    ("ask", "hit"),
    [
        ("Ketamine is not a dissociative drug.", True),
        ("Vets never use it.", True),
        ("Patients can't stay awake.", True),
        ("Ketamine is a dissociative drug.", False),
        ("Experts do not fully know how it works.", False),
        ("It is meant for people who have not gotten better.", False),
        ("The passage calls the reports false.", False),
        ("The passage calls it untrue.", False),
        ("The reports are worded incorrectly.", False),
        ("Why it works is not known.", True),
        ("It is false that vets never use it.", False),
        ("The report is incorrect.", False),
        ("The false report was never sold.", True),
    ],
)
def test_a_negative_statement(ask: str, hit: bool) -> None:
    findings = found("negative-stem", {"kind": "statement", "ask": ask, "answer": True})
    assert ["double negative" in finding.message for finding in findings] == [True] * hit


def test_it_is_said_what_a_stem_lacks() -> None:
    for ask in ("Which of these is true?", "Which option here is the best"):
        (finding,) = found("no-question", choice(ask, *OPTIONS))
        assert finding.message == "The question says nothing of what it is about."
    (finding,) = found("no-question", choice("Ketamine", *OPTIONS))
    assert finding.message == "The words before the options ask nothing."


def test_a_task_of_another_kind_need_not_ask() -> None:
    order = {"kind": "order", "ask": "From first to last", "items": ["a", "b", "c"]}
    assert not found("no-question", order)


@pytest.mark.parametrize("rule", ["negative-stem", "no-question"])
def test_english_rules_leave_other_languages_alone(rule: str) -> None:
    weak = choice("Which is NOT", *OPTIONS)
    assert found(rule, weak | {"ask": "NOT"})
    assert not found(rule, weak | {"ask": "NOT"}, language="de")
