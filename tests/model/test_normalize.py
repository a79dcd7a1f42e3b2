"""The form in which typed texts are compared."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.normalize import normalize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Glutamate ", "glutamate"),
        ("GLUTAMATE!", "glutamate"),
        ("“glutamate”", "glutamate"),
        ("the glutamate", "glutamate"),
        ("as an anaesthetic", "as anesthetic"),
        ("café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("ﬁbre", "fiber"),
        ("Straße", "strasse"),
        ("œstrogen", "estrogen"),
        ("ANÆMIA", "anemia"),
        ("gluta\u00admate", "glutamate"),
        ("gluta\u200bmate", "glutamate"),
        ("हिन्दी", "हिन्दी"),
        ("Alzheimer's", "alzheimers"),
        ("Alzheimer\N{RIGHT SINGLE QUOTATION MARK}s", "alzheimers"),
        ("Alzheimer\N{ACUTE ACCENT}s", "alzheimers"),
        ("U.S.A.", "usa"),
        ("treatment-resistant", "treatment resistant"),
        ("treatment\N{EN DASH}resistant", "treatment resistant"),
        ("anti-depressant", "anti depressant"),
        ("post-traumatic", "post traumatic"),
        ("post traumatic", "post traumatic"),
        ("over-the-counter", "over counter"),
        ("and/or", "and or"),
        ("research & care", "research and care"),
        ("20 %", "20 percent"),
        ("twenty per cent", "20 percent"),
        ("hepatitis A", "hepatitis a"),
        ("a hepatitis", "hepatitis"),
        ("group a strep", "group a strep"),
        ("vitamin A deficiency", "vitamin a deficiency"),
        ("A and B", "a and b"),
        ("A", "a"),
        ("The", "the"),
        ("HIV+", "hiv +"),
        ("<5", "< 5"),
        ("1.5", "1.5"),
        ("1.50", "1.5"),
        ("2019.0", "2019"),
        (".5", "0.5"),
        ("1,000", "1000"),
        ("1,000,000", "1000000"),
        ("1,000.5", "1000.5"),
        ("1,5", "1.5"),
        ("0,125", "0.125"),
        ("1, 5", "1 5"),
        ("1,0000", "1"),
        ("1,000,00", "1 000 00"),
        ("-5", "-5"),
        ("\N{MINUS SIGN}5", "-5"),
        ("- 5", "-5"),
        ("ages: - 5 to 9", "ages 5 to 9"),
        ("Version 1.2.0", "version 1.2.0"),
        ("2 - 5", "2 5"),
        ("5-10", "5 10"),
        ("10²", "10 ^ 2"),
        ("CO₂", "co2"),
        ("1½", "1 1 / 2"),
        ("0800 1111", "0800 1111"),
        ("two thousand nineteen", "2019"),
        ("Two thousand and nineteen", "2019"),
        ("twenty-nineteen", "2019"),
        ("a hundred", "100"),
        ("?!", "?!"),
        ("?  !", "? !"),
        ("X-ray", "x ray"),
        ("Łódź", "lodz"),
        ("Møller", "moller"),
        ("Đorđević", "dordevic"),
        ("eco-friendly", "eco friendly"),
        ("pain,5 times", "pain 5 times"),
        ("type 2,insulin", "type 2 insulin"),
        ("  - 5", "-5"),
        ("", ""),
        (" \t", ""),
    ],
)
def test_normal_form(text: str, expected: str) -> None:
    assert normalize(text) == expected


@given(st.text(string.printable))
def test_case_and_outer_space_never_matter(text: str) -> None:
    assert normalize(f" {text}\n") == normalize(text)
    assert normalize(text.upper().lower()) == normalize(text.lower())
