"""The pages of HTML: whole, accessible, loading nothing, and showing foreign text as it is."""

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.engine.paper_variant import PaperVariant, variants
from quiz.engine.selection import QuestionFilter
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.paper.key import key
from quiz.paper.page import to_page
from quiz.paper.sheet import sheet
from quiz.paper.size import Size

from .build import BANK

VOID = {"meta"}


class Seen(HTMLParser):
    """What a page holds: its elements, attributes and words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.style = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def named(self, name: str) -> list[str]:
        return [value for attribute, value in self.attributes if attribute == name]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def drawn(quiz: Quiz, count: int = 1) -> tuple[PaperVariant, ...]:
    return variants(quiz, QuestionFilter(), count, 1)


def pages(quiz: Quiz, count: int = 1, size: Size | None = None) -> list[Seen]:
    """Return the sheets and the keys, as they were read back."""
    size = size or Size()
    some = drawn(quiz, count)
    return [
        Seen(to_page([sheet(quiz, version) for version in some], size)),
        Seen(to_page([key(quiz, version) for version in some], size)),
    ]


@pytest.mark.parametrize("quiz", [BANK, replace(BANK, language="ar")], ids=["en", "ar"])
def test_a_page_is_whole_and_loads_nothing(quiz: Quiz) -> None:
    for page in pages(quiz, 2):
        assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
        assert not {"src", "href", "style", "onclick"} & {name for name, _ in page.attributes}
        assert not set("@\\").isdisjoint(page.style)
        assert "url(" not in page.style
        assert "@import" not in page.style
        assert page.named("lang") == [quiz.language]
        assert page.named("dir") == (["rtl"] if quiz.language == "ar" else [])


def test_a_page_can_be_found_ones_way_in() -> None:
    for page in pages(BANK, 2):
        levels = [int(tag[1]) for tag in page.tags if tag in {"h1", "h2", "h3"}]
        assert levels[0] == 1
        assert all(later <= before + 1 for before, later in pairwise(levels))
        assert levels.count(1) == 2
        assert levels.count(3) == page.named("role").count("group") == 2 * len(BANK.questions)
        names = page.named("id")
        assert len(names) == len(set(names))
        assert set(page.named("aria-labelledby")) <= set(names)


def test_the_sheet_says_what_a_learner_needs() -> None:
    page, _ = pages(BANK)
    for words in (
        "Name",
        "Date",
        "Points of 11",
        "Version A, set 1",
        "A wet night",
        "Check 2 boxes.",
    ):
        assert words in page.text
    assert "not medical advice" in page.text
    for question in BANK.questions:
        assert question.ask in page.text
    assert page.text.count("(2 points)") == 1
    assert page.tags.count("sup") == 3


def test_the_foot_names_the_version_on_every_page() -> None:
    one, _ = pages(BANK)
    assert 'content:"Version\\20 A\\2c \\20 set\\20 1\\20 \\28 ' in one.style
    assert "counter(pages)" in one.style
    several, keys = pages(BANK, 3)
    assert "counter(pages)" not in several.style
    for number, letter in enumerate("ABC"):
        assert f"Version\\20 {letter}\\2c" in several.style
        assert f"Key\\20 to\\20 Version\\20 {letter}\\2c" in keys.style
        assert f".of-{number}{{page:of-{number}}}" in several.style
        assert f"of-{number}" in several.named("class")


@pytest.mark.parametrize(
    ("size", "rules"),
    [
        (Size(), ["size:A4;", "--letters:11pt"]),
        (Size("letter"), ["size:letter;", "--letters:11pt"]),
        (Size("a4", large=True), ["size:A4;", "--letters:18pt;--small:1em", "font:18pt"]),
    ],
)
def test_paper_and_print(size: Size, rules: list[str]) -> None:
    for page in pages(BANK, size=size):
        assert all(rule in page.style for rule in rules)
        assert ("9pt" in page.style) is not size.large


HOSTILE = (
    '</style><script>alert(1)</script> <b onclick="x"> &lt; &amp; " \' } */ <!-- \\ --> {0} #x $y$'
)


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60) | st.just(HOSTILE))
def test_foreign_text_is_shown_and_does_nothing(text: str) -> None:
    told = f"Told {text} told"
    quiz = replace(
        BANK,
        title=told,
        language=f"x{text}",
        passage=replace(BANK.passage, title=told, source=told),
        questions=tuple(replace(question, ask=told, explain=told) for question in BANK.questions),
    )
    some = (PaperVariant("A", 1, drawn(quiz)[0].asked),)
    plain = pages(BANK)
    made = [
        Seen(to_page([sheet(quiz, some[0])], Size())),
        Seen(to_page([key(quiz, some[0])], Size())),
    ]
    for before, page in zip(plain, made, strict=True):
        assert page.tags == before.tags
        assert page.text.count(clean_line(told)) >= len(BANK.questions)
        assert page.style.count("{") == before.style.count("{")
