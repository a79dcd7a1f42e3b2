"""What kinds share in which options are picked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from quiz.engine.kinds.base import Grade, Kind, Part, Possible, Reason, within
from quiz.model.answer import ChoiceAnswer
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Choice, Choices, Statement
from quiz.model.quiz import Quiz

Q = TypeVar("Q", Choice, Choices, Statement)


class Picking(Kind[Q, ChoiceAnswer]):
    """A kind with options, of which one is right."""

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
        """Return all or nothing."""
        parts = picked(question, answer)
        return Grade(float(parts == (True,)), parts)

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


def picked(question: Choice | Choices | Statement, answer: ChoiceAnswer) -> tuple[bool, ...]:
    """Return whether each picked option is right."""
    return tuple(question.options[index].correct for index in sorted(answer.options))


def how_many(question: Choice | Choices | Statement) -> int:
    """Return the number of options to pick."""
    return sum(option.correct for option in question.options)
