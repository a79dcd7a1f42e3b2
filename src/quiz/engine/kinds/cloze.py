"""A sentence with gaps, to be filled by typing or from a word bank."""

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
        """Return the sentence, the word bank, and what is right in each gap."""
        accepted = [gap.accept for gap in question.gaps]
        return {"text": question.text, "words": question.word_bank, "key": accepted}

    def fields(self, question: Cloze) -> tuple[Words, ...]:
        """Return the gaps."""
        return tuple(
            Words(
                path=("gaps", index, "accept"),
                reject=gap.reject,
                bank=question.words,
                accept=gap.accept,
            )
            for index, gap in enumerate(question.gaps)
        )

    def guess(self, question: Cloze, quiz: Quiz) -> float:
        """Return the mean share of the word bank that fits a gap; 0 where words are typed."""
        words, fields = question.word_bank, self.fields(question)
        fitting = sum(field.accepts(word) for field in fields for word in words)
        return fitting / len(words) / len(fields) if words else 0.0

    def stem(self, question: Cloze) -> Iterator[tuple[Path, str]]:
        """Yield the sentence."""
        yield ("text",), question.text

    def faults(self, question: Cloze) -> Iterator[Fault]:
        """Yield gaps that are miswritten or miscounted, and wrong words that fit."""
        gaps, count = re.findall(r"_{2,}", question.text), len(question.gaps)
        if any(gap != "___" for gap in gaps):
            yield Fault(("text",), "write each gap with exactly three underscores: ___")
        elif len(gaps) != count:
            yield Fault(
                ("gaps",),
                f"{len(gaps)} gaps in `text` and {count} in `gaps`: write one for each ___",
            )
        fields = self.fields(question)
        for field in fields:
            yield from accepted_too(field, BOTH)
        for index, word in enumerate(question.words):
            if any(field.accepts(word.text) for field in fields):
                message = "this word fits a gap: write one that fits none"
                yield Fault(("words", index, "text"), message)
