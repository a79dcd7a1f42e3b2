"""Text on a page of HTML."""

import pytest

from quiz.model.markup import POLICY, direction, safe

RIGHT_TO_LEFT = ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea & <b>milk</b>", "Tea &amp; &lt;b&gt;milk&lt;/b&gt;"),
        ("""a "b" 'c'""", "a &quot;b&quot; &#x27;c&#x27;"),
        ("a\x1b[31m\nb", "a\N{REPLACEMENT CHARACTER}[31m b"),
    ],
)
def test_a_text_is_shown_and_does_nothing_else(text: str, expected: str) -> None:
    assert safe(text) == expected


@pytest.mark.parametrize("language", [*RIGHT_TO_LEFT, "AR", "fa-IR", "ar-Latn-EG"])
def test_languages_from_right_to_left(language: str) -> None:
    assert direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "de", "zh-Hans", "en-AR", "arn", "no-such", ""])
def test_languages_from_left_to_right(language: str) -> None:
    assert direction(language) == "ltr"


def test_a_page_loads_nothing() -> None:
    assert POLICY.split("; ") == ["default-src 'none'", "style-src 'unsafe-inline'"]
