"""The formulas, worked by hand."""

from collections.abc import Callable
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.check.readability import (
    Counts,
    TooShort,
    count,
    flesch_kincaid,
    hardest,
    longest,
    reading_ease,
    sentences,
    smog,
)
from quiz.model.words import WORD

COUNTS = Counts(sentences=30, words=300, syllables=420, polysyllables=27)
LINE = "Doctors use ketamine in 2019."


def test_a_sentence_is_counted() -> None:
    assert count([LINE]) == Counts(1, 5, 2 + 1 + 3 + 1 + 4, 2)


def test_sentences_add_up_and_take_away() -> None:
    one, other = count([LINE]), count(["It works again today, Melanie."])
    assert count([LINE, "It works again today, Melanie."]) == one + other == Counts(2, 10, 20, 3)
    assert one + other - other == one


def test_no_sentence_is_counted_without_a_word() -> None:
    assert count(["...", "", "?!"]) == Counts()


@pytest.mark.parametrize(
    ("sentence", "syllables", "polysyllables"),
    [
        ("ketamine", 2, 0),
        ("Ketamine's", 2, 0),
        ("ketamines", 2, 0),
        ("Ketamine\N{RIGHT SINGLE QUOTATION MARK}s", 2, 0),
        ("esketamine", 4, 1),
        ("Brain chemistry", 3, 0),
        ("high", 1, 0),
    ],
)
def test_a_listed_term_counts_two_syllables_at_most(
    sentence: str, syllables: int, polysyllables: int
) -> None:
    counts = count([sentence], ["Ketamine", "brain chemistry", "high"])
    assert (counts.syllables, counts.polysyllables) == (syllables, polysyllables)


def test_the_grade() -> None:
    assert flesch_kincaid(COUNTS) == pytest.approx(0.39 * 10 + 11.8 * 1.4 - 15.59)
    assert flesch_kincaid(COUNTS) == pytest.approx(4.83)


def test_the_reading_ease() -> None:
    assert reading_ease(COUNTS) == pytest.approx(206.835 - 10.15 - 84.6 * 1.4)
    assert reading_ease(COUNTS) == pytest.approx(78.245)


def test_smog() -> None:
    assert smog(COUNTS) == pytest.approx(1.0430 * sqrt(27) + 3.1291)
    assert smog(COUNTS) == pytest.approx(8.5487, abs=1e-4)


@pytest.mark.parametrize(
    ("formula", "least", "short", "message"),
    [
        (
            flesch_kincaid,
            Counts(9, 100, 140, 9),
            Counts(9, 99, 140, 9),
            "A Flesch-Kincaid grade needs 100 words; there are 99.",
        ),
        (
            reading_ease,
            Counts(9, 100, 140, 9),
            Counts(9, 99, 140, 9),
            "A reading ease needs 100 words; there are 99.",
        ),
        (
            smog,
            Counts(30, 300, 420, 9),
            Counts(29, 300, 420, 9),
            "A SMOG grade needs 30 sentences; there are 29.",
        ),
    ],
)
def test_a_short_text_gets_no_grade(
    formula: Callable[[Counts], float], least: Counts, short: Counts, message: str
) -> None:
    assert formula(least)
    with pytest.raises(TooShort) as refused:
        formula(short)
    assert str(refused.value) == message


def test_sentences_end_with_their_text() -> None:
    assert sentences(["Dr. Lee came. It was late", "What now? 2019"]) == (
        "Dr. Lee came.",
        "It was late",
        "What now?",
        "2019",
    )


def test_a_hyphen_joins_two_words_and_hangs_on_none() -> None:
    assert WORD.findall("Long- and short-term use, pre\N{HYPHEN}op or -post") == [
        "Long",
        "and",
        "short-term",
        "use",
        "pre\N{HYPHEN}op",
        "or",
        "post",
    ]


def test_words() -> None:
    assert WORD.findall("It isn't long-term \N{EM DASH} (see 2019) “so”!") == [
        "It",
        "isn't",
        "long-term",
        "see",
        "2019",
        "so",
    ]


PROSE = (
    "It is late.",
    "The cat sat on the mat and then it went to bed at last.",
    "Pharmaceutical corporations investigate neurotransmitter abnormalities.",
    "Go.",
)


def test_the_longest_and_the_hardest_sentences() -> None:
    assert longest(PROSE, 2) == (1, 2)
    assert hardest(PROSE, most=1) == (2,)
    assert hardest(("Esketamine helps.", "Many doctors carry heavy bags.")) == (0, 1)
    assert hardest(("Esketamine helps.", "Many doctors carry heavy bags."), ["esketamine"]) == (
        1,
        0,
    )
    assert longest((), 2) == hardest(()) == ()
    assert hardest(("Ketamine.",)) == (0,)


@given(st.lists(st.text(), max_size=4))
def test_any_text_can_be_counted(texts: list[str]) -> None:
    counts = count(sentences(texts), texts)
    assert counts.words <= counts.syllables
    assert counts.sentences <= counts.words
    assert counts.polysyllables <= counts.words
