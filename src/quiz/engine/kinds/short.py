"""A word or two, typed."""

from collections.abc import Iterator, Mapping
from typing import Any

from quiz.engine.kinds.field import Words
from quiz.engine.kinds.typed import BOTH, TypedKind, accepted_too, most_words
from quiz.model.problem import Fault
from quiz.model.question import Short


class ShortKind(TypedKind[Short]):
    """Everything about a short answer."""

    name = "short"
    other_names = ("short answer", "short-answer", "text", "open")

    def shown(self, question: Short) -> Mapping[str, Any]:
        """Return how long an answer may be."""
        return {"most_words": most_words(question.accept)}

    def identity(self, question: Short) -> Mapping[str, object]:
        """Return what is right."""
        return {"key": question.accept}

    def fields(self, question: Short, language: str) -> tuple[Words]:
        """Return the field for the words."""
        return (
            Words(
                path=("accept",), reject=question.reject, accept=question.accept, language=language
            ),
        )

    def faults(self, question: Short, language: str) -> Iterator[Fault]:
        """Yield rejected words that are right."""
        (field,) = self.fields(question, language)
        return accepted_too(field, BOTH)
