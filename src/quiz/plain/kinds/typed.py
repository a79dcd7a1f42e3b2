"""Words and numbers to type, line by line."""

from collections.abc import Iterable, Sequence

from quiz.engine.session import Presented
from quiz.model.answer import TypedAnswer
from quiz.model.public_question import BLANK, UNBROKEN, PublicQuestion, unparted
from quiz.model.quiz import Quiz
from quiz.plain.kinds.base import InLines
from quiz.plain.kinds.blanks import split
from quiz.plain.kinds.reading import EMPTY, InvalidAnswer, are_numbers, numbered, rows, tokens
from quiz.plain.lines import Hanging


class Short(InLines[TypedAnswer]):
    """A word or a few."""

    asks_for = "Type a word or a few."
    words = True

    def read(self, asked: Presented, quiz: Quiz, text: str) -> TypedAnswer:
        """Return the line."""
        return TypedAnswer((text,))

    def read_sheet(self, asked: Presented, quiz: Quiz, text: str) -> TypedAnswer:
        """Return the line."""
        return TypedAnswer((text,))

    def as_on_sheet(self, asked: Presented, answer: TypedAnswer) -> str:
        """Return the texts with commas between them."""
        return ", ".join(text or EMPTY for text in answer.texts)


class Number(Short):
    """A number."""

    on_sheet = "a number"
    words = False

    def how(self, question: PublicQuestion) -> str:
        """Return the unit, too."""
        return f"Type a number, in {question.unit}." if question.unit else "Type a number."


class Cloze(Short):
    """Blanks to fill."""

    def how(self, question: PublicQuestion) -> str:
        """Return what to type for so many blanks."""
        bank = bool(question.parts)
        if question.blanks == 1:
            return f"Type the missing {'word or its number' if bank else 'word'}."
        what = "words or their numbers" if bank else "words"
        return f"Type the {question.blanks} {what} in order, with a comma between them."

    def parts(self, asked: Presented, quiz: Quiz) -> Iterable[Hanging]:
        """Return the sentence with its blanks numbered, and the words to pick from."""
        first, *rest = unparted(asked.public.text or "").split(BLANK)
        count = len(rest)
        numbers = [f"({n}){UNBROKEN}" for n in range(1, count + 1)] if count > 1 else [""]
        blanks = (f"{number}{BLANK}{after}" for number, after in zip(numbers, rest, strict=False))
        yield "", first + "".join(blanks)
        yield from numbered(asked.shown)

    def read(self, asked: Presented, quiz: Quiz, text: str) -> TypedAnswer:
        """Return a word for each blank; a number stands for a word of the word bank."""
        blanks, shown = asked.public.blanks, asked.shown
        numbers = tokens(text) if are_numbers(text, len(shown)) else []
        words = numbers if len(numbers) == blanks else split(text, blanks)
        if not all(words):
            raise InvalidAnswer(f"There are {blanks} blanks. {self.how(asked.public)}")
        return TypedAnswer(tuple(_from_bank(word, shown) for word in words))

    def on_sheet_how(self, asked: Presented, quiz: Quiz) -> str:
        """Return how many words."""
        blanks = asked.public.blanks
        return f"{blanks} words, with commas" if blanks > 1 else "a word"

    def read_sheet(self, asked: Presented, quiz: Quiz, text: str) -> TypedAnswer:
        """Return a word for each blank."""
        words = split(text, asked.public.blanks)
        return TypedAnswer(tuple("" if word == EMPTY else word for word in words))


def _from_bank(word: str, shown: Sequence[str]) -> str:
    """Return the word of the word bank that a number stands for, and any other word as it is."""
    found = rows(word, shown) or ()
    return shown[found[0]] if len(found) == 1 else word
