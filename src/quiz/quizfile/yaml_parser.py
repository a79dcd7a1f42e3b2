"""YAML text to plain data, by the events of the YAML parser and a stack of our own.

What PyYAML's loaders do by recursion ends the process on a file of a few thousand brackets.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

import yaml

from quiz.model.problem import Path, Problem, shown, written
from quiz.model.text import clean, first_forbidden
from quiz.quizfile.document import Document, Mark, MarkedDict, MarkedList, Plain
from quiz.quizfile.scalar import resolve
from quiz.quizfile.syntax import TOO_DEEP, in_plain_words

DEPTH = 12
"""How many lists and mappings may stand within each other; the format itself needs seven."""
EVENTS = 1_000_000
"""How many keys, values, starts and ends may come; 10,000 questions have half as many."""
PROBLEMS = 500
"""How many problems of a file are told; who has more is helped by the first."""


class Event(Protocol):
    """A step of the parser; which of these it has depends on its type."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    implicit: tuple[bool, bool]
    version: tuple[int, int] | None
    tags: Mapping[str, str] | None


class Parser(Protocol):
    """What makes events of a text."""

    def get_event(self) -> Event:
        """Return the next event."""


FASTEST: Callable[[str], Parser] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The parser of libyaml, or PyYAML's own where libyaml is missing; only its events are used."""


def parse(text: str, file: str = "", parser: Callable[[str], Parser] = FASTEST) -> Document:
    """Return the data of a YAML text, and all that is wrong with it up to where it breaks."""
    builder = _Builder(file)
    try:
        builder.follow(parser(text))
    except _Stop:
        pass
    except (yaml.YAMLError, ValueError) as error:
        problem = in_plain_words(error, text, builder.problem, builder.quoted)
        builder.document.problems.append(problem)
    return builder.document


class _Stop(Exception):
    """The rest of the text is not worth reading."""


class _Builder:
    """Puts the value of each event where it belongs."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.document = Document()
        self.inner: MarkedList | MarkedDict = MarkedList()
        self.outer: list[MarkedList | MarkedDict] = []
        self.quoted: tuple[Mark, Mark] | None = None

    def follow(self, parser: Parser) -> None:
        """Take all events of the parser."""
        steps: dict[type, Callable[[Event], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: lambda event: self.open(MarkedDict(event.start_mark), event),
            yaml.SequenceStartEvent: lambda event: self.open(MarkedList(event.start_mark), event),
            yaml.MappingEndEvent: self.end,
            yaml.SequenceEndEvent: self.end,
            yaml.AliasEvent: self.alias,
            yaml.StreamStartEvent: lambda _: None,
            yaml.DocumentStartEvent: self.document_start,
            yaml.DocumentEndEvent: lambda _: None,
            yaml.StreamEndEvent: self.stream_end,
        }
        next_event = parser.get_event
        for _ in range(EVENTS):
            event = next_event()
            steps[type(event)](event)
        self.wrong(event.start_mark, "the file has too many values: split it into several quizzes")

    def scalar(self, event: Event) -> None:
        """Take a text, number, truth value or nothing."""
        value: Plain
        if event.implicit[0]:
            value = resolve(event.value)
        else:
            self.quoted = (event.start_mark, event.end_mark)
            value = self.looked_through(event) if event.style == '"' else event.value
        self.refuse_decoration(event)
        self.put(value, event.start_mark, event.value)

    def put(self, value: Plain, mark: Mark, word: str = "") -> None:
        """Put a value into the innermost open list or mapping."""
        inner = self.inner
        if isinstance(inner, MarkedList):
            inner.append(value)
            inner.marks.append(mark)
        elif inner.key is None:
            inner.key = value if isinstance(value, str) else shown(word)
            inner.key_mark = mark
            if inner.key in inner or value == "<<" or not isinstance(value, str):
                self.wrong(mark, _wrong_key(inner, inner.key, value))
        else:
            inner[inner.key] = value
            inner.key_marks[inner.key] = inner.key_mark
            inner.marks[inner.key] = mark
            inner.key = None

    def open(self, new: MarkedList | MarkedDict, event: Event) -> None:
        """Make a list or mapping the innermost one."""
        if len(self.outer) >= DEPTH:
            self.wrong(event.start_mark, TOO_DEEP)
            raise _Stop
        self.refuse_decoration(event)
        self.outer.append(self.inner)
        self.inner = new

    def end(self, event: Event) -> None:
        """Close the innermost list or mapping."""
        done, self.inner = self.inner, self.outer.pop()
        self.put(done, done.mark or event.start_mark)

    def document_start(self, event: Event) -> None:
        """Take the start of the one document."""
        if self.inner:
            self.wrong(event.start_mark, "--- begins a second quiz here: write one quiz to a file")
            raise _Stop
        if event.version or event.tags:
            message = "a line that begins with % is not for quizzes: take it out"
            self.wrong(event.start_mark, message)

    def stream_end(self, _: Event) -> None:
        """Hand over the one value there is."""
        self.document.whole = True
        if isinstance(self.inner, MarkedList) and self.inner:
            self.document.data, self.document.mark = self.inner[0], self.inner.marks[0]
        raise _Stop

    def alias(self, event: Event) -> None:
        """Refuse a name that stands for another value."""
        self.wrong(event.start_mark, "a value may not begin with *: put a text in quotation marks")
        self.put(f"*{event.anchor}", event.start_mark)

    def refuse_decoration(self, event: Event) -> None:
        """Refuse a name or a type before a value."""
        if event.anchor or event.tag:
            sign = "&" if event.anchor else "!"
            message = f"a value may not begin with {sign}: put a text in quotation marks"
            self.wrong(event.start_mark, message)

    def looked_through(self, event: Event) -> str:
        """Refuse characters that came as escapes, and return the text without them."""
        if found := first_forbidden(event.value):
            message = f"the text holds the hidden character {found[1]}: take it out"
            self.wrong(event.start_mark, message)
        return clean(event.value)

    def wrong(self, mark: Mark, message: str) -> None:
        """Note what is wrong."""
        self.document.problems.append(self.problem(mark.line + 1, mark.column + 1, message))
        if len(self.document.problems) >= PROBLEMS:
            raise _Stop

    def problem(self, line: int, column: int, message: str) -> Problem:
        """Return a problem of the value that comes next."""
        return Problem(self.file, line, column, written(self.path()), message)

    def path(self) -> Path:
        """Return the way to where the next value goes."""
        frames = (*self.outer, self.inner)[1:]
        steps = (len(frame) if isinstance(frame, MarkedList) else frame.key for frame in frames)
        return tuple(step for step in steps if step is not None and step != "")


def _wrong_key(inner: MarkedDict, key: str, value: Plain) -> str:
    """Return what is wrong with a key that is no text, merges, or stands there already."""
    if value == "<<":
        return "<< does not work in a quiz: write the keys themselves"
    if isinstance(value, str):
        line = inner.key_marks[key].line + 1
        return f"{shown(key)} stands in line {line} already: keep one of them"
    if key:
        return f'the key {key} is no text: write "{key}": in quotation marks'
    return "a short text must stand before the colon"
