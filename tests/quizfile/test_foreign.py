"""A file of another program is told as what it is, before what its bytes would be blamed for."""

import io
import zipfile

import pytest

from quiz.model.problem import UnreadableQuiz
from quiz.quizfile.reader import read_bytes


def packed(*names: str) -> bytes:
    """Return a zip file with these names in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, "<a/>" * 50)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (packed("[Content_Types].xml", "word/document.xml"), "a Word document (.docx)"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook (.xlsx)"),
        (packed("ppt/presentation.xml"), "a PowerPoint file (.pptx)"),
        (packed("my-quiz.yaml"), "a zip file"),
        (packed(), "a zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older Word"),
        (b"{\\rtf1\\ansi Hello}", "a document in Rich Text Format"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "a PDF file"),
        (b"\x1f\x8b\x08\x00", "a gzip file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"::Q1:: Two and two is {=4 ~3 ~5}\n", "a quiz in GIFT format"),
        (b"// by hand\r\nTwo and two is four. {T}\r\n", "a quiz in GIFT format"),
        (b"When? {#1822:5}\n", "a quiz in GIFT format"),
        ("Who?\u200b {\n  =Ada\n  ~Bob\n}\n".encode(), "a quiz in GIFT format"),
        (b"Who?\nA. Ada\nB. Bob\nANSWER: A\n", "a quiz in Aiken format"),
        (b"Who?\r\nA) Ada\r\nB) Bob\r\nANSWER: B\r\n", "a quiz in Aiken format"),
        (b'<?xml version="1.0"?>\n<quiz>\n<question type="category">', "a quiz in Moodle XML"),
        (b'<quiz>\n<!-- q -->\n<question type="x">', "a quiz in Moodle XML"),
        (b"# Rain\n\n<quiz>\nWhat falls?\n- [x] Rain\n", "a page of mkdocs-quiz"),
        (b"1. What falls?\n*a) Rain\nb) Snow\n", "a quiz in text2qti format"),
        (b"Quiz title: Rain\n1. Which?\n[*] Rain\n[ ] Snow\n", "a quiz in text2qti format"),
        (b'<?xml version="1.0"?>\n<questestinterop>', "a quiz in QTI"),
        (b"<!DOCTYPE html>\n<html>", "a web page"),
        (b'<?xml version="1.0"?>\n<other/>', "an XML file"),
    ],
)
def test_it_is_told_as_what_it_is(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableQuiz) as caught:
        read_bytes(data, "quiz.yaml")
    (problem,) = caught.value.problems
    assert problem.message.startswith(f"this is {what}")
    to_do = (
        *("questions/README.md shows", "out of it first"),
        *("`quiz import` makes a draft of it", "`quiz new` begins a quiz from it"),
    )
    assert problem.message.endswith(to_do)


@pytest.mark.parametrize(
    "text",
    ["title: PK\n", "passage: {text: 'ANSWER: B {=4}'}\n", "- {a: b}\n", "schema: 1\n::Q::{T}\n"],
)
def test_what_may_be_a_quiz_is_read_as_one(text: str) -> None:
    with pytest.raises(UnreadableQuiz) as caught:
        read_bytes(text.encode(), "quiz.yaml")
    assert "this is a " not in str(caught.value)
