"""How each kind of question is asked, answered and marked on paper."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from quiz.engine.kinds import KINDS
from quiz.engine.kinds.field import Amount, Field, Words
from quiz.engine.session import Presented
from quiz.model.public_question import PublicQuestion, unparted
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.question_parts import Rejected
from quiz.model.quiz import Quiz
from quiz.paper.area import (
    LETTERS,
    VERDICT_LETTERS,
    Area,
    Blanks,
    Boxes,
    Columns,
    Line,
    Lines,
    Places,
)

Q = TypeVar("Q", bound=Question)


@dataclass(frozen=True, slots=True)
class Row:
    """What there is to say of one possible answer."""

    text: str
    """The answer."""
    right: bool
    """Whether it is a right one that stands among wrong ones."""
    label: str = ""
    """The letter or number that it has on the sheet."""
    why: str = ""
    """Why it is right or wrong."""


class OnPaper(ABC, Generic[Q]):
    """One kind on paper."""

    how: ClassVar[str]
    """What to do with the pencil, where that is always the same."""

    def instruction(self, question: PublicQuestion) -> str:
        """Return what to do with the pencil, in words."""
        return self.how

    @abstractmethod
    def area(self, asked: Presented) -> Area:
        """Return where to write the answer."""

    @abstractmethod
    def answer(self, question: Q, asked: Presented, quiz: Quiz) -> str:
        """Return what should stand on the sheet."""

    @abstractmethod
    def rows(self, question: Q, asked: Presented, quiz: Quiz) -> Iterable[Row]:
        """Return what there is to say of possible answers."""


def on_paper(question: Question | PublicQuestion) -> OnPaper[Any]:
    """Return how a question's kind is dealt with on paper."""
    return _KINDS[question.kind]


class _Boxes(OnPaper[Choice | Choices | Statement]):
    how = "Check one box."
    letters = LETTERS

    def area(self, asked: Presented) -> Area:
        return Boxes(asked.shown)

    def answer(self, question: Choice | Choices | Statement, asked: Presented, quiz: Quiz) -> str:
        return ", ".join(row.label for row in self.rows(question, asked, quiz) if row.right)

    def rows(
        self, question: Choice | Choices | Statement, asked: Presented, quiz: Quiz
    ) -> Iterator[Row]:
        for letter, index in zip(self.letters, asked.option_order, strict=False):
            option = question.options[index]
            yield Row(option.text, option.correct, letter, option.why or "")


class _SeveralBoxes(_Boxes):
    def instruction(self, question: PublicQuestion) -> str:
        return f"Check {question.pick} boxes."


class _Verdicts(_Boxes):
    how = "By the passage: true, false, or not stated? Check one box."
    letters = VERDICT_LETTERS

    def area(self, asked: Presented) -> Area:
        return Boxes(asked.shown, in_a_row=True, letters=self.letters)


class _Written(OnPaper[Q]):
    def answer(self, question: Q, asked: Presented, quiz: Quiz) -> str:
        return KINDS[question.kind].key(question)

    def rows(self, question: Q, asked: Presented, quiz: Quiz) -> Iterator[Row]:
        fields = KINDS[question.kind].fields(question, quiz.language)
        for number, field in enumerate(fields, 1):
            label = str(number) if len(fields) > 1 else ""
            yield Row(field.key, True, label, _right_too(field))
            yield from _wrong(field.reject)
        yield from _wrong(fields[0].bank)


def _right_too(field: Field) -> str:
    """Return what else is right in a field, in words."""
    if isinstance(field, Amount) and field.tolerance:
        return f"Up to {field.tolerance} more or less is right, too."
    others = field.accept[1:] if isinstance(field, Words) else ()
    return f"Right, too: {', '.join(others)}." if others else ""


def _wrong(reject: Iterable[Rejected]) -> Iterator[Row]:
    return (Row(rejected.text, False, why=rejected.why or "") for rejected in reject)


class _Number(_Written[Number]):
    how = "Write a number."

    def area(self, asked: Presented) -> Area:
        return Line(after=asked.public.unit or "")


class _Short(_Written[Short]):
    how = "Write a word or a few."

    def area(self, asked: Presented) -> Area:
        return Line(long=True)


class _Blanks(_Written[Cloze]):
    def instruction(self, question: PublicQuestion) -> str:
        one = question.blanks == 1
        if question.parts:
            return f"Write a word from the list in {'the' if one else 'each'} blank."
        return f"Write the missing {'word in the blank' if one else 'words in the blanks'}."

    def area(self, asked: Presented) -> Area:
        return Blanks(unparted(asked.public.text or ""), asked.shown)


class _Places(OnPaper[Order]):
    def instruction(self, question: PublicQuestion) -> str:
        return f"Number the boxes from 1 to {len(question.parts)}: 1 comes first."

    def area(self, asked: Presented) -> Area:
        return Places(asked.shown)

    def answer(self, question: Order, asked: Presented, quiz: Quiz) -> str:
        return ", ".join(str(index + 1) for index in asked.option_order)

    def rows(self, question: Order, asked: Presented, quiz: Quiz) -> Iterator[Row]:
        items = question.items
        return (Row(items[index], False, str(index + 1)) for index in asked.option_order)


class _Columns(OnPaper[Match]):
    how = "Draw a line from each number to a letter. One letter is left over."

    def area(self, asked: Presented) -> Area:
        return Columns(asked.public.lefts, asked.shown)

    def answer(self, question: Match, asked: Presented, quiz: Quiz) -> str:
        return ", ".join(row.label for row in self.rows(question, asked, quiz) if row.right)

    def rows(self, question: Match, asked: Presented, quiz: Quiz) -> Iterator[Row]:
        letters = dict(zip(asked.option_order, LETTERS, strict=False))
        for index, pair in enumerate(question.pairs):
            label = f"{index + 1}{letters[index]}"
            yield Row(f"{pair.left} → {pair.right}", True, label, pair.why or "")
        if spare := question.spare:
            yield Row(spare.text, False, letters[len(question.pairs)], spare.why or "")


class _Sentence(OnPaper[Locate]):
    how = "Write the number of the sentence in the passage that answers this."

    def area(self, asked: Presented) -> Area:
        return Line(before="Sentence")

    def answer(self, question: Locate, asked: Presented, quiz: Quiz) -> str:
        numbers = (str(index + 1) for index in quiz.holding(question.quotes))
        return f"sentence {' or '.join(numbers)}"

    def rows(self, question: Locate, asked: Presented, quiz: Quiz) -> Iterator[Row]:
        for index in quiz.holding(question.quotes):
            yield Row(quiz.sentences[index], True, str(index + 1))
        for tempting in question.reject:
            numbers = ", ".join(str(index + 1) for index in quiz.holding((tempting.quote,)))
            yield Row(tempting.quote, False, numbers, tempting.why or "")


class _OwnWords(OnPaper[TeachBack]):
    how = "Explain it in your own words. This is not scored."

    def area(self, asked: Presented) -> Area:
        return Lines(7)

    def answer(self, question: TeachBack, asked: Presented, quiz: Quiz) -> str:
        return "in their own words"

    def rows(self, question: TeachBack, asked: Presented, quiz: Quiz) -> Iterator[Row]:
        return (Row(point, False, "☐") for point in question.checklist)


_KINDS: Mapping[str, OnPaper[Any]] = {
    "choice": _Boxes(),
    "choices": _SeveralBoxes(),
    "statement": _Verdicts(),
    "number": _Number(),
    "short": _Short(),
    "cloze": _Blanks(),
    "order": _Places(),
    "match": _Columns(),
    "locate": _Sentence(),
    "teach-back": _OwnWords(),
}
