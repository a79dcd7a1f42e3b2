"""The questions of a Moodle XML file, one after the other, whatever the file tries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, XMLParser

from quiz.exchange.format import NotThatFormat
from quiz.model.quiz import MOST_QUESTIONS
from quiz.model.text import clean_typed

_MOST = 800_000
"""So many elements a file has at the most; 10,000 questions have half as many."""
_MOST_IN_ONE = 5_000
"""So many elements a question has at the most."""
_MOST_BROKEN = 50
"""So many places of a file may be no XML."""
_REFERENCE = re.compile(r"&#[0-9a-fA-Fx]{1,8};")


@dataclass(frozen=True, slots=True)
class Broken:
    """A place in a file that is no XML."""

    line: int
    what: str


class _Builder(TreeBuilder):
    """Builds the questions of a file, and notes the line where each begins."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.questions: list[Element] = []
        self.root = ""
        self.parser = XMLParser(target=self, encoding="utf-8")
        self._before = line - 1
        self._count, self._asked, self._most = 0, 0, _MOST_IN_ONE

    @property
    def line(self) -> int:
        """The line that is being read."""
        return self._before + int(self.parser.parser.CurrentLineNumber)

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.root = self.root or tag
        self._count += 1
        if tag == "question":
            self._most = min(_MOST, self._count + _MOST_IN_ONE)
            attrs["line"] = str(self.line)
            self._asked += 1
        if self._count > self._most or self._asked > 2 * MOST_QUESTIONS:
            raise NotThatFormat(f"line {self.line}: the file has too many elements: split it")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        element = super().end(tag)
        if tag == "question":
            self.questions.append(element)
        return element


def questions(text: str) -> Iterator[Element | Broken]:
    """Yield the questions of a file; where one is no XML, what is wrong, and then the next one.

    Raises:
        NotThatFormat: the file can't be read, is too large, or tries to harm.
    """
    xml = _REFERENCE.sub(lambda found: _visible(found[0]), text).encode()
    start, line, prefix = 0, 1, b""
    for _ in range(_MOST_BROKEN):
        builder = _Builder(line)
        try:
            builder.parser.feed(prefix + xml[start:])
            builder.parser.close()
        except DefusedXmlException:
            raise NotThatFormat(f"line {builder.line}: the file declares entities") from None
        except ParseError as error:
            broken = Broken(builder.line, str(error).partition(":")[0])
        else:
            yield from builder.questions
            return
        yield from builder.questions
        at = start + builder.parser.parser.ErrorByteIndex - len(prefix)
        if builder.root != "quiz":
            break
        yield broken
        after = xml.find(b"<question ", max(at, start + 1))
        if after < 0:
            return
        line += xml.count(b"\n", start, after)
        start, prefix = after, b"<quiz>"
    raise NotThatFormat(f"line {broken.line}: this is no XML ({broken.what}): export it again")


@lru_cache(maxsize=10_000)
def _visible(reference: str) -> str:
    return escape(clean_typed(unescape(reference)))
