"""What a kind of question is: all that is pure about it, for whoever takes, checks or counts it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from types import MappingProxyType
from typing import Any, ClassVar, Generic, TypeVar

from quiz.engine.kinds.field import Field
from quiz.engine.kinds.second_go import SecondGo
from quiz.model.answer import Answer
from quiz.model.problem import Fault, ValuePath
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.question_parts import Option, Rejected, Tempting
from quiz.model.quiz import Quiz
from quiz.model.text import without_joiners

Q = TypeVar("Q", bound=Question)
A = TypeVar("A", bound=Answer)


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer is worth."""

    fraction: float
    """The share of the question's points, from 0 to 1."""
    parts: tuple[bool, ...]
    """Whether each part is right: a blank, a pair, two items in their order, a picked option."""
    misspelled: bool = False
    """Whether nothing but the spelling keeps it from being right."""

    @property
    def right(self) -> bool:
        """Whether the answer earns all points."""
        return self.fraction == 1

    @classmethod
    def share(cls, parts: tuple[bool, ...]) -> Grade:
        """Return the grade of an answer of which each part counts the same."""
        return cls(sum(parts) / len(parts), parts)


@dataclass(frozen=True, slots=True)
class Reason:
    """What is said of one possible answer."""

    text: str
    """An option, a word, a pair, an item or a sentence."""
    right: bool
    """Whether it is right."""
    yours: bool
    """Whether the learner gave it."""
    why: str | None = None
    """Why it is right or wrong."""
    index: int | None = None
    """The index of the option, where it is one."""
    partly: bool = False
    """Whether some of it is right."""

    @property
    def standing(self) -> str:
        """Whether it is right, and whose it is, in words; nothing for other wrong ones."""
        return ", ".join(["right"] * self.right + ["your answer"] * self.yours)


@dataclass(frozen=True, slots=True)
class Possible:
    """One possible answer, as it is counted in a class."""

    key: Hashable
    """What it is counted by."""
    text: str | None
    """The answer in words; None where a blank or a pair was left open."""
    right: bool | None
    """Whether it is right; None where nothing is right or wrong."""
    why: str | None = None
    """Why it is right or wrong, in the author's words."""
    quote: str | None = None
    """The words of the passage that tempt to it."""


@dataclass(frozen=True, slots=True)
class Part(Generic[A]):
    """What can be answered to a question, or to a part of it."""

    rows: Sequence[Possible]
    """Its possible answers, in the order of the file."""
    keys: Callable[[A], Iterable[Hashable]]
    """The possible answers that an answer takes, by their keys."""
    name: str = ""
    """A blank, or what was to be paired; empty for the whole question."""
    frequent_first: bool = False
    """Whether the rows are what learners came up with, to be sorted by how many did."""
    typed: bool = False
    """Whether the texts are the learners' own."""


