"""PDF: tagged, in the size that was asked for, and showing foreign text as it is."""

import io
import re
import sys
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from quiz.engine.paper_variant import variants
from quiz.engine.selection import QuestionFilter
from quiz.model.question import Choices
from quiz.model.quiz import Quiz
from quiz.paper.key import key
from quiz.paper.pdf import UNTAGGED, NoTypst, Pdf, to_pdf
from quiz.paper.sheet import sheet
from quiz.paper.size import Size

from .build import BANK

FOOT = re.compile(r"Version (.), set 1 \(....\)\s+(?:Rain\s+)?Page (\d+) of (\d+)")


def read(made: Pdf) -> PdfReader:
    return PdfReader(io.BytesIO(made.data))


def text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def printed(quiz: Quiz, size: Size | None = None, count: int = 1) -> Pdf:
    some = variants(quiz, QuestionFilter(), count, 1)
    return to_pdf([sheet(quiz, version) for version in some], size or Size())


def test_it_is_tagged_for_screen_readers(ketamine: Quiz) -> None:
    some = variants(ketamine, QuestionFilter(), 1, 1)
    keys = to_pdf([key(ketamine, version) for version in some], Size("letter"))
    for made, name in ((printed(ketamine), ketamine.title), (keys, f"Key: {ketamine.title}")):
        reader = read(made)
        root: Any = reader.root_object
        assert root["/MarkInfo"]["/Marked"].value is True
        assert root["/Lang"] == "en"
        assert "/StructTreeRoot" in root
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
        assert reader.metadata
        assert reader.metadata.title == name
        assert made.notice == ""


def test_every_page_names_its_version_and_is_counted_within_it() -> None:
    pages = read(printed(BANK, Size("letter", large=True), 2)).pages
    assert {tuple(page.mediabox[2:]) for page in pages} == {(612, 792)}
    feet = [FOOT.findall(page.extract_text()) for page in pages]
    for letter in "AB":
        own = [foot[0] for foot in feet if foot and foot[0][0] == letter]
        assert len(own) > 2
        assert own == [(letter, str(place + 1), str(len(own))) for place in range(len(own))]


def test_a_version_begins_on_a_new_sheet() -> None:
    pages = read(printed(replace(BANK, questions=BANK.questions[:2]), count=2)).pages
    feet = [FOOT.findall(page.extract_text()) for page in pages]
    assert feet == [[("A", "1", "1")], [], [("B", "1", "1")]]


HOSTILE = "# $x$ [y] \\ @a *b* _c_ `d` <end> // /* #panic() 漢字"


def test_foreign_text_is_shown_and_does_nothing() -> None:
    quiz = replace(
        BANK,
        title=HOSTILE,
        language="x-#panic()",
        passage=replace(BANK.passage, source=HOSTILE, text=f"{BANK.passage.text} {HOSTILE}"),
        questions=tuple(replace(question, ask=HOSTILE) for question in BANK.questions),
    )
    shown = text(read(printed(quiz)))
    assert shown.count("#panic()") >= len(quiz.questions) + 3
    for mark in HOSTILE.split()[:-1]:
        assert shown.count(mark) >= len(quiz.questions)


def test_a_character_without_a_font_is_told_of() -> None:
    made = printed(replace(BANK, title="Rain \U00013000"))
    assert made.notice == UNTAGGED
    assert "/StructTreeRoot" in read(made).root_object


def test_what_no_page_can_hold_goes_on_over_the_next() -> None:
    question = next(one for one in BANK.questions if isinstance(one, Choices))
    long = tuple(replace(one, text=f"{one.text} {'word ' * 900}") for one in question.options)
    reader = read(printed(replace(BANK, questions=(replace(question, options=long),))))
    heights = [y for page in reader.pages for y in positions(page)]
    assert len(reader.pages) >= 4
    assert min(heights) > 30
    assert text(reader).count("word ") == 2700


def positions(page: "object") -> list[float]:
    """Return how far above the foot of the page each piece of text stands."""
    found: list[float] = []
    page.extract_text(  # type: ignore[attr-defined]
        visitor_text=lambda text, cm, tm, *_: (
            found.append((cm[3] * tm[5]) + cm[5]) if text.strip() else None
        )
    )
    return found


def test_a_machine_without_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoTypst, match=r"article-quiz\[print\].*pipx inject"):
        printed(BANK)
