import pytest

from quiz.check.finding import Finding
from quiz.check.inspection import inspect
from tests.check.build import TODAY, build_quiz, choice

NEGATIVE = choice("Which is NOT a use?", "A walk", "Surgery", "Care")


def findings(*questions: dict[str, object], wanted: set[str] | None = None) -> list[Finding]:
    names = {"negative-stem", "all-of-the-above", "unused-waiver"} if wanted is None else wanted
    return list(inspect(build_quiz(*questions), TODAY, names).findings)


def test_a_waived_warning_keeps_its_reason() -> None:
    (finding,) = findings(NEGATIVE | {"waive": {"negative-stem": "The law asks it so."}})
    assert finding.rule == "negative-stem"
    assert finding.waived == "The law asks it so."


def test_a_waiver_counts_for_its_own_question_alone() -> None:
    waived = NEGATIVE | {"waive": {"negative-stem": "The law asks it so."}}
    first, second = findings(waived, NEGATIVE)
    assert (bool(first.waived), bool(second.waived)) == (True, False)


@pytest.mark.parametrize(
    ("waive", "said"),
    [
        (
            {"all-of-the-above": "Why not?"},
            "all-of-the-above is an error, and can't be waived.",
        ),
        (
            {"negative-stems": "A slip."},
            "There is no rule negative-stems. Did you mean negative-stem?",
        ),
        ({"long-keys-and-more-of-it": "A slip."}, "There is no rule long-keys-and-more-of-it."),
    ],
)
def test_a_waiver_that_waives_nothing_is_said(waive: dict[str, str], said: str) -> None:
    fine = choice("Which is a use?", "A walk", "Surgery", "Care") | {"waive": waive}
    (finding,) = findings(fine)
    assert finding.rule == "unused-waiver"
    assert finding.message == said


def test_a_waiver_of_what_is_not_there() -> None:
    fine = choice("Which is a use?", "A walk", "Surgery", "Care")
    (finding,) = findings(fine | {"waive": {"negative-stem": "The law asks it so."}})
    assert finding.message == "Nothing here breaks the rule negative-stem."
    assert finding.where == "questions[0].waive.negative-stem"


def test_an_error_is_not_waived() -> None:
    weak = choice("Which is a use?", "A walk", "All of the above", "Care")
    error, waiver = findings(weak | {"waive": {"all-of-the-above": "We like it."}})
    assert error.waived is None
    assert "is an error" in waiver.message


def test_a_waiver_of_a_rule_that_was_not_heard_is_not_judged() -> None:
    fine = choice("Which is a use?", "A walk", "Surgery", "Care")
    waived = fine | {"waive": {"negative-stem": "The law asks it so."}}
    assert not findings(waived, wanted={"long-key", "unused-waiver"})
    assert not findings(waived, wanted={"negative-stem"})


def test_a_note_can_be_waived_like_a_warning() -> None:
    wide: dict[str, object] = {"kind": "short", "accept": ["anesthetic", "numbing drug"]}
    (note,) = findings(wide, wanted={"answer-beyond-evidence"})
    assert note.waived is None
    waived = wide | {"waive": {"answer-beyond-evidence": "Readers say so."}}
    (kept,) = findings(waived, wanted={"answer-beyond-evidence", "unused-waiver"})
    assert kept.waived == "Readers say so."
