"""What a Moodle XML file from a stranger must not do."""

import pytest

from quiz.exchange.format import NotThatFormat
from quiz.exchange.moodle_xml.reading import read

BOMB = "".join(
    f'<!ENTITY a{level} "{f"&a{level - 1};" * 10 if level else "ha"}">' for level in range(10)
)
ESSAY = b'<question type="essay"><questiontext><text>%s</text></questiontext></question>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f"<!DOCTYPE quiz [{BOMB}]><quiz>&a9;</quiz>".encode(), "line 1: the file declares"),
        (b'<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz/>', "declares entities"),
        (b'<!DOCTYPE q [<!ENTITY % x SYSTEM "http://x/">%x;]><quiz/>', "declares entities"),
        (b"<quiz>" + b"x" * 100 * 1024 * 1024, "more than 32 MB"),
        (b"<quiz>\n" + b"<a>" * 100_000, "line 2: the file has too many elements"),
        (b"<quiz><question>" + b"<a/>" * 2_000_000, "line 1: the file has too many elements"),
        (b"<quiz>" + b"<a/>" * 2_000_000, "line 1: the file has too many elements"),
        (b"<quiz>" + b"<question>" * 30_000, "line 1: the file has too many elements"),
        (b"<quiz>" + ESSAY % b"x" * 10_001, "more than 10,000 questions"),
        (b"\n\n<quiz>\n\xff\xfe</quiz>", "line 4: this is no UTF-8 text"),
        (b"<quiz>" + b"<question ></a>" * 60, "line 1: this is no XML"),
        (b"PK\x03\x04", "line 1: this is no XML"),
        (b"", "line 1: this is no XML"),
        ("\ud800", "line 1: this is no XML"),
    ],
    ids=range(14),
)
def test_a_file_that_can_harm_is_refused_in_words(data: bytes | str, said: str) -> None:
    with pytest.raises(NotThatFormat, match=said):
        read(data)


@pytest.mark.parametrize(
    "text",
    [
        b"{1:SA:" * 20_000,
        b"{1:SA:=a~" * 20_000,
        b"{1:MC:" + b"~" * 100_000 + b"}",
        b"{1:MC:" + b"\\" * 100_001 + b"}",
        b"{1:MC:=" + b"#" * 100_000 + b"}",
        b"&lt;" * 50_000,
        b"&lt;!--" * 30_000,
        b"[[1]]" * 30_000,
        b"{" * 100_000,
        b"{1:SA:=a}" * 1_500_000,
        b"{1:SA:" + b"a~" * 7_000_000 + b"}",
        b"x" * 3_000_000,
        b"$$" * 90_000,
    ],
    ids=range(13),
)
@pytest.mark.parametrize("kind", [b"cloze", b"essay", b"gapselect"])
def test_hostile_texts_are_read_or_refused(kind: bytes, text: bytes) -> None:
    (entry,) = read(b"<quiz>" + (ESSAY % text).replace(b"essay", kind) + b"</quiz>").entries
    assert entry.question or entry.refused


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings_that_are_declared_are_read(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?><quiz>{(ESSAY % b"Caf").decode()}</quiz>'
    (entry,) = read(text.replace("Caf", "Café?").encode(encoding)).entries
    assert entry.question
    assert entry.question.ask == "Café?"
