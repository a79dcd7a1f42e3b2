"""What kinds share in which options are picked."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from quiz.engine.kinds.base import Grade, Kind, Part, Possible, Reason, repeated, within
from quiz.model.answer import ChoiceAnswer
from quiz.model.problem import Fault, ValuePath
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Choice, Choices, Statement
from quiz.model.question_parts import Option
from quiz.model.quiz import Quiz

Q = TypeVar("Q", Choice, Choices, Statement)
Listed = TypeVar("Listed", Choice, Choices)


class Picking(Kind[Q, ChoiceAnswer]):
    """A kind with options to pick from."""

    answer = ChoiceAnswer

    def shown(self, question: Q) -> Mapping[str, Any]:
        """Return the options, and how many to pick."""
        texts = tuple(option.text for option in question.options)
        return {"parts": texts, "shuffle": question.shuffle, "pick": how_many(question)}

    def identity(self, question: Q) -> Mapping[str, object]:
        """Return the options, and which are right."""
        return {"options": [(option.text, option.correct) for option in question.options]}

    def fit(self, question: PublicQuestion, answer: ChoiceAnswer, quiz: Quiz) -> None:
        """Raise a `ValueError` where an option is picked that isn't there."""
        within(answer.options, len(question.parts))

    def grade(self, question: Q, answer: ChoiceAnswer, quiz: Quiz) -> Grade:
        """Return what the options that were picked are worth together."""
        picked = tuple(question.options[index].correct for index in sorted(answer.options))
        return Grade(self.share(picked, how_many(question)), picked)

    def share(self, picked: tuple[bool, ...], right: int) -> float:
        """Return what picks earn, each right or wrong, where so many are right: all or nothing."""
        return float(picked == (True,))

    def reasons(self, question: Q, answer: ChoiceAnswer | None, quiz: Quiz) -> Iterator[Reason]:
        """Yield every option."""
        options = answer.options if answer else frozenset()
        for index, option in enumerate(question.options):
            yield Reason(option.text, option.correct, index in options, option.why, index)

    def key(self, question: Q) -> str:
        """Return the right options."""
        return "; ".join(option.text for option in question.options if option.correct)

    def given(self, public: PublicQuestion, answer: ChoiceAnswer, quiz: Quiz) -> str:
        """Return the picked options."""
        return "; ".join(public.parts[index] for index in sorted(answer.options))

    def renamed(self, answer: ChoiceAnswer, names: Mapping[int, int]) -> ChoiceAnswer:
        """Return the options under their other indices."""
        return ChoiceAnswer(frozenset(names[index] for index in answer.options))

    def guess(self, question: Q, quiz: Quiz) -> float:
        """Return the share of right options."""
        return how_many(question) / len(question.options)

    def counted(
        self, question: Q, answers: Sequence[ChoiceAnswer], quiz: Quiz
    ) -> Iterator[Part[ChoiceAnswer]]:
        """Yield the options."""
        rows = [
            Possible(index, one.text, one.correct, one.why, None if one.correct else one.quote)
            for index, one in enumerate(question.options)
        ]
        yield Part(rows, lambda answer: answer.options)


class OptionsKind(Picking[Listed]):
    """A kind of which the author writes the options."""

    def options(self, question: Listed) -> tuple[Option, ...]:
        """Return the options."""
        return question.options

    def wrong_quotes(self, question: Listed) -> Iterator[tuple[ValuePath, str]]:
        """Yield the words that tempt to wrong options."""
        for index, option in enumerate(question.options):
            if option.quote is not None:
                yield ("options", index, "quote"), option.quote

    def faults(self, question: Listed, language: str) -> Iterator[Fault]:
        """Yield how many are right where that can't be, and twins."""
        miscounted = self.miscounted(how_many(question), len(question.options))
        if miscounted:
            yield Fault(("options",), miscounted)
        yield from repeated("options", ("text",), (option.text for option in question.options))

    def lacking(self, question: Listed) -> Iterator[Fault]:
        """Yield wrong options without a reason."""
        for index, option in enumerate(question.options):
            if not option.correct and option.why is None:
                yield Fault(("options", index, "why"), "missing: write why this option is wrong")

    @abstractmethod
    def miscounted(self, right: int, options: int) -> str | None:
        """Return what is wrong with so many right options; None where nothing is."""


def how_many(question: Choice | Choices | Statement) -> int:
    """Return the number of options to pick."""
    return sum(option.correct for option in question.options)
