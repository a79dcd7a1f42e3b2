from dataclasses import replace
from html.parser import HTMLParser

import pytest

from quiz.check.context import QuizContext
from quiz.check.finding import Finding, Level
from quiz.check.inspection import Inspection, inspect
from quiz.check.report.checked import Checked
from quiz.model.span import Span
from quiz.report.check_page import AROUND, to_page
from tests.check.build import TODAY, build_quiz, choice
from tests.check.report.build import checked, unread

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Reads a page: its tags, whether they close, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read() -> Reader:
    reader = Reader()
    reader.feed(to_page([checked(), unread()]))
    assert not reader.open
    return reader


def test_foreign_text_stays_text() -> None:
    reader = read()
    assert not {"i", "x", "script"} & {tag for tag, _ in reader.tags}
    assert "Which is <b>NOT</b> & never so?" in reader.text
    assert "50 %: <i>so</i>" in reader.text
    assert 'a,b:c%0A"<b>&.yaml' in reader.text


def test_it_loads_nothing() -> None:
    page = to_page([checked()])
    reader = read()
    assert not [attrs for _, attrs in reader.tags if {"src", "href"} & attrs.keys()]
    assert "url(" not in page
    assert "default-src 'none'" in page


def test_it_can_be_read_aloud_and_printed() -> None:
    page, reader = to_page([checked()]), read()
    assert '<html lang="en">' in page
    assert [tag for tag, _ in reader.tags].count("h1") == 2
    assert all(attrs.get("scope") == "col" for tag, attrs in reader.tags if tag == "th")
    assert all(attrs.get("aria-hidden") for _, attrs in reader.tags if attrs.get("class") == "sign")
    assert "@media print" in page
    assert "Covered: Ketamine was first brought in as an anesthetic." in reader.text
    assert "Not covered" in reader.text


def test_questions_stand_beside_their_sentences() -> None:
    line = next(each for each in to_page([checked()]).splitlines() if "brought in" in each)
    assert "<b>q1</b> Which is &lt;b&gt;NOT&lt;/b&gt; &amp; never so?" in line
    assert "<b>q2</b>" in line


def test_the_offending_words_are_marked() -> None:
    page = to_page([checked()])
    assert "Which is &lt;b&gt;<mark>NOT</mark>&lt;/b&gt; &amp; never so?" in page
    assert "<td>waived</td>" in page
    assert "<p>Waived: 50 %: &lt;i&gt;so&lt;/i&gt;</p>" in page
    assert "1 error, 1 warning, 1 note, 1 waived in 1 file with 3 questions." in page


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
