"""The reports on a small quiz, each as a whole: `expected/` holds what they are to say."""

from html.parser import HTMLParser
from pathlib import Path

from quiz.check.inspection import inspect
from quiz.check.report.checked import Checked
from quiz.check.report.lines import lines
from quiz.check.report.tables import coverage_lines, table_lines
from quiz.report.check_page import to_page
from tests.check.build import TODAY, build_quiz, choice
from tests.check.report.build import small, unread

EXPECTED = Path(__file__).parent / "expected"
STANDING = ["h1", "h2", "h3", "p", "li", "tr", "blockquote", "article", "table", "ol"]


class Outline(HTMLParser):
    """Reads a page as lines: where a part begins, its class, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.ends: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class")
        if tag in STANDING:
            self.lines.append(f"{tag}.{kind}:" if kind else f"{tag}:")
        elif tag in {"td", "th"}:
            self.lines[-1] += f" |{kind or ''}"
        elif tag in {"mark", "b", "code"}:
            self.lines[-1] += f" <{tag}>"

    def handle_endtag(self, tag: str) -> None:
        self.ends.append(tag)

    def handle_data(self, data: str) -> None:
        if self.lines and data.strip():
            self.lines[-1] += f" {data.strip()}"


def test_the_page() -> None:
    page = to_page([small(), unread("b.yaml")])
    outline = Outline()
    outline.feed(page)
    assert "\n".join([*outline.lines, ""]) == (EXPECTED / "page.txt").read_text(encoding="utf-8")
    for tag in ("article", "ol", "table", "thead", "tbody", "main", "html"):
        assert outline.ends.count(tag) == page.count(f"<{tag}")
    assert "<title>Tea &amp; milk</title>" in page


def test_the_lines() -> None:
    inspection = small().inspection
    assert inspection is not None
    parts = (lines(small()), coverage_lines(inspection), table_lines(small()))
    written = "\n".join(line for part in parts for line in part) + "\n"
    assert written == (EXPECTED / "lines.txt").read_text(encoding="utf-8")


def test_what_there_is_to_say_of_guessers() -> None:
    def said(*questions: dict[str, object], language: str = "en") -> str:
        checked = Checked("a.yaml", inspect(build_quiz(*questions, language=language), TODAY))
        return "\n".join(table_lines(checked))

    few = choice("What is it?", "A walk in the park", "Sun", "Air")
    many = [few | {"ask": f"What is it, {n}?"} for n in range(18)]
    assert "1 question is too few to judge by; 18 are enough." in said(few)
    assert "No question has one right option to guess." in said({"kind": "short", "accept": ["an"]})
    assert "A guesser fails the quiz at more than 15% over chance." in said(*many)
    assert said(*many).count("  TOO MUCH") == 1
    assert "The formulas are for English." in said(few, language="de")


def test_a_page_on_several_quizzes() -> None:
    german = Checked("b.yaml", inspect(build_quiz({}, language="de", title="Zwei"), TODAY, set()))
    page = to_page([german, small()])
    assert '<html lang="de">' in page
    assert "<title>Zwei, Tea &amp; milk</title>" in page
    assert "<p>Nothing was found.</p>" in page
    assert "b.yaml, 1 question<" in page
    assert page.count("<h2>Plain language</h2>") == 1
    unreadable = to_page([unread()])
    assert '<html lang="en">' in unreadable
    assert "<title>quiz check</title>" in unreadable
