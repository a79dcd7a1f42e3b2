from hypothesis import given
from hypothesis import strategies as st

from quiz.exchange.evidence import (
    EVIDENCE,
    MISTAKE,
    with_evidence,
    with_marks,
    without_marks,
)

LIKE_MARKS = st.sampled_from(
    ['Evidence: "no"', '\\Evidence: "no"', "Evidence: ", 'say "so"', '"', "\\", "\n", "tea"]
)
TEXTS = (
    st.lists(LIKE_MARKS | st.text(max_size=9), max_size=5)
    .map("\n".join)
    .map(lambda text: text.replace("\r", "").strip())
)


def test_a_reader_sees_the_evidence_on_a_line_of_its_own() -> None:
    assert with_evidence("Cold works.", ["Cold water works", "as well"]) == (
        'Cold works.\n\nEvidence: "Cold water works"\nEvidence: "as well"'
    )


def test_an_explanation_without_evidence_stays_as_it_is() -> None:
    assert with_evidence("Cold works.", ()) == "Cold works."
    assert without_marks("Cold works.", [EVIDENCE]) == ("Cold works.", ())


def test_evidence_alone_is_read() -> None:
    assert without_marks('Evidence: "Cold water"', [EVIDENCE]) == ("", ((EVIDENCE, "Cold water"),))


def test_labels_that_nobody_asked_for_are_words() -> None:
    text = 'A slip.\n\nRemark: "x"\nMistake: "misread"'
    assert without_marks(text, [MISTAKE]) == (
        'A slip.\n\nRemark: "x"',
        ((MISTAKE, "misread"),),
    )


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_what_is_put_together_comes_apart_again(explain: str, quotes: list[str]) -> None:
    text = with_evidence(explain, quotes)
    assert without_marks(text, [EVIDENCE]) == (explain, tuple((EVIDENCE, one) for one in quotes))


@given(TEXTS, TEXTS)
def test_any_label_comes_apart(text: str, value: str) -> None:
    marks = (("Reason 12", value), (MISTAKE, "misread"))
    assert without_marks(with_marks(text, marks), ["Reason 12", MISTAKE]) == (text, marks)
