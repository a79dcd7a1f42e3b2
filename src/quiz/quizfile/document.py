"""Plain data out of a file, in which the place of every value is known."""

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from quiz.model.problem import Path
from quiz.quizfile.scalar import Scalar
from quiz.quizfile.source import Spot

Plain = Scalar | tuple["Plain", ...] | dict[str, "Plain"]
"""Plain data: what YAML calls a sequence is a tuple, a mapping is a dict."""

AT_MOST = 500
"""How many faults of a file are told; who has more is helped by the first."""


class Mark(Protocol):
    """A place as the parser names it."""

    line: int
    """From 0."""
    column: int
    """From 0."""
    index: int
    """The same place, counted in characters from the start of the text, from 0."""


Marks = dict[str, tuple[Mark, Mark]] | list[tuple[Mark, Mark]]
"""The marks of the key and of the value under each key of a mapping or index of a list."""


class Flaw(NamedTuple):
    """Something wrong with the text that the data are made of."""

    spot: Spot
    """Where it stands."""
    message: str
    """What is wrong, and what to write instead."""
    path: Path = ()
    """The way to the value that it is part of."""


@dataclass(slots=True)
class Document:
    """What a text holds."""

    data: Plain = None
    """The data; None where there are none, or the text broke off."""
    flaws: list[Flaw] = field(default_factory=list)
    """What is wrong with the text."""
    whole: bool = False
    """Whether the text was read to its end."""
    marks: dict[int, Marks] = field(default_factory=dict)
    """For each list or mapping, by its `id`: the marks of key and value under each step."""
    start: Mark | None = None
    """The mark of the data."""

    def spot(self, path: Path, *, at_key: bool = False) -> Spot:
        """Return where the value stands, or its key, or what it is missing from."""
        mark, inside = self.start, self.data
        for depth, step in enumerate(path, start=1):
            marks = self.marks.get(id(inside))
            if isinstance(inside, dict) and isinstance(marks, dict) and step in inside:
                pair, inside = marks[str(step)], inside[str(step)]
            elif (
                isinstance(inside, tuple) and isinstance(marks, list) and step in range(len(inside))
            ):
                pair, inside = marks[int(step)], inside[int(step)]
            else:
                break
            mark = pair[0] if at_key and depth == len(path) else pair[1]
        return Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)
