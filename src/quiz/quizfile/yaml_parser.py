"""YAML text to plain data, by the events of the YAML parser and a stack of our own.

What PyYAML's loaders do by recursion ends the process on a file of a few thousand brackets.
"""

from typing import Any

import yaml

from quiz.model.problem import Path, Problem, shown, written
from quiz.model.text import clean, first_forbidden
from quiz.quizfile.document import Document, MarkedDict, MarkedList, Plain, Start
from quiz.quizfile.scalar import resolve
from quiz.quizfile.syntax import TOO_DEEP, in_plain_words

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
_USUAL = frozenset({"", "true", "false"})
_SIGN = "a value may not begin with {}: put a text in quotation marks"

Event = Any  # of PyYAML, whose stubs know little of those of libyaml
Mark = Any


def parse(text: str, file: str = "", loader: type = FASTEST) -> Document:
    """Return the data of a YAML text, and all that is wrong with it up to where it breaks."""
    builder = _Builder(file)
    try:
        for count, event in enumerate(yaml.parse(text, loader)):
            builder.take(event)
            if count == EVENTS:
                builder.stop(event.start_mark, _TOO_MANY)
        builder.finish()
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
        self.starts: list[Mark] = []
        self.quoted: tuple[Mark, Mark] | None = None

    def take(self, event: Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self.put(self.value(event), event.start_mark, event.value)
            case yaml.MappingStartEvent():
                self.open(MarkedDict(), event)
            case yaml.SequenceStartEvent():
                self.open(MarkedList(), event)
            case yaml.CollectionEndEvent():
                done, self.inner = self.inner, self.outer.pop()
                self.put(done, self.starts.pop())
            case yaml.AliasEvent():
                self.wrong(event.start_mark, _SIGN.format("*"))
                self.put(f"*{event.anchor}", event.start_mark)
            case yaml.DocumentStartEvent():
                self.document_start(event)

    def value(self, event: Event) -> Plain:
        """Return the text, number, truth value or nothing that a word is."""
        self.refuse_decoration(event)
        if event.implicit[0]:
            return resolve(event.value)
        self.quoted = (event.start_mark, event.end_mark)
        found = first_forbidden(event.value) if event.style == '"' else None
        if found is None:
            return str(event.value)
        self.wrong(event.start_mark, f"the text holds the hidden character {found[1]}: take it out")
        return clean(event.value)

    def put(self, value: Plain, mark: Mark, word: str = "") -> None:
        """Put a value into the innermost open list or mapping."""
        inner = self.inner
        if isinstance(inner, MarkedDict):
            self.put_in_mapping(inner, value, mark, word)
            return
        if word not in _USUAL and not isinstance(value, str):
            inner.words[len(inner)] = word
        inner.append(value)
        inner.marks.append(_start(mark))

    def put_in_mapping(self, inner: MarkedDict, value: Plain, mark: Mark, word: str) -> None:
        """Put a key into a mapping, or the value of the key that came before it."""
        if inner.key is not None:
            inner[inner.key] = value
            inner.marks[inner.key] = _start(mark)
            if word not in _USUAL and not isinstance(value, str):
                inner.words[inner.key] = word
            inner.key = None
            return
        inner.key = value if isinstance(value, str) else shown(word)
        if inner.key in inner or value == "<<" or not isinstance(value, str):
            self.wrong(mark, _wrong_key(inner, inner.key, value))
        inner.key_marks[inner.key] = _start(mark)

    def finish(self) -> None:
        """Hand over the one value there is."""
        self.document.whole = True
        if isinstance(self.inner, MarkedList) and self.inner:
            self.document.data, self.document.mark = self.inner[0], self.inner.marks[0]

    def open(self, new: MarkedList | MarkedDict, event: Event) -> None:
        if len(self.outer) >= DEPTH:
            self.stop(event.start_mark, TOO_DEEP)
        self.refuse_decoration(event)
        self.outer.append(self.inner)
        self.starts.append(event.start_mark)
        self.inner = new

    def document_start(self, event: Event) -> None:
        if self.inner:
            self.stop(event.start_mark, "--- begins a second quiz here: write one quiz to a file")
        if event.version or event.tags:
            self.wrong(event.start_mark, _DIRECTIVE)

    def refuse_decoration(self, event: Event) -> None:
        """Refuse a name or a type before a value."""
        if event.anchor or event.tag:
            self.wrong(event.start_mark, _SIGN.format("&" if event.anchor else "!"))

    def stop(self, mark: Mark, message: str) -> None:
        self.wrong(mark, message)
        raise _Stop

    def wrong(self, mark: Mark, message: str) -> None:
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


def _start(mark: Mark) -> Start:
    return mark.line, mark.column


def _wrong_key(inner: MarkedDict, key: str, value: Plain) -> str:
    """Return what is wrong with a key that is no text, merges, or stands there already."""
    if value == "<<":
        return "<< does not work in a quiz: write the keys themselves"
    if isinstance(value, str):
        line = inner.key_marks[key][0] + 1
        return f"{shown(key)} stands in line {line} already: keep one of them"
    if key:
        return f'the key {key} is no text: write "{key}": in quotation marks'
    return "a short text must stand before the colon"
