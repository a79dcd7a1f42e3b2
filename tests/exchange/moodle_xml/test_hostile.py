"""What a Moodle XML file from a stranger must not do."""

import pytest

from quiz.exchange.format import NotThatFormat
from quiz.exchange.moodle_xml.reading import read

BOMB = "".join(
    f'<!ENTITY a{level} "{f"&a{level - 1};" * 10 if level else "ha"}">' for level in range(10)
)
ESSAY = '<question type="essay"><questiontext><text>%s</text></questiontext></question>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f"<!DOCTYPE quiz [{BOMB}]><quiz>&a9;</quiz>", "line 1: the file declares"),
        ('<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz/>', "declares entities"),
        ('<!DOCTYPE q [<!ENTITY % x SYSTEM "http://x/">%x;]><quiz/>', "declares entities"),
        ("<quiz>\n" + "<a>" * 10_000, "line 2: the file has too many elements"),
        ("<quiz><question>" + "<a/>" * 10_000, "line 1: the file has too many elements"),
        ("<quiz>" + "<a/>" * 10_000, "line 1: the file has too many elements"),
        ("<quiz>" + "<question>" * 30_000, "line 1: the file has too many elements"),
        ("<quiz>" + ESSAY % "x" * 10_002, "more than 10,000 questions"),
        ("<quiz>" + "<question ></a>" * 60, "line 1: this is no XML"),
        ("PK\x03\x04", "line 1: this is no XML"),
        ("", "line 1: this is no XML"),
    ],
    ids=range(11),
)
def test_a_file_that_can_harm_is_refused_in_words(data: str, said: str) -> None:
    with pytest.raises(NotThatFormat, match=said):
        read(data)


@pytest.mark.parametrize(
    "text",
    [
        "{1:SA:" * 20_000,
        "{1:SA:=a~" * 20_000,
        "{1:MC:" + "~" * 100_000 + "}",
        "{1:MC:" + "\\" * 100_001 + "}",
        "{1:MC:=" + "#" * 100_000 + "}",
        "&lt;" * 50_000,
        "&lt;!--" * 30_000,
        "[[1]]" * 30_000,
        "{" * 100_000,
        "{1:SA:=a}" * 15_000,
        "{1:SA:" + "a~" * 50_000 + "}",
        "x" * 300_000,
        "$$" * 90_000,
    ],
    ids=range(13),
)
@pytest.mark.parametrize("kind", ["cloze", "essay", "gapselect"])
def test_hostile_texts_are_read_or_refused(kind: str, text: str) -> None:
    (entry,) = read("<quiz>" + (ESSAY % text).replace("essay", kind) + "</quiz>").entries
    assert entry.question or entry.refused
