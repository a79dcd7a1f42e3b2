"""Typed numbers."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.kinds import public
from quiz.engine.kinds.measured import equals_number
from quiz.engine.session import Presented, Session
from quiz.model.answer import TypedAnswer
from tests.engine.conftest import QUIZ, cloze, number


@pytest.mark.parametrize(
    "text",
    [
        "2019",
        "2019e0",
        "2.019e3",
        "2.019 × 10³",
        "2019\N{ZERO WIDTH SPACE}",
        "\N{RIGHT-TO-LEFT ISOLATE}2019\N{POP DIRECTIONAL ISOLATE}",
        "it is 2019",
        "٢٠١٩",
        "2'019",
        " 2,019 ",
        "2 019",
        "2\N{NARROW NO-BREAK SPACE}019",
        "2019.0",
        "2019,0",
        "2019.",
        "+2019",
        "\uff12\uff10\uff11\uff19",
        "two thousand nineteen",
        "Two Thousand and Nineteen",
        "twenty nineteen",
        "in 2019",
        "In the year 2019.",
        "the year 2019",
        "2019".ljust(80),
        "in 2 019",
    ],
)
def test_the_same_number(text: str) -> None:
    assert equals_number(text, 2019, 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-2019",
        "- 2019",
        "2.019",
        "20,19",
        "20-19",
        "20 19",
        "2019 2020",
        "2019 or 2020",
        "2 019 2 020",
        "about 2019",
        "before 2019",
        "not 2019",
        "~2019",
        "<2019",
        "2019 years",
        "2019²",
        "2018",
        "year",
        "in",
        "nan",
        "inf",
        "-inf",
        "1e999",
        "0x7e3",
        "2_019",
        "2019".ljust(81),
        "9" * 5_000,
        "0" * 5_000 + "2019",
        "two " * 2_000,
        "\x00",
    ],
)
def test_another_number_or_none(text: str) -> None:
    assert not equals_number(text, 2019, 0)


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "9" * 5_000, "many", "1 2", ""])
def test_what_is_no_number_is_not_within_any_tolerance(text: str) -> None:
    assert not equals_number(text, 0, float("inf"))


@pytest.mark.parametrize(
    ("text", "answer", "tolerance", "expected"),
    [
        ("0.3", 0.3, 0, True),
        ("0.1", 0.1, 0, True),
        (".1", 0.1, 0, True),
        ("0,1", 0.1, 0, True),
        ("0.4", 0.3, 0.1, True),
        ("0.2", 0.3, 0.1, True),
        ("0.41", 0.3, 0.1, False),
        ("12", 10, 2, True),
        ("8", 10, 2, True),
        ("12.001", 10, 2, False),
        ("15", 1.5, 0, False),
        ("1.5", 15, 0, False),
        ("-5", -5, 0, True),
        ("1,500", 1500, 0, True),
        ("1,500", 1.5, 0, False),
        ("1234567.5", 1234567.5, 0, True),
        ("1 234 567", 1234567, 0, True),
        ("12 019", 12019, 0, True),
        ("112 019", 112019, 0, True),
        ("1 234,5", 1234.5, 0, True),
        ("1.234,5", 1234.5, 0, True),
        ("1.234.567", 1234567, 0, True),
        ("1.234", 1.234, 0, True),
        ("1.234.56", 123456, 0, False),
        ("20,", 20, 0, True),
        ("2 0190", 20190, 0, False),
        ("1.5 million", 1_500_000, 0, True),
        ("12345678901234567890", 12345678901234567890, 0, True),
        ("12345678901234567891", 12345678901234567890, 0, False),
    ],
)
def test_tolerance(text: str, answer: float, tolerance: float, expected: bool) -> None:
    assert equals_number(text, answer, tolerance) is expected


@given(st.integers(-(10**19), 10**19))
def test_a_number_equals_itself_however_it_is_written(number: int) -> None:
    for text in (f"{number}", f"{number:,}", f"{number}.0", f" {number:,}.00 "):
        assert equals_number(text, number, 0)
        assert not equals_number(text, number + 1, 0)


@given(st.text(max_size=100), st.floats(allow_nan=False, allow_infinity=False))
def test_any_text_is_a_number_or_none(text: str, answer: float) -> None:
    if equals_number(text, answer, 0):
        assert equals_number(text, 0, float("inf"))


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("20 percent", "percent", True),
        ("20%", "percent", True),
        ("20 per cent", "%", True),
        ("20 years", "year", True),
        ("20 year", "years", True),
        ("20", "years", True),
        ("20 months", "years", False),
        ("20 years ago", "years", False),
        ("years 20", "years", False),
        ("20 in years", "years", False),
        ("20 years", None, False),
        ("20% per cent", "percent", False),
        ("20 %", "percent", True),
        ("20 yrs", "years", True),
        ("20y", "years", True),
        ("20 years old", "years", True),
        ("20-year", "years", True),
        ("20h", "hours", True),
        ("20 HRS.", "hours", True),
        ("20 ml", "milliliters", True),
        ("20 millilitres", "mL", True),
        ("20cc", "ml", True),
        ("20 degrees", "°C", True),
        ("20 degrees Celsius", "°C", True),
        ("20 °F", "°C", False),
        ("20 beats a minute", "bpm", True),
        ("20 mg a day", "mg/day", True),
        ("20 mg", "mg/kg", False),
        ("20 persons", "people", True),
        ("20 glasses", "glass", True),
        ("20glasses", "glasses", True),
        ("20x", "times", True),
        ("$20", "dollars", True),
        ("20 USD", "$", True),
        ("$20", "euros", False),
        ("$20 mg", "mg", False),
        ("20 pounds", "lb", True),
        ("20 m", "min", False),
    ],
)
def test_the_unit_behind_a_number(text: str, unit: str | None, expected: bool) -> None:
    assert equals_number(text, 20, 0, unit) is expected


@pytest.mark.parametrize("text", ["2 019", "in the year 2 019", "2 019 people", "+2 019 people"])
def test_a_space_before_three_digits(text: str) -> None:
    assert equals_number(text, 2019, 0, "people")


PAGE = Path(__file__).parents[2] / "docs" / "typed-answers.md"
ROW = re.compile(
    r"\| (?P<key>-?[\d.]+)(?: (?P<unit>.+?))? \| (?P<typed>`.+`) \| (?P<verdict>.+) \|"
)
VERDICTS = [
    (float(row["key"]), row["unit"], typed, row["verdict"])
    for row in ROW.finditer(PAGE.read_text(encoding="utf-8"))
    for typed in re.findall("`(.+?)`", row["typed"])
]


@pytest.mark.parametrize(("key", "unit", "typed", "verdict"), VERDICTS)
def test_the_table_of_verdicts(key: float, unit: str | None, typed: str, verdict: str) -> None:
    question = number(key, unit=unit)
    session = Session.begin(QUIZ, (Presented(question),))
    said, second = verdict_of(session, typed)
    assert said == verdict
    if verdict == "second go":
        assert second == "wrong"
    without_key = Session.begin(QUIZ, (Presented(public(question)),))
    assert (verdict_of(without_key, typed)[0] == "second go") == (verdict == "second go")


def verdict_of(session: Session, typed: str) -> tuple[str, str]:
    """Return the verdict of a text, and that of the same text where it gets a second go."""
    after, response = session.answer(TypedAnswer((typed,)))
    if response is None:
        assert after.second_go
        return "second go", verdict_of(after, typed)[0]
    return ("right" if response.right else "wrong"), ""


def test_the_table_has_every_verdict() -> None:
    assert {verdict for *_, verdict in VERDICTS} == {"right", "wrong", "second go"}
    assert len(VERDICTS) > 60


@pytest.mark.parametrize(
    ("text", "accept", "typed", "verdict"),
    [
        ("Take ___ mg a day.", "20", "20mg a day", "right"),
        ("Take ___ mg.", "20", "20mg", "right"),
        ("Take ___ mg.", "20", "twenty", "right"),
        ("Take ___ mg.", "20", "20 g", "second go"),
        ("Take ___ mg.", "20", "2O", "second go"),
        ("Take ___ mg.", "20", "about 20", "second go"),
        ("Take ___ mg.", "20", "some", "wrong"),
        ("Take ___.", "20 mg", "20mg", "right"),
        ("Take ___.", "20 mg", "20", "wrong"),
        ("It fell by ___%.", "half", "0.5", "right"),
        ("In ___.", "2019", "2,019", "right"),
        ("Call ___.", "0800", "800", "wrong"),
    ],
)
def test_a_number_in_a_blank(text: str, accept: str, typed: str, verdict: str) -> None:
    question = replace(cloze(accept), text=text)
    assert verdict_of(Session.begin(QUIZ, (Presented(question),)), typed)[0] == verdict


@pytest.mark.parametrize(
    ("language", "key", "typed", "verdict"),
    [
        ("de", 1200, "1.200", "second go"),
        ("de", 1200, "1.200 mg", "second go"),
        ("de", 1.2, "1.200", "right"),
        ("de", 1200, "1200", "right"),
        ("de", 1200, "1.200,0", "right"),
        ("de-CH", 5, "0.125", "wrong"),
        ("en", 1200, "1.200", "wrong"),
    ],
)
def test_a_point_that_may_part_thousands_is_asked_about(
    language: str, key: float, typed: str, verdict: str
) -> None:
    quiz = replace(QUIZ, language=language)
    session = Session.begin(quiz, (Presented(number(key, unit="mg")),))
    assert verdict_of(session, typed)[0] == verdict
