"""YAML text to plain data; where it breaks, entry by entry, so that one fault hides no other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import yaml

from quiz.model.problem import Problem, ValuePath, written
from quiz.quizfile.document import Document, MarkedDict, MarkedList
from quiz.quizfile.keys import ENTRY, HYPHEN, OF_QUESTION, OF_QUIZ, indent
from quiz.quizfile.syntax import Flaw, in_plain_words
from quiz.quizfile.yaml_parser import DEPTH, FASTEST, PROBLEMS, Builder, Stop, wrong_key

READ_ON = 500_000
"""Characters of a text that is read on behind its first fault: one written by hand has fewer."""
FAULTS = 100
"""How many faults it may have before the rest of it is left unread."""

Container = MarkedList | MarkedDict
_STRANGERS = OF_QUESTION - OF_QUIZ
"""Keys that begin no part of a quiz, though they stand in its first column."""


def parse(text: str, file: str = "", loader: type = FASTEST) -> Document:
    """Return the data of a YAML text, and all that is wrong with it.

    Where it breaks, its entries are read one by one, and again the entries of one that breaks.
    What can't be read stands in the data as nothing, and the way to it in `broken`.
    """
    builder = Builder(file)
    try:
        builder.read(text, loader)
    except (yaml.YAMLError, ValueError) as error:
        if len(text) <= READ_ON:
            return _Recovery(file, loader).document(text)
        flaw = in_plain_words(error, text, builder.quoted, is_entry=False)
        builder.document.problems.append(_problem(flaw, file, builder.path()))
    return builder.document


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines that hold one or more entries of a list or a mapping."""

    lines: Sequence[str]
    before: int
    """How many lines stand before it."""
    path: ValuePath
    """The way to the list or mapping."""
    index: int = 0
    """The place of the first entry in its list."""

    @property
    def text(self) -> str:
        """Its lines as one text."""
        return "".join(f"{line}\n" for line in self.lines)

    @property
    def begins(self) -> int:
        """The number of its first line that is neither empty nor a comment."""
        numbered = enumerate(line.lstrip() for line in self.lines)
        return next((n for n, line in numbered if line and line[0] != "#"), 0)

    @property
    def is_list(self) -> bool:
        """Whether it begins with a hyphen."""
        return HYPHEN.match(self.lines[self.begins].lstrip()) is not None

    @property
    def key(self) -> str | None:
        """The key that it begins with, if it does."""
        found = ENTRY.match(self.lines[self.begins].lstrip())
        return found["key"] if found else None

    def entries(self) -> list["_Part"]:
        """Return its entries, each with the lines that are no beginning of another."""
        begins = self.begins
        column = 0 if self._at_the_margin() else indent(self.lines[begins])
        starts = [
            n for n, line in enumerate(self.lines) if n > begins and self._is_next(line, column)
        ]
        ends = [*starts, len(self.lines)]
        return [
            _Part(self.lines[start:end], self.before + start, self.path, self.index + count)
            for count, (start, end) in enumerate(zip([0, *starts], ends, strict=True))
        ]

    def _at_the_margin(self) -> bool:
        """Return whether it is a whole quiz whose first key alone stands further right."""
        return self.path == () and any(
            found["key"] in OF_QUIZ for found in map(ENTRY.match, self.lines) if found
        )

    def _is_next(self, line: str, column: int) -> bool:
        """Return whether an entry begins in the line, in the column of the first."""
        if indent(line) != column:
            return False
        if self.is_list:
            return HYPHEN.match(line, column) is not None
        found = ENTRY.match(line, column)
        return found is not None and (self.path != () or found["key"] not in _STRANGERS)

    @property
    def first(self) -> ValuePath:
        """The way to its first entry."""
        if self.is_list:
            return (*self.path, self.index)
        return (*self.path, self.key) if self.key else self.path

    def holding(self, value: Container | None) -> Container | None:
        """Return its first entry with that value; None where no entry can be told."""
        start = (self.before + self.begins, indent(self.lines[self.begins]))
        mark = value.beginning if value else start
        if self.is_list:
            return MarkedList.of(value, mark)
        return MarkedDict.of(self.key, value, start, mark) if self.key else None

    def inside(self) -> "_Part | None":
        """Return what stands in its one entry, if that is entries again."""
        begins = self.begins
        line = self.lines[begins]
        if self.is_list:
            lines = [*self.lines]
            lines[begins] = line.replace("-", " ", 1)
            within = _Part(lines, self.before, (*self.path, self.index))
        elif (found := ENTRY.match(line, indent(line))) and not _value(line[found.end() :]):
            before = self.before + begins + 1
            within = _Part(self.lines[begins + 1 :], before, (*self.path, found["key"]))
        else:
            return None
        return within if within.lines and (within.is_list or within.key) else None


