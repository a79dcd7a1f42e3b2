"""A statement that is true, false, or not stated in the passage."""

from collections.abc import Iterator
from types import MappingProxyType

from quiz.engine.kinds.picking import Picking
from quiz.model.problem import Fault
from quiz.model.question import VERDICTS, Statement


class StatementKind(Picking[Statement]):
    """Everything about a statement."""

    name = "statement"
    other_names = ("true/false", "true or false", "true-false", "yes/no")
    asks = False
    judges = True
    fixed = MappingProxyType({"parts": tuple(VERDICTS.values()), "shuffle": False})

    def faults(self, question: Statement, language: str) -> Iterator[Fault]:
        """Yield evidence of what is not stated."""
        if not self.needs_evidence(question) and question.quotes:
            yield Fault(("evidence",), "what is not stated has no evidence: take it out")

    def lacking(self, question: Statement) -> Iterator[Fault]:
        """Yield wrong verdicts without a reason."""
        for verdict, option in zip(VERDICTS, question.options, strict=True):
            if not option.correct and option.why is None:
                yield Fault(("why", verdict), f'missing: write why "{verdict}" is wrong')

    def needs_evidence(self, question: Statement) -> bool:
        """Return whether it is stated."""
        return question.answer != "not stated"
