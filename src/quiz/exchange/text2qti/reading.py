"""A text2qti file as questions."""

import re
from dataclasses import dataclass, field

from quiz.exchange.format import Entry, Imported
from quiz.exchange.markdown_question import Refused, Words
from quiz.exchange.plain_markdown import plain
from quiz.exchange.text2qti.elements import Element, Mark, elements
from quiz.exchange.text2qti.item import Item
from quiz.exchange.text_file import text_of
from quiz.model.problem import shown

_BEGINS = re.compile(
    r"^Quiz title:|^[0-9]+\.[ \t]+(?:.*[^{\s])?[ \t]*\n"
    r"(?:(?:[ \t].*|(?:\.\.\.|[-+!])[ \t].*)?\n)*"
    r"(?:\*?[A-Za-z]\)[ \t]|\[[ *]?\][ \t]|[*=][ \t]|___+$|\^\^\^+$)",
    re.MULTILINE | re.IGNORECASE,
)
_IN_AIKEN = re.compile(r"^ANSWER:", re.MULTILINE)
_PASSAGE = (Mark.QUIZ_DESCRIPTION, Mark.TEXT_TITLE, Mark.TEXT)
_OF_QUESTION = (Mark.TITLE, Mark.POINTS)
_OF_GROUP = (Mark.GROUP, Mark.PICK, Mark.POINTS_OF_EACH)
_SETTINGS = (*_OF_QUESTION, *_OF_GROUP, Mark.QUIZ_TITLE, Mark.SHUFFLE, Mark.SETTING)


def recognizes(text: str) -> bool:
    """Return whether a question in the way of text2qti begins in a text, and none of Aiken."""
    return _BEGINS.search(text) is not None and not _IN_AIKEN.search(text)


def read(data: bytes | str) -> Imported:
    """Return the questions of a file, and its descriptions as the passage.

    Raises:
        NotThatFormat: it is no text.
    """
    file = _File()
    for element in elements(text_of(data)):
        file.take(element)
    return Imported(
        title=file.settings.get(Mark.QUIZ_TITLE, ""),
        entries=tuple(map(_entry, file.items)),
        passage=tuple(file.passage),
    )


@dataclass(slots=True)
class _File:
    """What was read of a file so far."""

    settings: dict[Mark, str] = field(default_factory=dict)
    """What goes for the next question, and for those of its group and of the file."""
    items: list[Item] = field(default_factory=list)
    passage: list[str] = field(default_factory=list)
    groups: int = 0

    def take(self, element: Element) -> None:
        """Take the next element."""
        if element.mark in _PASSAGE:
            paragraphs = plain(element.text).text.split("\n")
            self.passage += [one.removeprefix("- ") for one in paragraphs if one]
        elif element.mark is Mark.GROUP:
            self.groups += 1
            self._forget(_OF_GROUP)
            self.settings[Mark.GROUP] = str(self.groups)
        elif element.mark is Mark.END_GROUP:
            self._forget(_OF_GROUP)
        elif element.mark in _SETTINGS:
            self.settings[element.mark] = " ".join(element.text.split())
        elif self.items and element.mark not in {Mark.QUESTION, Mark.PROGRAM}:
            self.items[-1].parts.append(element)
        else:
            self.items.append(Item(element, dict(self.settings)))
            self._forget(_OF_QUESTION)

    def _forget(self, marks: tuple[Mark, ...]) -> None:
        for mark in marks:
            self.settings.pop(mark, None)


def _entry(item: Item) -> Entry:
    words = Words()
    line = item.begin.line
    name = shown(item.settings.get(Mark.TITLE) or plain(item.begin.text[:200]).text)
    try:
        question = item.question(words)
    except Refused as refusal:
        return Entry(line=line, name=name, question=None, refused=str(refusal))
    return Entry(line=line, name=name, question=question, losses=words.lost)
