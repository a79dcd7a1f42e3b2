"""Where a value stands in the text of a quiz file, and where words within it do."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from quiz.model.problem import Place, ValuePath
from quiz.quizfile.document import Document


class Places:
    """The text of a file that reads, and what it holds."""

    def __init__(self, text: str, document: Document) -> None:
        self._text = text
        self._document = document

    @cached_property
    def _starts(self) -> list[int]:
        lengths = [len(line) for line in self._text.splitlines(keepends=True)]
        return [0, *accumulate(lengths)]

    def of(self, path: ValuePath, text: str = "", start: int = 0) -> Place:
        """Return where the value at the path stands, or a character of its text.

        A text that the file writes with escapes is followed as far as its start only.
        """
        place = self._document.place(path)
        begins = self._starts[place.line - 1] + place.column - 1
        found = _follow(self._text, begins, text, start)
        if found is None:
            return place
        line = bisect_right(self._starts, found)
        return Place(line, found - self._starts[line - 1] + 1)


def _follow(source: str, start: int, value: str, index: int) -> int | None:
    """Return where the character of the value stands in the source, white space being equal."""
    style = source[start : start + 1]
    if style in {"|", ">"}:
        start = source.find("\n", start) + 1
    elif style in {"'", '"'}:
        start += 1
    at = start
    for character in value[: index + 1]:
        at = _after_space(source, at)
        if character.isspace():
            continue
        if source[at : at + 1] != character:
            return None
        at += 2 if style == "'" and source[at : at + 2] == "''" else 1
    return at - 1 if at > start else None


def _after_space(source: str, at: int) -> int:
    while source[at : at + 1].isspace():
        at += 1
    return at
