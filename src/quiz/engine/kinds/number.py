"""A year or another number, typed."""

from collections.abc import Iterator, Mapping
from typing import Any

from quiz.engine.kinds.field import Amount
from quiz.engine.kinds.measured import measured, unclear_point
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.kinds.typed import TypedKind, accepted_too
from quiz.model.problem import Fault
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Number


class NumberKind(TypedKind[Number]):
    """Everything about a number."""

    name = "number"
    other_names = ("numeric", "numerical", "year")

    def shown(self, question: Number) -> Mapping[str, Any]:
        """Return the unit."""
        return {"unit": question.unit}

    def identity(self, question: Number) -> Mapping[str, object]:
        """Return the number, how far off an answer may be, and the unit."""
        return {"key": (float(question.answer), float(question.tolerance), question.unit)}

    def misfit(
        self, public: PublicQuestion, place: int, text: str, language: str
    ) -> SecondGo | None:
        """Return why a text is no number, or one with another unit."""
        number = measured(text, public.unit)
        if isinstance(number, SecondGo):
            return number
        return SecondGo.GROUPED if unclear_point(text, language) else None

    def fields(self, question: Number, language: str) -> tuple[Amount]:
        """Return the field for the number."""
        return (
            Amount(
                path=("answer",),
                reject=question.reject,
                answer=question.answer,
                tolerance=question.tolerance,
                unit=question.unit,
            ),
        )

    def faults(self, question: Number, language: str) -> Iterator[Fault]:
        """Yield rejected numbers that are right."""
        (field,) = self.fields(question, language)
        return accepted_too(field, "this number is right by `answer`: take it out")
