"""The page on what a check found: whole, safe, and open to everyone."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quiz.check.context import QuizContext
from quiz.check.finding import Finding, Level
from quiz.check.inspection import Inspection, inspect
from quiz.check.report.checked import Checked
from quiz.model.span import Span
from quiz.report.check_page import AROUND, to_page
from tests.check.build import TODAY, build_quiz, choice
from tests.check.report.build import checked, small, unread

EXPECTED = Path(__file__).with_name("check_page.txt")
STANDING = ["h1", "h2", "h3", "p", "li", "tr", "blockquote", "article", "table", "ol"]
VOID = {"meta", "br"}


class Outline(HTMLParser):
    """Reads a page as lines: where a part begins, its class, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class")
        self.tags.append((tag, dict(attrs)))
        self.open += [tag] if tag not in VOID else []
        if tag in STANDING:
            self.lines.append(f"{tag}.{kind}:" if kind else f"{tag}:")
        elif tag in {"td", "th"}:
            self.lines[-1] += f" |{kind or ''}"
        elif tag in {"mark", "b", "code"}:
            self.lines[-1] += f" <{tag}>"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.lines[-1] += f" {data.strip()}"


def test_all_that_it_says() -> None:
    page = to_page([small(), unread("b.yaml")])
    _, *lines = Outline(page).lines
    assert "\n".join([*lines, ""]) == EXPECTED.read_text(encoding="utf-8")
    assert "<title>Tea &amp; milk</title>" in page


def test_foreign_text_stays_text_and_loads_nothing() -> None:
    page = to_page([checked(), unread()])
    outline = Outline(page)
    text = "\n".join(outline.lines)
    assert not {"i", "x", "script"} & {tag for tag, _ in outline.tags}
    assert not [attrs for _, attrs in outline.tags if {"src", "href"} & attrs.keys()]
    assert "url(" not in page
    assert "50 %: <i>so</i>" in text
    assert 'a,b:c%0A"<b>&.yaml' in text
    assert "Which is &lt;b&gt;<mark>NOT</mark>&lt;/b&gt; &amp; never so?" in page


def test_it_can_be_read_aloud_and_printed() -> None:
    page = to_page([checked()])
    tags = Outline(page).tags
    assert '<html lang="en">' in page
    assert all(attrs.get("scope") == "col" for tag, attrs in tags if tag == "th")
    assert all(attrs.get("aria-hidden") for _, attrs in tags if attrs.get("class") == "sign")
    assert "@media print" in page


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


def test_a_guesser_names_the_questions_that_give_it_away() -> None:
    long = choice("What is it?", "A walk in the park", "Sun", "Air")
    page = to_page([Checked("a.yaml", inspect(build_quiz(long, long), TODAY))])
    (row,) = (line for line in page.splitlines() if "picks the longest option" in line)
    assert row.endswith("<td>q1, q2</td></tr>")


@pytest.mark.parametrize(("text", "share"), [("Tea is hot.", "100%"), ("Tea is hot, is it?", "0%")])
def test_a_share_of_one_sentence_or_none(text: str, share: str) -> None:
    passage = {"title": "Tea", "source": "Ours", "text": text}
    found = inspect(build_quiz({"evidence": "Tea is hot"}, passage=passage), TODAY)
    (row,) = (line for line in to_page([Checked("a.yaml", found)]).splitlines() if "Uses" in line)
    assert row.endswith(f"<td>{share}</td></tr>")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It is NOT so", "It is <mark>NOT</mark> so"),
        ("NOT one.\nTwo.", "<mark>NOT</mark> one."),
        ("\nNOT one.", "<mark>NOT</mark> one."),
        ("One.\nTwo.\nIt is NOT so.", "It is <mark>NOT</mark> so."),
        ("One.\nIt is NOT so.\nTwo.\nThree.", "It is <mark>NOT</mark> so."),
        (f"{'a' * AROUND}NOT{'b' * AROUND}", f"{'a' * AROUND}<mark>NOT</mark>{'b' * AROUND}"),
        (f"a{'c' * AROUND}NOT{'d' * AROUND}b", f"…{'c' * AROUND}<mark>NOT</mark>{'d' * AROUND}…"),
    ],
)
def test_the_line_of_the_words_is_quoted(text: str, quoted: str) -> None:
    span = Span(text.index("NOT"), text.index("NOT") + 3)
    help_ = "Use `cloze` & not `short`."
    found = Finding("x", Level.ERROR, None, ("title",), "<So>.", help_, text, span)
    mended = "<p>Use <code>cloze</code> &amp; not <code>short</code>.</p>"
    assert cell(found) == f"&lt;So&gt;.<blockquote>{quoted}</blockquote>{mended}"
    assert cell(replace(found, span=None)) == f"&lt;So&gt;.{mended}"


def cell(finding: Finding) -> str:
    """Return what the page says of a finding."""
    found = Inspection(QuizContext(build_quiz(), TODAY), (finding,))
    rows = to_page([Checked("a.yaml", found)]).partition("<td>x</td><td>")[2]
    return rows.partition("</td></tr>")[0].replace("\n", "")


def test_a_long_text_is_shown_about_the_words() -> None:
    ask = f"{'This is long. ' * 20}Which is NOT so? {'Take care. ' * 20}".strip()
    quiz = build_quiz(choice(ask, "A walk", "Sun", "Care"))
    page = to_page([Checked("a.yaml", inspect(quiz, TODAY, {"negative-stem"}))])
    quoted = page.partition("<blockquote>")[2].partition("</blockquote>")[0]
    assert quoted.startswith("…")
    assert " <mark>NOT</mark> so?" in quoted
    assert quoted.endswith("…")
    assert len(quoted) < 2 * AROUND + 40
