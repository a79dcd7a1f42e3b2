"""An article in a Word file (.docx): a zip of XML, of which three small parts are read."""

import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, XMLParser

from quiz.article.article import Article, Block

LARGEST = 4 * 1024 * 1024
"""Bytes that a part may have once it is unpacked: the longest passage takes one million."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset(f"{_WORD}{name}" for name in ("tbl", "txbxContent", "sdtPr", "pPrChange"))
_SIGNS = {f"{_WORD}{name}": " " for name in ("tab", "br", "cr")} | {f"{_WORD}noBreakHyphen": "-"}
"""What stands for a sign that is an element of its own."""


class NoWordFile(Exception):
    """A file that is no Word document; the message says what is wrong with it, as a clause."""


def read(data: bytes) -> Article:
    """Return the article of a Word file; tables, text boxes and what is deleted are left out.

    Raises:
        NoWordFile: it is none, or too large once it is unpacked.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _read(archive)
    except KeyError:
        raise NoWordFile("there is no text of a Word document in it") from None
    except DefusedXmlException:
        raise NoWordFile("it declares entities, as no Word document does") from None
    except (BadZipFile, zlib.error, ParseError, RuntimeError, ValueError, EOFError, OSError):
        raise NoWordFile("it is damaged or protected") from None


def _read(archive: ZipFile) -> Article:
    names = set(archive.namelist())
    styles, about = _Styles(), _About()
    for name, part in (("word/styles.xml", styles), ("docProps/core.xml", about)):
        if name in names:
            _parse(archive, name, part)
    document = _Document(styles.names)
    _parse(archive, "word/document.xml", document)
    titles = [text for text, style in document.paragraphs if style == "title"]
    said = about.texts
    return Article(
        title=(titles or [said.get("title", "")])[0],
        author=said.get("creator", ""),
        language=said.get("language", "") or styles.language,
        blocks=tuple(
            Block(text, style.startswith("heading") or style in {"title", "subtitle"})
            for text, style in document.paragraphs
            if style != "caption"
        ),
    )


def _parse(archive: ZipFile, name: str, part: "_Styles | _About | _Document") -> None:
    """Take in a part of the archive, with no tree of it in memory."""
    with archive.open(name) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise NoWordFile("it is too large once it is unpacked")
    parser = XMLParser(target=part)
    parser.feed(data)
    parser.close()


class _Part:
    """What the parser asks of whoever takes in a part."""

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        """Take in the start of an element."""

    def data(self, text: str) -> None:
        """Take in text."""

    def end(self, tag: str) -> None:
        """Take in the end of an element."""

    def close(self) -> None:
        """Take in the end of all."""


class _Styles(_Part):
    """Takes in the names of styles, in English small letters, and the language."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.language = ""
        self._style = ""

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        value = said.get(f"{_WORD}val", "")
        if tag == f"{_WORD}style":
            self._style = said.get(f"{_WORD}styleId", "")
        elif tag == f"{_WORD}name":
            self.names[self._style] = value.lower()
        elif tag == f"{_WORD}lang":
            self.language = self.language or value


class _About(_Part):
    """Takes in what the document says of itself: title, creator and language."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self._name = ""

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        self._name = tag.rpartition("}")[2]

    def data(self, text: str) -> None:
        self.texts[self._name] = self.texts.get(self._name, "") + text


class _Document(_Part):
    """Takes in the paragraphs, each with the name of its style."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.paragraphs: list[tuple[str, str]] = []
        self._styles = styles
        self._texts: list[str] = []
        self._style = ""
        self._in_text = False
        self._left_out = 0

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        self._left_out += tag in _LEFT_OUT
        if self._left_out:
            return
        self._in_text = tag == f"{_WORD}t"
        if tag == f"{_WORD}pStyle":
            self._style = self._styles.get(said.get(f"{_WORD}val", ""), "")
        self._texts.append(_SIGNS.get(tag, ""))

    def data(self, text: str) -> None:
        if self._in_text:
            self._texts.append(text)

    def end(self, tag: str) -> None:
        self._in_text = False
        self._left_out -= tag in _LEFT_OUT
        if tag == f"{_WORD}p" and not self._left_out:
            self.paragraphs.append(("".join(self._texts), self._style))
            self._texts, self._style = [], ""
