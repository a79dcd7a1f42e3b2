"""Articles from strangers are read or refused in words, without a wait."""

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.article import reading
from quiz.model.passage import Passage
from quiz.model.problem import UnreadableFile
from quiz.model.text import first_forbidden
from tests.article.word_files import document, paragraph, word_file

SIZE = 400_000
"""Bytes of which a reader that looks at them again and again takes minutes."""
TEXT = paragraph("Words.")


def refused(data: bytes, name: str) -> str:
    """Return the words in which the bytes are refused."""
    with pytest.raises(UnreadableFile) as caught:
        reading.read_bytes(data, name)
    assert first_forbidden(str(caught.value)) is None
    return caught.value.problem


def took(data: bytes, name: str) -> str:
    """Return the text that is read of the bytes, or the words in which they are refused."""
    try:
        return reading.read_bytes(data, name).text
    except UnreadableFile as error:
        return error.problem


@pytest.mark.parametrize(
    "part",
    ["<!--", "<", "<a ", "<div>", "<a b='", "<script>", "</scrip", "&#", "<!x", "<?", "<![CDATA["],
)
def test_pages_whose_tags_never_end(part: str) -> None:
    data = (f"<html>Words. {part * (SIZE // len(part))}").encode()
    assert took(data, "a.html").startswith(("Words.", "the article has"))


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("part", ["[", "![a](", "*a ", ">", "`a", "- ", "|a|\n", "[a]: b\n", "a\n"])
def test_text_of_signs_alone(part: str, name: str) -> None:
    assert "at the most" in refused((part * (SIZE // len(part))).encode(), name)
    said = took((part * (20_000 // len(part))).encode(), name)
    assert "there is no text in it" in said or {*said} <= {*part, "\n", " "}


ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"\0" * 50_000_000, "it is too large once it is unpacked"),
        (ENTITIES + document(TEXT), "it declares entities"),
        (OUTSIDE + document(TEXT), "it declares entities"),
        ("<a>" * 300_000, "it is damaged or protected"),
        ("no XML", "it is damaged or protected"),
        (b"\xff\xff", "it is damaged or protected"),
    ],
    ids=["bomb", "entities", "outside", "nested", "no XML", "no text"],
)
def test_word_files_that_are_none(body: str | bytes, words: str) -> None:
    assert words in refused(word_file(body), "a.docx")


def test_other_zips() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("../../evil", "x")
    assert "no text of a Word document" in refused(file.getvalue(), "a.docx")
    whole = word_file(document(TEXT))
    assert reading.read_bytes(whole, "a.docx").text == "Words."
    for cut in range(4, len(whole) - 1, 7):
        assert "can't be read as a Word file" in refused(whole[:cut], "a.docx")
    assert "can't be read as a Word file" in refused(whole.replace(b"word/", b"w0rd/"), "a.docx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "there is no text in it"),
        (b" \n\t\n", "there is no text in it"),
        (b"# Title alone\n", "there is no text in it"),
        ("\u200b\u00ad\u202e".encode(), "there is no text in it"),
        (b"%PDF-1.7", "this is a PDF file: open it, copy its words into a text file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1",
            "an older or a protected document: open it, save it as a Word",
        ),
        (b"{\\rtf1", "this is a document in Rich Text Format"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture"),
        (b"words\0words and more of them", "this is no text"),
        (b"a" * 100_001, "the article has 100,001 characters, and a passage 50,000"),
        (b"a " * 1_100_000, "the file is too large (3 MB; at most 2)"),
    ],
)
def test_what_is_no_article(data: bytes, words: str) -> None:
    assert words in refused(data, "a.md")


def test_places_that_are_no_file(tmp_path: Path) -> None:
    large = tmp_path / "large.docx"
    with large.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    os.mkfifo(tmp_path / "pipe")
    for path, words in (
        (tmp_path, "this is no file"),
        (tmp_path / "pipe", "this is no file"),
        (Path("/dev/zero"), "this is no file"),
        (tmp_path / "none.txt", "there is no such file"),
        (tmp_path / ("x" * 300), "File name too long"),
        (Path("a\0b"), "its name is no file name"),
        (large, "the file is too large (101 MB; at most 32)"),
    ):
        with pytest.raises(UnreadableFile) as caught:
            reading.read(path)
        assert words in caught.value.problem


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode), st.sampled_from("tmhd"))
def test_any_bytes_make_a_passage_or_words(data: bytes, ending: str) -> None:
    name = {"t": "a.txt", "m": "a.md", "h": "a.html", "d": "a.docx"}[ending]
    try:
        article = reading.read_bytes(data, name)
    except UnreadableFile:
        return
    assert Passage(title="T", source=article.source, text=article.text).text == article.text
    for text in (article.title, article.source, article.language, *article.paragraphs):
        assert first_forbidden(text) is None
        assert "\n" not in text
