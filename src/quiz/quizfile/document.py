"""Plain data out of a file, in which the place of every value is known."""

from dataclasses import dataclass, field

from quiz.model.problem import Place, Problem, ValuePath
from quiz.quizfile.scalar import Scalar

Plain = Scalar | list["Plain"] | dict[str, "Plain"]
"""Plain data: what YAML calls a sequence is a list, a mapping is a dict."""


Start = tuple[int, int]
"""Where something begins: its line and its column, both from 0."""


GROUPS = 6
"""How many commas in a number are followed to each side."""


class MarkedList(list[Plain]):
    """A list, where each of its values begins, and its numbers as the file writes them."""

    __slots__ = ("marks", "words")

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[Start] = []
        self.words: dict[str | int, str] = {}

    @classmethod
    def of(cls, value: Plain, mark: Start) -> "MarkedList":
        """Return a list of one value."""
        made = cls()
        made.append(value)
        made.marks.append(mark)
        return made

    @property
    def beginning(self) -> Start:
        """Where its first value begins; there has to be one."""
        return self.marks[0]

    def add(self, other: "MarkedList") -> None:
        """Put the values of another list behind its own."""
        self.words |= {len(self) + int(index): word for index, word in other.words.items()}
        self += other
        self.marks += other.marks

    def word(self, index: int) -> str:
        """Return a text or a number as the file writes it; an empty text for anything else."""
        value = self[index]
        return value if isinstance(value, str) else self.words.get(index, "")

    def number_at(self, index: int) -> tuple[int, int]:
        """Return the first and the last value of a number like 1,200 that commas took apart."""
        first = last = index
        while index - first < GROUPS and self._goes_on(first):
            first -= 1
        while last - index < GROUPS and self._goes_on(last + 1):
            last += 1
        return first, last

    def _goes_on(self, index: int) -> bool:
        """Return whether a figure, a comma and a figure stand side by side before this value."""
        if not 0 < index < len(self):
            return False
        before, word = self.word(index - 1), self.word(index)
        line, column = self.marks[index - 1]
        beside = self.marks[index] == (line, column + len(before) + 1)
        return beside and before[-1:].isdigit() and word[:1].isdigit()


class MarkedDict(dict[str, Plain]):
    """A mapping, where each key and value begins, and its numbers as the file writes them."""

    __slots__ = ("key", "key_marks", "marks", "words")

    def __init__(self) -> None:
        super().__init__()
        self.key: str | None = None  # of the value that comes next
        self.key_marks: dict[str, Start] = {}
        self.marks: dict[str, Start] = {}
        self.words: dict[str | int, str] = {}

    @classmethod
    def of(cls, key: str, value: Plain, key_mark: Start, mark: Start) -> "MarkedDict":
        """Return a mapping of one key."""
        made = cls()
        made[key] = value
        made.key_marks[key], made.marks[key] = key_mark, mark
        return made

    @property
    def beginning(self) -> Start:
        """Where its first key begins; there has to be one."""
        return next(iter(self.key_marks.values()))

    def add(self, other: "MarkedDict") -> None:
        """Put the keys and values of another mapping behind its own."""
        self.update(other)
        self.key_marks |= other.key_marks
        self.marks |= other.marks
        self.words |= other.words


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
    broken: dict[ValuePath, str] = field(default_factory=dict)
    """The ways to what could not be read, and stands in the data as nothing; with its text."""

    def hides(self, path: ValuePath) -> bool:
        """Return whether what could not be read may be what a value, or its lack, comes from."""
        if any(path[:length] in self.broken for length in range(1, len(path) + 1)):
            return True
        if any(path == broken[:-1] for broken in self.broken):
            return True  # how many there are of something isn't known
        beside = (text for broken, text in self.broken.items() if broken[:-1] == path[:-1])
        return any(str(path[-1]) in text for text in beside) and not self._holds(path)

    def _holds(self, path: ValuePath) -> bool:
        return len(self._marks(path)) == len(path)

    def place(self, path: ValuePath, *, at_key: bool = False) -> Place:
        """Return where the value stands, or its key, or what it is missing from."""
        marks = self._marks(path)
        of_key, of_value = marks[-1] if marks else (self.mark, self.mark)
        line, column = of_key if at_key and len(marks) == len(path) else of_value
        return Place(line + 1, column + 1)

    def _marks(self, path: ValuePath) -> list[tuple[Start, Start]]:
        """Return where key and value of each step begin, as far as the way leads."""
        marks: list[tuple[Start, Start]] = []
        inside = self.data
        for step in path:
            if isinstance(inside, MarkedDict) and isinstance(step, str) and step in inside:
                marks.append((inside.key_marks[step], inside.marks[step]))
                inside = inside[step]
            elif isinstance(inside, MarkedList) and step in range(len(inside)):
                marks.append((inside.marks[int(step)], inside.marks[int(step)]))
                inside = inside[int(step)]
            else:
                break
        return marks
