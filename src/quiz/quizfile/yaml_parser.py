"""YAML text to plain data, by the events of the YAML parser and a stack of our own.

What PyYAML's loaders do by recursion ends the process on a file of a few thousand brackets.
"""

from typing import Any

import yaml

from quiz.model.problem import Problem, ValuePath, shown, written
from quiz.model.text import clean, first_forbidden
from quiz.quizfile.document import Document, MarkedDict, MarkedList, Plain, Start
from quiz.quizfile.keys import KEYS
from quiz.quizfile.scalar import resolve
from quiz.quizfile.syntax import TOO_DEEP

DEPTH = 12
"""How many lists and mappings may stand within each other; the format itself needs seven."""
EVENTS = 1_000_000
"""How many keys, values, starts and ends may come; 10,000 questions have half as many."""
PROBLEMS = 500
"""How many problems of a file are told; who has more is helped by the first."""
FASTEST = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The parser of libyaml, or PyYAML's own where libyaml is missing; only its events are used."""

_TOO_MANY = "the file has too many values: split it into several quizzes"
_DIRECTIVE = "a line that begins with % is not for quizzes: take it out"
_COMMA = "a comma ends the text before this: put the whole text in quotation marks"
_NO_VALUE = "nothing stands here: write `{}: ...`"
_USUAL = frozenset({"", "true", "false"})
_SIGN = "a value may not begin with {}: put a text in quotation marks"

Event = Any  # of PyYAML, whose stubs know little of those of libyaml
Mark = Any


class Stop(Exception):
    """The rest of the text is not worth reading."""


