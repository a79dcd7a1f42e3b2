"""The questions of a Moodle XML file, one after the other, whatever the file tries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, XMLParser

from quiz.exchange.format import NotThatFormat

LARGEST = 32 * 1024 * 1024
"""So many bytes a file has at the most."""
DEEPEST = 30
"""So many elements stand in each other at the most."""
MOST_ELEMENTS = 800_000
"""So many elements a file has at the most; 10,000 questions have half as many."""
MOST_IN_ONE = 5_000
"""So many elements a question has at the most."""
MOST_BROKEN = 50
"""So many places of a file may be no XML."""
_ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf8": "utf-8-sig",
    "us-ascii": "utf-8-sig",
    "utf-16": "utf-16",
    "iso-8859-1": "cp1252",
    "iso-8859-15": "iso8859-15",
    "windows-1252": "cp1252",
}
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_CHUNK = 64 * 1024
_LONGEST = 1_000_000
"""So many characters of a text are read, and more than any field of a quiz may have."""


class Element:
    """An element of XML with what stands in it; a `text` in it is no element, but its text."""

    __slots__ = ("attributes", "children", "line", "said", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], line: int = 0) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        """Where a question begins; 0 for what is in it."""
        self.said = ""
        self.children: list[Element] = []

    @property
    def text(self) -> str:
        """What stands in it, but not in what is in it."""
        return self.said.strip()

    def find(self, tag: str) -> Element | None:
        """Return the first child of that name."""
        for child in self.children:
            if child.tag == tag:
                return child
        return None

    def all(self, tag: str) -> list[Element]:
        """Return the children of that name."""
        return [child for child in self.children if child.tag == tag]

    def value(self, tag: str) -> str:
        """Return the text of the first child of that name."""
        child = self.find(tag)
        return child.text if child else ""


@dataclass(frozen=True, slots=True)
class Broken:
    """A place in a file that is no XML."""

    line: int
    what: str

    def __str__(self) -> str:
        """Return where it is, and what is wrong."""
        return f"line {self.line}: this is no XML ({self.what})"


class _Questions:
    """Builds each question as its elements come; who reads takes away what was built."""

    def __init__(self) -> None:
        self.built: list[Element] = []
        self.root = ""
        self.elements = 0
        self.line: Callable[[], int] = lambda: 1
        self._open: list[Element] = []
        self._depth = 0
        self._most = MOST_IN_ONE

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self.elements += 1
        if self._depth > DEEPEST:
            raise NotThatFormat(f"line {self.line()}: too many elements stand in each other here.")
        if self.elements > self._most:
            raise NotThatFormat(f"line {self.line()}: the file has too many elements: split it.")
        if tag == "text":
            return
        if self._open:
            element = Element(tag, attributes)
            self._open[-1].children.append(element)
            self._open.append(element)
        elif tag == "question":
            self._open.append(Element(tag, attributes, self.line()))
            self._most = min(MOST_ELEMENTS, self.elements + MOST_IN_ONE)
        self.root = self.root or tag

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._open and tag != "text":
            element = self._open.pop()
            if not self._open:
                self.built.append(element)

    def data(self, text: str) -> None:
        if self._open:
            element = self._open[-1]
            if element.tag != "file" and len(element.said) < _LONGEST:
                element.said += text

    def close(self) -> None:
        """Return nothing: all was taken away before."""


def questions(data: bytes | str) -> Iterator[Element | Broken]:
    """Yield the questions of a file; where one is no XML, what is wrong, and then the next one.

    Raises:
        NotThatFormat: the file can't be read, is too large, or tries to harm.
    """
    xml = in_utf8(data)
    start, line, broken = 0, 1, 0
    while True:
        reading = _Reading(xml, start, line)
        yield from reading.questions()
        if reading.stopped is None:
            return
        broken += 1
        if reading.target.root != "quiz" or broken > MOST_BROKEN:
            raise NotThatFormat(f"{reading.stopped}. Export it again from where it comes from.")
        yield reading.stopped
        after = xml.find(b"<question ", max(reading.at, start + 1))
        if after < 0:
            return
        line += xml.count(b"\n", start, after)
        start = after


class _Reading:
    """One go through a file, from a question to its end or to where it is no XML."""

    def __init__(self, xml: bytes, start: int, line: int) -> None:
        self.target = _Questions()
        self.stopped: Broken | None = None
        self.at = start
        self._xml = xml
        self._start = start
        self._prefix = b"<quiz>" if start else b""
        self._parser = XMLParser(target=self.target, encoding="utf-8")
        expat = self._parser.parser
        expat.ordered_attributes = False
        expat.StartElementHandler = self.target.start  # past two layers that take as long again
        expat.EndElementHandler = self.target.end
        self.target.line = lambda: line + expat.CurrentLineNumber - 1

    def questions(self) -> Iterator[Element]:
        """Yield the questions; where it stops, `stopped` and `at` say why and where."""
        try:
            self._parser.feed(self._prefix)
            for at in range(self._start, len(self._xml), _CHUNK):
                self._parser.feed(self._xml[at : at + _CHUNK])
                yield from self._taken()
            self._parser.close()
        except DefusedXmlException:
            raise NotThatFormat(
                f"line {self.target.line()}: the file declares entities, as no quiz does, and was"
                " not read."
            ) from None
        except ParseError as error:
            yield from self._taken()
            what = str(error).partition(":")[0]
            self.stopped = Broken(self.target.line(), what)
            self.at += self._parser.parser.ErrorByteIndex - len(self._prefix)

    def _taken(self) -> list[Element]:
        built, self.target.built = self.target.built, []
        return built


def in_utf8(data: bytes | str) -> bytes:
    """Return an XML file in UTF-8, out of the encoding that it declares.

    Raises:
        NotThatFormat: it is too large, or no text in that encoding.
    """
    if len(data) > LARGEST:
        raise NotThatFormat(f"The file has more than {LARGEST // 1024**2} MB: split it.")
    name = "utf-8" if isinstance(data, str) else _declared(data)
    if name not in _ENCODINGS:
        raise NotThatFormat(f"line 1: the encoding {name} can't be read. Save the file as UTF-8.")
    try:
        text = data if isinstance(data, str) else data.decode(_ENCODINGS[name])
        return text.encode()
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        line = data.count(b"\n", 0, start) + 1 if isinstance(data, bytes) else 1
        said = f"line {line}: this is no text in {name}. Save the file as UTF-8."
        raise NotThatFormat(said) from None


def _declared(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    declared = _DECLARED.match(data)
    return declared[1].decode().lower() if declared else "utf-8"
