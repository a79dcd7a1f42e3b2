"""A sentence with blanks, to be filled by typing or from a word bank."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from quiz.engine.kinds.field import Words
from quiz.engine.kinds.typed import BOTH, TypedKind, accepted_too
from quiz.model.problem import Fault, Path
from quiz.model.question import Cloze
from quiz.model.quiz import Quiz


class ClozeKind(TypedKind[Cloze]):
    """Everything about a cloze."""

    name = "cloze"
    asks = False

    def shown(self, question: Cloze) -> Mapping[str, Any]:
        """Return the sentence and the word bank."""
        return {"parts": question.word_bank, "text": question.text}

    def identity(self, question: Cloze) -> Mapping[str, object]:
        """Return the sentence, the word bank, and what is right in each blank."""
        accepted = [blank.accept for blank in question.blanks]
        return {"text": question.text, "words": question.word_bank, "key": accepted}

    def fields(self, question: Cloze) -> tuple[Words, ...]:
        """Return the blanks."""
        return tuple(
            Words(
                path=("blanks", index, "accept"),
                reject=blank.reject,
                bank=question.words,
                accept=blank.accept,
            )
            for index, blank in enumerate(question.blanks)
        )

    def guess(self, question: Cloze, quiz: Quiz) -> float:
        """Return the mean share of the word bank that fits a blank; 0 where words are typed."""
        words, fields = question.word_bank, self.fields(question)
        fitting = sum(field.accepts(word) for field in fields for word in words)
        return fitting / len(words) / len(fields) if words else 0.0

    def stem(self, question: Cloze) -> Iterator[tuple[Path, str]]:
        """Yield the sentence."""
        yield ("text",), question.text

    def faults(self, question: Cloze) -> Iterator[Fault]:
        """Yield blanks that are miswritten or miscounted, and wrong words that fit."""
        blanks, count = re.findall(r"_{2,}", question.text), len(question.blanks)
        if any(blank != "___" for blank in blanks):
            yield Fault(("text",), "write each blank with exactly three underscores: ___")
        elif len(blanks) != count:
            yield Fault(
                ("blanks",),
                f"{len(blanks)} blanks in `text` and {count} in `blanks`: write one for each ___",
            )
        fields = self.fields(question)
        for field in fields:
            yield from accepted_too(field, BOTH)
        for index, word in enumerate(question.words):
            if any(field.accepts(word.text) for field in fields):
                message = "this word fits a blank: write one that fits none"
                yield Fault(("words", index, "text"), message)