class Builder:
    """Puts the value of each event where it belongs.

    A part of a file is read with the number of lines before it, the way to what it is part of, and
    the index of its first value where that is a list.
    """

    def __init__(self, file: str, before: int = 0, at: ValuePath = (), first: int = 0) -> None:
        self._file = file
        self._before = before
        self._at = at
        self._first = first
        self.document = Document()
        """What was taken in so far."""
        self._inner: MarkedList | MarkedDict = MarkedList()
        self._outer: list[MarkedList | MarkedDict] = []
        self._starts: list[Mark] = []
        self._ends: Mark = None  # of the last word
        self.quoted: tuple[Mark, Mark] | None = None
        """Where the last text in quotation marks begins and ends."""

    def read(self, text: str, loader: type) -> None:
        """Take the data of a text in, and what is wrong with it up to where it breaks.

        Raises:
            yaml.YAMLError: it is no YAML.
            ValueError: a character in it has no meaning.
        """
        try:
            for count, event in enumerate(yaml.parse(text, loader)):
                self._take(event)
                if count == EVENTS:
                    self._stop(event.start_mark, _TOO_MANY)
            self._finish()
        except Stop:
            pass

    def _take(self, event: Event) -> None:
        match event:
            case yaml.ScalarEvent():
                if not event.value:
                    self._refuse_lone_key(event)
                self._ends = event.end_mark
                self._put(self._value(event), event.start_mark, event.value)
            case yaml.MappingStartEvent():
                self._open(MarkedDict(), event)
            case yaml.SequenceStartEvent():
                self._open(MarkedList(), event)
            case yaml.CollectionEndEvent():
                done, self._inner = self._inner, self._outer.pop()
                self._put(done, self._starts.pop())
            case yaml.AliasEvent():
                self._wrong(event.start_mark, _SIGN.format("*"))
                self._put(f"*{event.anchor}", event.start_mark)
            case yaml.DocumentStartEvent():
                self._document_start(event)

    def _value(self, event: Event) -> Plain:
        """Return the text, number, truth value or nothing that a word is."""
        self._refuse_decoration(event)
        if event.implicit[0]:
            return resolve(event.value)
        self.quoted = (event.start_mark, event.end_mark)
        found = first_forbidden(event.value) if event.style == '"' else None
        if found is None:
            return str(event.value)
        self._wrong(
            event.start_mark, f"the text holds the hidden character {found[1]}: take it out"
        )
        return clean(event.value)

    def _put(self, value: Plain, mark: Mark, word: str = "") -> None:
        """Put a value into the innermost open list or mapping."""
        inner = self._inner
        if isinstance(inner, MarkedDict):
            self._put_in_mapping(inner, value, mark, word)
            return
        if word not in _USUAL and not isinstance(value, str):
            inner.words[len(inner)] = word
        inner.append(value)
        inner.marks.append(self._start(mark))

    def _put_in_mapping(self, inner: MarkedDict, value: Plain, mark: Mark, word: str) -> None:
        """Put a key into a mapping, or the value of the key that came before it."""
        if inner.key is not None:
            inner[inner.key] = value
            inner.marks[inner.key] = self._start(mark)
            if word not in _USUAL and not isinstance(value, str):
                inner.words[inner.key] = word
            inner.key = None
            return
        inner.key = value if isinstance(value, str) else shown(word)
        if inner.key in inner or value == "<<" or not isinstance(value, str):
            self._wrong(mark, wrong_key(inner, inner.key, value))
        inner.key_marks[inner.key] = self._start(mark)

    def _finish(self) -> None:
        """Hand over the one value there is."""
        self.document.whole = True
        if isinstance(self._inner, MarkedList) and self._inner:
            self.document.data, self.document.mark = self._inner[0], self._inner.marks[0]

    def _open(self, new: MarkedList | MarkedDict, event: Event) -> None:
        if len(self._outer) >= DEPTH:
            self._stop(event.start_mark, TOO_DEEP)
        self._refuse_decoration(event)
        self._outer.append(self._inner)
        self._starts.append(event.start_mark)
        self._inner = new

    def _document_start(self, event: Event) -> None:
        if self._inner:
            self._stop(event.start_mark, "--- begins a second quiz here: write one quiz to a file")
        if event.version or event.tags:
            self._wrong(event.start_mark, _DIRECTIVE)

    def _refuse_decoration(self, event: Event) -> None:
        """Refuse a name or a type before a value."""
        if event.anchor or event.tag:
            self._wrong(event.start_mark, _SIGN.format("&" if event.anchor else "!"))

    def _refuse_lone_key(self, event: Event) -> None:
        """Refuse a key without a colon, which a comma in a text makes of what stands behind it."""
        inner = self._inner
        if not isinstance(inner, MarkedDict) or ":" in (inner.key or ":"):
            return
        if event.implicit[0] and self._start(event.start_mark) == self._start(self._ends):
            key = str(inner.key)
            message = _NO_VALUE if key in KEYS else _COMMA
            self._add(*inner.key_marks[key], message.format(key))
            self._hide_last(inner)

    def _hide_last(self, inner: MarkedDict) -> None:
        """Say no more of a number that a comma took apart."""
        last = next(reversed(inner), None)
        if last is not None and last in inner.words:
            self.document.broken[(*self.path()[:-1], last)] = ""

    def _stop(self, mark: Mark, message: str) -> None:
        self._wrong(mark, message)
        raise Stop

    def _wrong(self, mark: Mark, message: str) -> None:
        self._add(mark.line + self._before, mark.column, message)

    def _add(self, line: int, column: int, message: str) -> None:
        problem = Problem(self._file, line + 1, column + 1, written(self.path()), message)
        self.document.problems.append(problem)
        if len(self.document.problems) >= PROBLEMS:
            raise Stop

    def _start(self, mark: Mark) -> Start:
        return mark.line + self._before, mark.column

    def path(self) -> ValuePath:
        """Return the way to where the next value goes."""
        frames = (*self._outer, self._inner)[1:]
        steps = [len(frame) if isinstance(frame, MarkedList) else frame.key for frame in frames]
        if frames and isinstance(frames[0], MarkedList):
            steps[0] = len(frames[0]) + self._first
        return (*self._at, *(step for step in steps if step is not None and step != ""))


def wrong_key(inner: MarkedDict, key: str, value: Plain = "") -> str:
    """Return what is wrong with a key that is no text, merges, or stands there already."""
    if value == "<<":
        return "<< does not work in a quiz: write the keys themselves"
    if isinstance(value, str):
        line = inner.key_marks[key][0] + 1
        return f"{shown(key)} stands in line {line} already: keep one of them"
    if key:
        return f'the key {key} is no text: write "{key}": in quotation marks'
    return "a short text must stand before the colon"
