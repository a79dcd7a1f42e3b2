"""Which words carry meaning, and which of them are one."""

import pytest

from quiz.model.words import carries, content, content_stems, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vets calm animals.", ["vets", "calm", "animals"]),
        ("It’s well-known, isn't it?", ["it’s", "well-known", "isn't", "it"]),
        ("a_b 'c' -d- 2.5", ["a", "b", "c", "d", "2", "5"]),
        ("rock'n'roll", ["rock'n'roll"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "pair",
    str.split(
        "approve/approval approved/approval body/bodies woman/women patient/patients use/uses "
        "patient's/patient patient’s/patient patients'/patient treatment/treats loaf/loaves "
        "medication/medications quickly/quick studies/study crisis/crises cup/cups city/cities"
    ),
)
def test_words_that_are_one(pair: str) -> None:
    one, other = pair.split("/")
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    "pair",
    str.split("tea/team using/us pain/pains-taking dose/doze cure/care sign/sing news/new's-man"),
)
def test_words_that_differ(pair: str) -> None:
    one, other = pair.split("/")
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "expected"), [("tea", True), ("ox", False), ("7", True), ("42", True), ("the", False)]
)
def test_what_carries_meaning(word: str, expected: bool) -> None:
    assert carries(word) is expected


def test_what_a_text_tells() -> None:
    assert content_stems("The two bodies of a body: 7 ox, 8 teas.") == [
        "two",
        "bodi",
        "bodi",
        "7",
        "8",
        "tea",
    ]
    assert content("The body of bodies") == {"bodi"}
