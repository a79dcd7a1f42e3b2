"""Pages from templates: what they show of foreign text, and which way it runs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.text import clean_line
from quiz.pages import direction, page

SRC = Path(__file__).parents[1] / "src" / "quiz"
RIGHT_TO_LEFT = ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea & <b>milk</b>", "Tea &amp; &lt;b&gt;milk&lt;/b&gt;"),
        ("""a "b" 'c'""", "a &#34;b&#34; &#39;c&#39;"),
        ("a\x1b[31m\nb", "a\N{REPLACEMENT CHARACTER}[31m b"),
    ],
)
def test_a_text_is_shown_and_does_nothing_else(text: str, expected: str) -> None:
    made = page("quiz", "base.html", title=text, language=text)
    assert f"<title>{expected}</title>" in made
    assert f'<html lang="{expected}">' in made


@given(st.text())
def test_any_text_stays_in_its_place(text: str) -> None:
    made = page("quiz", "base.html", title=text, language="en")
    assert made.count("<") == page("quiz", "base.html", title="", language="en").count("<")
    assert all(clean_line(line) == line for line in made.splitlines() if "title" not in line)


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.html")), ids=lambda path: path.name)
def test_no_template_trusts_a_text(path: Path) -> None:
    template = path.read_text(encoding="utf-8")
    assert "|safe" not in template
    assert "autoescape" not in template


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        ([*RIGHT_TO_LEFT, "AR", "fa-IR", "ar-Latn-EG"], "rtl"),
        (["en", "de", "zh-Hans", "en-AR", "arn", "no-such", ""], "ltr"),
    ],
)
def test_which_way_a_language_runs(languages: list[str], expected: str) -> None:
    assert {direction(language) for language in languages} == {expected}


def test_a_page_loads_nothing() -> None:
    policy = "content=\"default-src 'none'; style-src 'unsafe-inline'\""
    assert policy in page("quiz", "base.html", title="", language="en")
