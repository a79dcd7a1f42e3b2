"""A field to type into: what is right in it, and what is wrong for a reason worth telling."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from quiz.engine.kinds.comparison import is_near_miss, matches
from quiz.engine.kinds.measured import equals_number, same_number
from quiz.engine.kinds.second_go import SecondGo
from quiz.model.question import Rejected
from quiz.model.quiz import Quiz


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(ABC):
    """A field to type into."""

    path: tuple[str | int, ...]
    """The way to what is right in it, through the fields of the question."""
    reject: tuple[Rejected, ...]
    """Wrong answers, each with the reason."""
    bank: tuple[Rejected, ...] = ()
    """Those of a word bank that several fields share."""
    unit: str | None = None
    """The unit that stands behind it."""

    @property
    @abstractmethod
    def key(self) -> str:
        """The right answer in words."""

    @abstractmethod
    def accepts(self, text: str) -> bool:
        """Return whether a text is right."""

    def near(self, text: str, quiz: Quiz) -> SecondGo | None:
        """Return what keeps a text from being right where that is its form alone."""
        return None

    def why(self, text: str) -> str | None:
        """Return why a text is wrong, where the author says so."""
        wrong = (*self.reject, *self.bank)
        return next((one.why for one in wrong if self.is_same(text, one.text)), None)

    def is_same(self, text: str, other: str) -> bool:
        """Return whether two texts are one answer: the same words, or the same number."""
        return matches(text, (other,)) or same_number(text, other, self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Field):
    """A field for a word or a few."""

    accept: tuple[str, ...]
    """Every answer that is right."""

    @property
    def key(self) -> str:
        """The first of the right answers."""
        return self.accept[0]

    def accepts(self, text: str) -> bool:
        """Return whether a text counts as one of the right ones."""
        return any(self.is_same(text, right) for right in self.accept)

    def near(self, text: str, quiz: Quiz) -> SecondGo | None:
        """Return what keeps a text from being right where that is its form alone."""
        wrong = (one.text for one in (*self.reject, *self.bank))
        slip = is_near_miss(text, self.accept, wrong, quiz.passage)
        return SecondGo.SPELLING if slip else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Field):
    """A field for a number."""

    answer: int | float
    tolerance: int | float
    """How far off an answer may be and still be right."""

    @property
    def key(self) -> str:
        """The right number, with its unit."""
        return f"{self.answer:,} {self.unit}" if self.unit else str(self.answer)

    def accepts(self, text: str) -> bool:
        """Return whether a text is a number that is near enough."""
        return equals_number(text, self.answer, self.tolerance, self.unit)
