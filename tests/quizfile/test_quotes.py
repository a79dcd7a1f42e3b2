"""What is said of a quote that is not in the passage."""

from typing import Any

import pytest

from quiz.model.labels import Skill
from quiz.model.passage import Passage
from quiz.model.question import Locate, Short
from quiz.model.question_parts import Tempting
from quiz.quizfile.quotes import quote_faults
from quiz.quizfile.rules import Parts, judge

LOST = "these words are not in the passage: copy them exactly"
COMMON: dict[str, Any] = {
    "id": "a",
    "topic": "t",
    "skill": Skill.ACCESS,
    "ask": "What?",
    "explain": "So.",
}


def passage(text: str) -> Passage:
    return Passage(title="Tea", source="Ours", text=text)


def said(quote: str, text: str) -> str:
    question = Short(**COMMON, evidence=quote, accept=("tea",))
    (fault,) = quote_faults(question, passage(text), "en")
    assert fault.path == ("evidence",)
    return fault.message


@pytest.mark.parametrize(
    ("quote", "near"),
    [
        ("Tea is cold", "Tea is hot."),
        ("Coffee is hot", "Tea is hot."),
        ("it grows in China and India", "It grows in China."),
        ("it has leaves of five kinds", "It has leaves."),
        ("tea never ever", "Tea is hot."),
        ("tea never ever was", None),
        ("Rain falls", None),
    ],
)
def test_the_sentence_that_shares_most_of_all_words_is_named(quote: str, near: str | None) -> None:
    message = said(quote, "Rome and Athens. It grows in China. It has leaves. Tea is hot.")
    assert message.partition(" (")[0] == (
        f"{LOST}; the nearest sentence is: {near}" if near else LOST
    )


def test_a_long_sentence_is_not_nearer_for_its_length() -> None:
    text = "It grows in China. It grows in all of the wet and warm lands where people drink it."
    assert "the nearest sentence is: It grows in China." in said("it grows in Chine", text)


def test_a_long_sentence_is_named_by_its_beginning() -> None:
    for length in (200, 201):
        sentence = f"Tea is {'very ' * 37}hot{'!' * (length - 195)}"
        assert len(sentence) == length
        shown = sentence if length == 200 else f"{sentence[:199]}…"
        assert f"the nearest sentence is: {shown} (" in said("Tea is very very cold", sentence)


def test_very_long_texts_are_not_compared_word_by_word() -> None:
    sentence = f"Tea is {'very ' * 100}hot."
    for length in (800, 801):
        quote = "Tea is very cold".ljust(length - len(sentence), "x")
        assert said(quote, sentence).endswith("”)" if length == 800 else "…")


def test_sentences_end_as_they_do_in_the_language_of_the_quiz() -> None:
    question = Short(**COMMON, evidence="Am 3. Mai kam sie zu uns", accept=("sie",))
    draft = Parts(
        language="de",
        topics=None,
        passage=passage("Am 3. Mai kam er zu uns. Es war kalt."),
        claims=None,
        forms=None,
        ids=["a"],
        questions={0: question},
    )
    (fault,) = judge(draft)
    assert fault.path == ("questions", 0, "evidence")
    assert "the nearest sentence is: Am 3. Mai kam er zu uns." in fault.message


def test_a_wrong_sentence_holds_no_evidence() -> None:
    text = "Tea is hot. It grows in China. It has leaves."
    question = Locate(
        **COMMON,
        evidence="It grows",
        reject=tuple(
            Tempting(quote=quote, why="No.")
            for quote in ("Tea is hot", "in China", "leaves", "ice")
        ),
    )
    faults = list(quote_faults(question, passage(text), "en"))
    assert [fault.path for fault in faults] == [("reject", 3, "quote"), ("reject", 1, "quote")]


def test_of_evidence_that_is_lost_no_wrong_sentence_is_said_to_hold_it() -> None:
    text = "Tea is hot. It grows in China."
    wrong = Tempting(quote="Tea is hot", why="No.")
    question = Locate(**COMMON, evidence="Ice is cold", reject=(wrong,))
    (fault,) = quote_faults(question, passage(text), "en")
    assert fault.path == ("evidence",)