class Kind(ABC, Generic[Q, A]):
    """All that is pure about one kind of question."""

    name: ClassVar[str]
    """Its name in a file."""
    other_names: ClassVar[tuple[str, ...]] = ()
    """What it is called elsewhere, for an author who writes that."""
    answer: type[A]
    """How it is answered."""
    asks: ClassVar[bool] = True
    """Whether its `ask` has to be a question or a task that can be answered without the rest."""
    judges: ClassVar[bool] = False
    """Whether its `ask` is a statement to be judged."""
    reads_passage: ClassVar[bool] = False
    """Whether the answer is picked from the passage."""
    earns: ClassVar[str | None] = None
    """How an answer earns points; None where it earns all of them or none."""
    fixed: Mapping[str, Any] = MappingProxyType({})
    """Fields of the public question that are the same for all questions of the kind."""

    def public(self, question: Q) -> PublicQuestion:
        """Return what a learner is given of a question, its parts in the order of the file."""
        return PublicQuestion(
            id=question.id,
            kind=question.kind,
            ask=question.ask,
            points=question.points,
            hint=question.hint,
            **{**self.fixed, **self.shown(question)},
        )

    def shown(self, question: Q) -> Mapping[str, Any]:
        """Return the fields of the public question that this kind has."""
        return {}

    @abstractmethod
    def identity(self, question: Q) -> Mapping[str, object]:
        """Return what makes it another question when it changes: what is shown, and the key."""

    def option_order(self, question: PublicQuestion, rng: Random) -> tuple[int, ...]:
        """Return the indices of a question's parts in the order in which they are shown."""
        indices = list(range(len(question.parts)))
        if question.shuffle:
            rng.shuffle(indices)
        return tuple(indices)

    def redacted_order(self, question: PublicQuestion) -> tuple[int, ...]:
        """Return the indices of the parts that are handed out, in an order that tells no key."""
        indices = range(len(question.parts))
        if not question.shuffle:
            return tuple(indices)
        return tuple(sorted(indices, key=lambda index: (question.parts[index], index)))

    def check(self, question: PublicQuestion, answer: Answer, quiz: Quiz) -> None:
        """Refuse what is no answer to the question.

        Raises:
            TypeError: the question can't be answered in that way.
            ValueError: the answer names a part that the question hasn't, or leaves one out.
        """
        if not isinstance(answer, self.answer):
            raise TypeError(f"no answer to a {question.kind} question: {answer}")
        self.fit(question, answer, quiz)

    @abstractmethod
    def fit(self, question: PublicQuestion, answer: A, quiz: Quiz) -> None:
        """Raise a `ValueError` where an answer names a part that isn't there, or lacks one."""

    @abstractmethod
    def grade(self, question: Q, answer: A, quiz: Quiz) -> Grade:
        """Return what an answer that fits is worth."""

    def second_go(
        self, public: PublicQuestion, question: Q | None, answer: A, quiz: Quiz
    ) -> SecondGo | None:
        """Return why an answer that fits may be given once more; None where it is to be marked.

        The question is None where it came without its key.
        """
        return None

    @abstractmethod
    def reasons(self, question: Q, answer: A | None, quiz: Quiz) -> Iterable[Reason]:
        """Return what there is to say of possible answers, in the order of the file."""

    def tally(self, question: Q, grade: Grade) -> str | None:
        """Return what the points of an answer are made of, where its marks alone don't say it."""
        return None

    @abstractmethod
    def key(self, question: Q) -> str:
        """Return the right answer in words."""

    @abstractmethod
    def given(self, public: PublicQuestion, answer: A, quiz: Quiz) -> str:
        """Return an answer in words, by what the learner was shown."""

    def in_words(self, question: Q, answer: A, quiz: Quiz) -> str:
        """Return an answer to a question with its key in words."""
        return self.given(self.public(question), answer, quiz)

    def texts(self, answer: A) -> tuple[str, ...]:
        """Return what was typed: a text for each part that is counted by itself."""
        return ()

    def same_text(self, question: Q, place: int, text: str, quiz: Quiz) -> Hashable:
        """Return what is equal for texts that count as the same in a part, counted from 0.

        Raises:
            IndexError: there is no such part.
        """
        return text

    def renamed(self, answer: A, names: Mapping[int, int]) -> A:
        """Return an answer with each part under its other index.

        Raises:
            LookupError: a part has none.
        """
        return answer

    def guess(self, question: Q, quiz: Quiz) -> float | None:
        """Return the share of the points that lots earn; None where nothing is scored.

        Source: Moodle, "Random guess score": the sum of the options' fractions / n, and 0 for what
        is typed.
        """
        return 0.0

    @abstractmethod
    def counted(self, question: Q, answers: Sequence[A], quiz: Quiz) -> Iterable[Part[A]]:
        """Return what to count in the answers of a class."""

    def faults(self, question: Q, language: str) -> Iterator[Fault]:
        """Yield what makes the key wrong or unfair, by its path in the question."""
        return iter(())

    def lacking(self, question: Q) -> Iterator[Fault]:
        """Yield what a finished question of the kind has and this one lacks, such as reasons."""
        return iter(())

    def needs_evidence(self, question: Q) -> bool:
        """Return whether the passage has to prove the key."""
        return True

    def wrong_quotes(self, question: Q) -> Iterator[tuple[ValuePath, str]]:
        """Yield what it quotes from the passage beside the evidence, each with its path."""
        return iter(())

    def options(self, question: Q) -> tuple[Option, ...]:
        """Return the options that its author wrote."""
        return ()

    def fields(self, question: Q, language: str) -> tuple[Field, ...]:
        """Return the fields to type into, in a quiz of that language."""
        return ()

    def stem(self, question: Q) -> Iterator[tuple[ValuePath, str]]:
        """Yield what a learner reads before answering beside `ask` and options, with its path."""
        return iter(())


def within(indices: Iterable[int], parts: int) -> None:
    """Raise a `ValueError` where an index is none of so many parts."""
    for index in indices:
        if not 0 <= index < parts:
            raise ValueError(f"there is no part {index} of {parts}")


def as_many(given: Sequence[object], wanted: int, what: str) -> None:
    """Raise a `ValueError` where there are not as many answers as wanted."""
    if len(given) != wanted:
        raise ValueError(f"{len(given)} answers to {wanted} {what}")


def unexplained(field: ValuePath, wrong: Iterable[Rejected | Tempting]) -> Iterator[Fault]:
    """Yield a fault for each wrong answer of a list that does not say why it is wrong."""
    for index, one in enumerate(wrong):
        if one.why is None:
            yield Fault((*field, index, "why"), "missing: write why this answer is wrong")


def repeated(field: str, below: ValuePath, texts: Iterable[str]) -> Iterator[Fault]:
    """Yield a fault for each text of a list that stands in it already."""
    seen: set[str] = set()
    for index, text in enumerate(texts):
        same = " ".join(without_joiners(text).casefold().split())
        if same in seen:
            yield Fault((field, index, *below), "this stands in the list twice: keep one")
        seen.add(same)
