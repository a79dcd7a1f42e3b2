"""Articles of each form, and what is read of them."""

from pathlib import Path

import pytest

from quiz.article import reading
from quiz.article.article import Article
from quiz.model.problem import UnreadableFile
from tests.article.word_files import CORE, STYLES, document, paragraph, word_file

ARTICLES = Path(__file__).parent / "articles"
FILES = sorted(path for path in ARTICLES.iterdir() if path.suffix != ".expected")


def written(article: Article) -> str:
    """Return what was read of an article, a paragraph or a heading a line."""
    blocks = [f"# {block.text}" if block.is_heading else block.text for block in article.blocks]
    title = f"# {article.title}"
    lines = [block for block in blocks if block != title]
    about = [
        f"title: {article.title}",
        f"source: {article.source}",
        f"language: {article.language}",
    ]
    return "\n".join([*about, "", *lines, ""])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_read(path: Path) -> None:
    expected = path.with_name(f"{path.name}.expected").read_text(encoding="utf-8")
    assert written(reading.read(path)) == expected


def test_each_paragraph_knows_its_heading() -> None:
    article = reading.read_bytes(
        b"# T\n\nOne.\n\n## A\n\nTwo.\n\nThree.\n\n## B\n\nFour.\n", "a.md"
    )
    assert article.paragraphs == ("One.", "Two.", "Three.", "Four.")
    assert article.headings == ("", "A", "A", "B")
    assert article.text == "One.\n\nTwo.\n\nThree.\n\nFour."


def test_a_word_file() -> None:
    body = document(
        paragraph("Why iron?", "Titel"),
        paragraph("Blood needs iron."),
        paragraph("Where it is", "berschrift1"),
        "<w:tbl><w:tr><w:tc>" + paragraph("a cell") + "</w:tc></w:tr></w:tbl>",
        paragraph("Beans have some."),
        paragraph("A picture of beans", "Beschriftung"),
        "<w:p><w:r><w:t>So</w:t><w:tab/><w:t>do</w:t><w:br/><w:t>dark</w:t><w:noBreakHyphen/>"
        "<w:t>green leaves.</w:t></w:r><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>"
        "<w:r><w:txbxContent>" + paragraph("a box") + "</w:txbxContent></w:r></w:p>",
        "<w:p/>",
    )
    article = reading.read_bytes(word_file(body, styles=STYLES, core=CORE), "iron.docx")
    assert written(article) == (
        "title: Why iron?\nsource: Why iron?, by Dora Elm (iron.docx)\nlanguage: de-DE\n\n"
        "Blood needs iron.\n# Where it is\nBeans have some.\nSo do dark-green leaves.\n"
    )


def test_a_word_file_without_styles() -> None:
    article = reading.read_bytes(word_file(document(paragraph("Milk has calcium."))), "a.docx")
    assert (article.title, article.paragraphs) == ("", ("Milk has calcium.",))
    named = reading.read_bytes(word_file(document(paragraph("Milk.")), core=CORE), "a.docx")
    assert named.title == "Its file's title"


PAGE = "<html>{}<p>Caf\u00e9s \u201copen\u201d.</html>"
NAMED = PAGE.format('<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">')
RUSSIAN = "<!doctype html><meta charset=koi8-r><p>\u0427\u0430\u0439."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Caf\u00e9s open.".encode("utf-8-sig"), "Caf\u00e9s open."),
        ("Caf\u00e9s open.".encode("utf-16"), "Caf\u00e9s open."),
        ("Caf\u00e9s open.".encode("utf-16-le"), "Caf\u00e9s open."),
        ("Caf\u00e9s open.".encode("utf-16-be"), "Caf\u00e9s open."),
        ("Caf\u00e9s \u201copen\u201d.".encode("cp1252"), "Caf\u00e9s \u201copen\u201d."),
        (b"One.\r\n\r\nTwo.\r\rThree.", "One.\n\nTwo.\n\nThree."),
        (PAGE.format("").encode(), "Caf\u00e9s \u201copen\u201d."),
        (NAMED.encode("cp1250"), "Caf\u00e9s \u201copen\u201d."),
        (
            RUSSIAN.encode("koi8-r"),
            "\u0427\u0430\u0439.",
        ),
        ("Soft\u00adly \u200bhid\u202eden \x1b[31mred \uf0b7.".encode(), "Softly hidden [31mred ."),
        ("Cafe\u0301s open.".encode(), "Caf\u00e9s open."),
    ],
)
def test_encodings_and_what_nobody_sees(data: bytes, text: str) -> None:
    assert reading.read_bytes(data, "-").text == text


def test_a_page_and_markdown_are_known_by_their_looks() -> None:
    assert reading.read_bytes(b"<!-- x --><!DOCTYPE html><p>One.", "-").paragraphs == ("One.",)
    assert reading.read_bytes(b"# One\n\nTwo *three*.", "-").paragraphs == ("Two three.",)
    assert reading.read_bytes(b"# One\n\nTwo *three*.", "a.txt").paragraphs[-1] == "Two *three*."


def test_a_language_that_is_none_is_left_out() -> None:
    for lang, known in (("pt_BR", "pt-BR"), ("x" * 40, ""), ("a b", ""), ("", "")):
        page = f'<html lang="{lang}"><p>One.'.encode()
        assert reading.read_bytes(page, "a.html").language == known


def test_the_longest_passage() -> None:
    longest = ("word " * 10_000).strip()
    assert len(reading.read_bytes(longest.encode() + b".", "a.txt").text) == 50_000
    with pytest.raises(UnreadableFile, match=r"has 50,004 characters, and a passage 50,000 at the"):
        reading.read_bytes(longest.encode() + b" one.", "a.txt")
