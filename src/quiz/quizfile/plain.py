"""YAML text to plain data, by the events of the YAML parser and a stack of our own.

What PyYAML's loaders do by recursion ends the process on a file of a few thousand brackets.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

import yaml

from quiz.model.problem import Path, shown
from quiz.model.text import clean, first_forbidden
from quiz.quizfile import bounds
from quiz.quizfile.document import AT_MOST, Document, Flaw, Mark, Plain
from quiz.quizfile.scalar import resolve
from quiz.quizfile.source import Spot
from quiz.quizfile.syntax import TOO_DEEP, in_plain_words

DEPTH = 12
"""How many lists and mappings may stand within each other; the format itself needs seven."""
EVENTS = 1_000_000
"""How many keys, values, starts and ends may come; 10,000 questions have half as many."""
_QUESTIONS = bounds.COUNTS["Quiz.questions"][1]
_OTHERS = bounds.COUNT[1]


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


def parse(text: str, parser: Callable[[str], Parser] = FASTEST) -> Document:
    """Return the data of a YAML text, and all that is wrong with it up to where it breaks."""
    builder = _Builder()
    try:
        builder.follow(parser(text))
    except _Stop:
        pass
    except (yaml.YAMLError, ValueError) as error:
        builder.flaws.append(in_plain_words(error, text, builder.path(), builder.quoted))
    return builder.document


class _Stop(Exception):
    """The rest of the text is not worth reading."""


class _List:
    """A list whose end has not come."""

    __slots__ = ("items", "marks", "most", "start")

    def __init__(self, start: Mark | None, most: int = _OTHERS) -> None:
        self.items: list[Plain] = []
        self.marks: list[tuple[Mark, Mark]] = []
        self.most = most
        self.start = start


class _Mapping:
    """A mapping whose end has not come."""

    __slots__ = ("items", "key", "key_mark", "marks", "start")

    def __init__(self, start: Mark) -> None:
        self.items: dict[str, Plain] = {}
        self.marks: dict[str, tuple[Mark, Mark]] = {}
        self.start = self.key_mark = start
        self.key: str | None = None


class _Builder:
    """Puts the value of each event where it belongs."""

    def __init__(self) -> None:
        self.document = Document()
        self.flaws = self.document.flaws
        self.inner: _List | _Mapping = _List(None)
        self.outer: list[_List | _Mapping] = []
        self.quoted: tuple[Mark, Mark] | None = None

    def follow(self, parser: Parser) -> None:
        """Take all events of the parser."""
        steps: dict[type, Callable[[Event], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.mapping,
            yaml.SequenceStartEvent: self.sequence,
            yaml.MappingEndEvent: self.end,
            yaml.SequenceEndEvent: self.end,
            yaml.AliasEvent: self.alias,
            yaml.StreamStartEvent: self.nothing,
            yaml.DocumentStartEvent: self.document_start,
            yaml.DocumentEndEvent: self.nothing,
            yaml.StreamEndEvent: self.stream_end,
        }
        next_event = parser.get_event
        for _ in range(EVENTS):
            event = next_event()
            steps[type(event)](event)
        self.flaw(event.start_mark, "the file has too many values: split it into several quizzes")

    def scalar(self, event: Event) -> None:
        """Take a text, number, truth value or nothing."""
        value: Plain
        if event.implicit[0]:
            value = resolve(event.value)
        else:
            self.quoted = (event.start_mark, event.end_mark)
            value = self.looked_through(event) if event.style == '"' else event.value
        if event.anchor or event.tag:
            self.decorated(event)
        self.place(value, event.start_mark, event.value)

    def place(self, value: Plain, mark: Mark, word: str = "") -> None:
        """Put a value into the innermost open list or mapping."""
        inner = self.inner
        if isinstance(inner, _List):
            inner.items.append(value)
            inner.marks.append((mark, mark))
            if len(inner.items) > inner.most:
                self.too_long(inner, mark)
        elif inner.key is None:
            inner.key = value if isinstance(value, str) else shown(word)
            inner.key_mark = mark
            if inner.key in inner.items or value == "<<" or not isinstance(value, str):
                self.wrong_key(inner, inner.key, value)
            if len(inner.items) >= _OTHERS:
                self.too_long(inner, mark)
        else:
            inner.items[inner.key] = value
            inner.marks[inner.key] = (inner.key_mark, mark)
            inner.key = None

    def mapping(self, event: Event) -> None:
        """Open a mapping."""
        self.open(_Mapping(event.start_mark), event)

    def sequence(self, event: Event) -> None:
        """Open a list."""
        of_questions = len(self.outer) == 1 and self.path() == ("questions",)
        self.open(_List(event.start_mark, _QUESTIONS if of_questions else _OTHERS), event)

    def open(self, new: _List | _Mapping, event: Event) -> None:
        """Make a list or mapping the innermost one."""
        if len(self.outer) >= DEPTH:
            self.flaw(event.start_mark, TOO_DEEP)
            raise _Stop
        if event.anchor or event.tag:
            self.decorated(event)
        self.outer.append(self.inner)
        self.inner = new

    def end(self, event: Event) -> None:
        """Close the innermost list or mapping."""
        done, self.inner = self.inner, self.outer.pop()
        value = tuple(done.items) if isinstance(done, _List) else done.items
        if value:
            self.document.marks[id(value)] = done.marks
        self.place(value, event.start_mark if done.start is None else done.start)

    def nothing(self, event: Event) -> None:
        """Take an event that brings no value."""

    def document_start(self, event: Event) -> None:
        """Take the start of the one document."""
        if self.inner.items:
            self.flaw(event.start_mark, "--- begins a second quiz here: write one quiz to a file")
            raise _Stop
        if event.version or event.tags:
            self.flaw(event.start_mark, "a line that begins with % is not for quizzes: take it out")

    def stream_end(self, _: Event) -> None:
        """Hand over the one value there is."""
        self.document.whole = True
        if isinstance(self.inner, _List) and self.inner.items:
            self.document.data, self.document.start = self.inner.items[0], self.inner.marks[0][0]
        raise _Stop

    def alias(self, event: Event) -> None:
        """Refuse a name that stands for another value."""
        self.flaw(event.start_mark, "a value may not begin with *: put a text in quotation marks")
        self.place(f"*{event.anchor}", event.start_mark)

    def decorated(self, event: Event) -> None:
        """Refuse a value with a name or a type before it."""
        sign = "&" if event.anchor else "!"
        self.flaw(
            event.start_mark, f"a value may not begin with {sign}: put a text in quotation marks"
        )

    def looked_through(self, event: Event) -> str:
        """Refuse characters that came as escapes, and return the text without them."""
        found = first_forbidden(event.value)
        if found:
            message = f"the text holds the hidden character {found[1]}: take it out"
            self.flaw(event.start_mark, message)
        return clean(event.value)

    def wrong_key(self, inner: _Mapping, key: str, value: Plain) -> None:
        """Refuse a key that is no text, that merges, or that stands there already."""
        if value == "<<":
            message = "<< does not work in a quiz: write the keys themselves"
        elif isinstance(value, str):
            first = inner.marks[key][0].line + 1
            message = f"{shown(key)} stands in line {first} already: keep one of them"
        elif key:
            message = f'the key {key} is no text: write "{key}": in quotation marks'
        else:
            message = "a short text must stand before the colon"
        self.flaw(inner.key_mark, message)

    def too_long(self, inner: _List | _Mapping, mark: Mark) -> None:
        """Refuse what is longer than anything in a quiz, before the rest of it costs time."""
        what, most = ("values", inner.most) if isinstance(inner, _List) else ("keys", _OTHERS)
        self.flaw(mark, f"too many {what} stand together here: write at most {most:,}")
        raise _Stop

    def flaw(self, mark: Mark, message: str) -> None:
        """Note what is wrong."""
        self.flaws.append(Flaw(Spot(mark.line + 1, mark.column + 1), message, self.path()))
        if len(self.flaws) >= AT_MOST:
            raise _Stop

    def path(self) -> Path:
        """Return the way to where the next value goes."""
        steps: list[str | int] = []
        for frame in (*self.outer, self.inner)[1:]:
            if isinstance(frame, _List):
                steps.append(len(frame.items))
            elif frame.key:
                steps.append(frame.key)
        return tuple(steps)