def _value(rest: str) -> str:
    """Return what stands behind the colon of a key, without a comment."""
    rest = rest.strip()
    return "" if rest.startswith("#") else rest


class _Recovery:
    """Reads what can be read of a text that breaks."""

    def __init__(self, file: str, loader: type) -> None:
        self._file = file
        self._loader = loader
        self._problems: list[Problem] = []
        self._broken: dict[ValuePath, str] = {}

    def document(self, text: str) -> Document:
        """Return the data of the text."""
        try:
            data = self._read(_Part(text.split("\n"), 0, ()))
        except Stop:
            data = None
        found = Document(problems=self._problems[:PROBLEMS], broken=self._broken)
        if data:
            found.data, found.mark = data, data.beginning
        return found

    def _read(self, part: _Part) -> Container | None:
        """Return the entries of a part as far as they can be read; None where there are none."""
        if len(self._problems) >= FAULTS:
            raise Stop
        builder = Builder(self._file, part.before, part.path, part.index)
        error = None
        try:
            builder.read(part.text, self._loader)
        except (yaml.YAMLError, ValueError) as caught:
            error = caught
        data = builder.document.data
        if error is None and isinstance(data, Container):
            self._problems += builder.document.problems
            return data
        known = len(self._problems)
        found = self._read_parts(part) if error and len(part.path) < DEPTH else None
        if len(self._problems) > known:
            return found
        if found and error:  # what breaks the whole breaks none of its parts
            flaw = in_plain_words(error, part.text, builder.quoted, is_entry=False)
            self._problems.append(_problem(flaw, self._file, part.path, part.before))
            return found
        return self._unread(part, error, builder)

    def _read_parts(self, part: _Part) -> Container | None:
        """Return the same, read entry by entry, or by what is in its one entry."""
        entries = part.entries()
        if len(entries) > 1:
            return self._together([self._read(entry) for entry in entries])
        inside = part.inside()
        return part.holding(self._read(inside)) if inside else None

    def _together(self, entries: Iterable[Container | None]) -> Container | None:
        """Return one list or mapping of what was read of several."""
        read = [entry for entry in entries if entry]
        whole = read[0] if read else None
        for entry in read[1:]:
            if isinstance(whole, MarkedList) and isinstance(entry, MarkedList):
                whole.add(entry)
            elif isinstance(whole, MarkedDict) and isinstance(entry, MarkedDict):
                self._refuse_twice(whole, entry)
                whole.add(entry)
        return whole

    def _refuse_twice(self, whole: MarkedDict, entry: MarkedDict) -> None:
        for key, (line, column) in entry.key_marks.items():
            if key in whole:
                problem = Problem(self._file, line + 1, column + 1, key, wrong_key(whole, key))
                self._problems.append(problem)

    def _unread(self, part: _Part, error: Exception | None, builder: Builder) -> Container | None:
        """Return an entry as nothing, and tell why it can't be read."""
        self._broken[part.first] = part.text
        if not error:
            self._problems += builder.document.problems
        if error or builder.document.whole:
            flaw = in_plain_words(error, part.text, builder.quoted)
            self._problems.append(_problem(flaw, self._file, part.first, part.before))
        return part.holding(None)


def _problem(flaw: Flaw, file: str, path: ValuePath, before: int = 0) -> Problem:
    where = written(path if flaw.is_of_value else path[:-1])
    return Problem(file, before + flaw.line, flaw.column, where, flaw.message)
