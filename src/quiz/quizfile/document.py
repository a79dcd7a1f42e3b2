"""Plain data out of a file, in which the place of every value is known."""

from dataclasses import dataclass, field

from quiz.model.problem import Path, Place, Problem
from quiz.quizfile.scalar import Scalar

Plain = Scalar | list["Plain"] | dict[str, "Plain"]
"""Plain data: what YAML calls a sequence is a list, a mapping is a dict."""


Start = tuple[int, int]
"""Where something begins: its line and its column, both from 0."""


class MarkedList(list[Plain]):
    """A list, and where each of its values begins."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[Start] = []


class MarkedDict(dict[str, Plain]):
    """A mapping, and where each of its keys and values begins."""

    __slots__ = ("key", "key_marks", "marks")

    def __init__(self) -> None:
        super().__init__()
        self.key: str | None = None  # of the value that comes next
        self.key_marks: dict[str, Start] = {}
        self.marks: dict[str, Start] = {}


@dataclass(slots=True)
class Document:
    """What a text holds."""

    data: Plain = None
    """The data; None where there are none, or the text broke off."""
    mark: Start = (0, 0)
    """Where the data begin."""
    problems: list[Problem] = field(default_factory=list)
    """What is wrong with the text."""
    whole: bool = False
    """Whether the text was read to its end."""

    def place(self, path: Path, *, at_key: bool = False) -> Place:
        """Return where the value stands, or its key, or what it is missing from."""
        mark, inside = self.mark, self.data
        for depth, step in enumerate(path, start=1):
            if isinstance(inside, MarkedDict) and isinstance(step, str) and step in inside:
                marks = inside.key_marks if at_key and depth == len(path) else inside.marks
                mark, inside = marks[step], inside[step]
            elif isinstance(inside, MarkedList) and step in range(len(inside)):
                mark, inside = inside.marks[int(step)], inside[int(step)]
            else:
                break
        line, column = mark
        return Place(line + 1, column + 1)
