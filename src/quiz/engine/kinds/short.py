"""A word or two, typed."""

from collections.abc import Iterator, Mapping

from quiz.engine.kinds.field import Words
from quiz.engine.kinds.typed import BOTH, TypedKind, accepted_too
from quiz.model.problem import Fault
from quiz.model.question import Short


class ShortKind(TypedKind[Short]):
    """Everything about a short answer."""

    name = "short"

    def identity(self, question: Short) -> Mapping[str, object]:
        """Return what is right."""
        return {"key": question.accept}

    def fields(self, question: Short) -> tuple[Words]:
        """Return the field for the words."""
        return (Words(path=("accept",), reject=question.reject, accept=question.accept),)

    def faults(self, question: Short) -> Iterator[Fault]:
        """Yield rejected words that are right."""
        (field,) = self.fields(question)
        return accepted_too(field, BOTH)
