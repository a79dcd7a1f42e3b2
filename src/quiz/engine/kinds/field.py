"""A field to type into: what is right in it, and what is wrong for a reason worth telling."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from quiz.engine.kinds.measured import equals_number, same_number
from quiz.engine.kinds.misspelling import only_spelling
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.kinds.texts import TextKey
from quiz.model.normalize import normalize
from quiz.model.question_parts import Rejected
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
        """Return why a text is wrong; None where the author does not reject it.

        A draft may not say why yet.
        """
        wrong = (*self.reject, *self.bank)
        return next((one.why or "" for one in wrong if self.is_rejected(text, one.text)), None)

    def remark(self, text: str, quiz: Quiz) -> str | None:
        """Return what there is to say of a text: why it is wrong, or that only its spelling is."""
        return self.why(text)

    @abstractmethod
    def is_rejected(self, text: str, wrong: str) -> bool:
        """Return whether a text that is not right is one that is wrong for a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Field):
    """A field for a word or a few."""

    accept: tuple[str, ...]
    """Every answer that is right."""
    language: str
    """The language of the quiz."""
    offered: tuple[str, ...] = ()
    """The word bank: only the very word that is right is right."""

    @property
    def key(self) -> str:
        """The first of the right answers."""
        return self.accept[0]

    def accepts(self, text: str) -> bool:
        """Return whether a text counts as one of the right ones."""
        return self._texts.accepts(text)

    def is_rejected(self, text: str, wrong: str) -> bool:
        """Return whether a text that is not right is one that is wrong for a reason."""
        return self._texts.is_rejected(text, wrong)

    def near(self, text: str, quiz: Quiz) -> SecondGo | None:
        """Return what keeps a text from being right where that is its form alone."""
        return self._texts.near(text, quiz.passage)

    def remark(self, text: str, quiz: Quiz) -> str | None:
        """Return what there is to say of a text: why it is wrong, or that only its spelling is."""
        meant = self._texts.misspelled(text, quiz.passage)
        return only_spelling(text, meant, quiz.language) if meant else self.why(text)

    @property
    def _texts(self) -> TextKey:
        wrong = (*(one.text for one in self.reject), *self.offered)
        return TextKey(self.accept, wrong, self.language, self.unit)


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

    def is_rejected(self, text: str, wrong: str) -> bool:
        """Return whether a text that is not right is one that is wrong for a reason."""
        same = normalize(text) == normalize(wrong) != ""
        return same or same_number(text, wrong, self.unit)
