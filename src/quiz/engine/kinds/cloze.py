"""A sentence with blanks, to be filled by typing or from a word bank."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from quiz.engine.kinds.base import unexplained
from quiz.engine.kinds.field import Words
from quiz.engine.kinds.measured import measured, unclear_point
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.kinds.typed import BOTH, TypedKind, accepted_too, most_words
from quiz.model.problem import Fault, ValuePath
from quiz.model.public_question import BLANK, PublicQuestion
from quiz.model.question import Cloze
from quiz.model.quiz import Quiz
from quiz.model.units import leading_unit


class ClozeKind(TypedKind[Cloze]):
    """Everything about a cloze."""

    name = "cloze"
    other_names = ("gap", "gaps", "blank", "fill in the blanks", "fill-in")
    earns = "Where you fill blanks, each right one earns its share."
    asks = False

    def shown(self, question: Cloze) -> Mapping[str, Any]:
        """Return the sentence, and the word bank or how long an answer may be."""
        if question.words:
            return {"parts": question.word_bank, "text": question.text}
        accepted = chain.from_iterable(blank.accept for blank in question.blanks)
        return {"text": question.text, "most_words": most_words(accepted)}

    def identity(self, question: Cloze) -> Mapping[str, object]:
        """Return the sentence, the word bank, and what is right in each blank."""
        accepted = [blank.accept for blank in question.blanks]
        return {"text": question.text, "words": question.word_bank, "key": accepted}

    def fields(self, question: Cloze, language: str) -> tuple[Words, ...]:
        """Return the blanks."""
        return tuple(
            Words(
                path=("blanks", index, "accept"),
                reject=blank.reject,
                bank=question.words,
                offered=question.word_bank,
                accept=blank.accept,
                unit=_unit_behind(question.text, index),
                language=language,
            )
            for index, blank in enumerate(question.blanks)
        )

    def misfit(
        self, public: PublicQuestion, place: int, text: str, language: str
    ) -> SecondGo | None:
        """Return why figures before a unit are no number, or one with another unit."""
        asked = _unit_behind(public.text or "", place)
        if public.parts or asked is None or not any(map(str.isdecimal, text)):
            return super().misfit(public, place, text, language)
        number = measured(text, asked)
        if isinstance(number, SecondGo):
            return number
        return SecondGo.GROUPED if unclear_point(text, language) else None

    def guess(self, question: Cloze, quiz: Quiz) -> float:
        """Return the mean share of the word bank that fits a blank; 0 where words are typed."""
        words, fields = question.word_bank, self.fields(question, quiz.language)
        fitting = sum(field.accepts(word) for field in fields for word in words)
        return fitting / len(words) / len(fields) if words else 0.0

    def stem(self, question: Cloze) -> Iterator[tuple[ValuePath, str]]:
        """Yield the sentence."""
        yield ("text",), question.text

    def lacking(self, question: Cloze) -> Iterator[Fault]:
        """Yield wrong texts and words of the bank without a reason."""
        yield from super().lacking(question)
        yield from unexplained(("words",), question.words)

    def faults(self, question: Cloze, language: str) -> Iterator[Fault]:
        """Yield blanks that are miswritten or miscounted, and wrong words that fit."""
        blanks, count = re.findall(r"_{2,}", question.text), len(question.blanks)
        if any(blank != "___" for blank in blanks):
            yield Fault(("text",), "write each blank with exactly three underscores: ___")
        elif len(blanks) != count:
            yield Fault(
                ("blanks",),
                f"{len(blanks)} blanks in `text` and {count} in `blanks`: write one for each ___",
            )
        fields = self.fields(question, language)
        for field in fields:
            yield from accepted_too(field, BOTH)
        for index, word in enumerate(question.words):
            if any(field.accepts(word.text) for field in fields):
                message = "this word fits a blank: write one that fits none"
                yield Fault(("words", index, "text"), message)


def _unit_behind(text: str, place: int) -> str | None:
    """Return the unit that stands behind a blank of a sentence; None where there is none."""
    behind = text.split(BLANK)[place + 1 : place + 2]
    return leading_unit(*behind) if behind else None
