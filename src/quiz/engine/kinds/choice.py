"""Options of which one is right."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import TypeVar

from quiz.engine.kinds.base import repeated
from quiz.engine.kinds.picking import Picking, how_many
from quiz.model.problem import Fault, Path
from quiz.model.question import Choice, Choices, Option

Q = TypeVar("Q", Choice, Choices)


class OptionsKind(Picking[Q]):
    """A kind of which the author writes the options."""

    def options(self, question: Q) -> tuple[Option, ...]:
        """Return the options."""
        return question.options

    def wrong_quotes(self, question: Q) -> Iterator[tuple[Path, str]]:
        """Yield the words that tempt to wrong options."""
        for index, option in enumerate(question.options):
            if option.quote is not None:
                yield ("options", index, "quote"), option.quote

    def faults(self, question: Q, language: str) -> Iterator[Fault]:
        """Yield how many are right where that can't be, and twins."""
        miscounted = self.miscounted(how_many(question), len(question.options))
        if miscounted:
            yield Fault(("options",), miscounted)
        yield from repeated("options", ("text",), (option.text for option in question.options))

    def lacking(self, question: Q) -> Iterator[Fault]:
        """Yield wrong options without a reason."""
        for index, option in enumerate(question.options):
            if not option.correct and option.why is None:
                yield Fault(("options", index, "why"), "missing: write why this option is wrong")

    @abstractmethod
    def miscounted(self, right: int, options: int) -> str | None:
        """Return what is wrong with so many right options; None where nothing is."""


class ChoiceKind(OptionsKind[Choice]):
    """Everything about a choice."""

    name = "choice"
    other_names = ("multiple choice", "multiple-choice", "single choice", "mc", "mcq")

    def miscounted(self, right: int, options: int) -> str | None:
        """Return what is wrong unless one is right."""
        if right == 0:
            return "no option is right: write `correct: true` on one of them"
        return (
            f"{right} options are right: leave one, or write `kind: choices`" if right > 1 else None
        )
