"""An explanation in the learner's own words, with a list to check."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from random import Random
from types import MappingProxyType
from typing import Any

from quiz.engine.kinds.base import Grade, Kind, Part, Possible, Reason, within
from quiz.engine.kinds.typed import commonest
from quiz.model.answer import TeachBackAnswer
from quiz.model.normalize import joined
from quiz.model.problem import Fault
from quiz.model.public_question import PublicQuestion
from quiz.model.question import TeachBack
from quiz.model.quiz import Quiz


class TeachBackKind(Kind[TeachBack, TeachBackAnswer]):
    """Everything about a teach-back. Its list is shown after the text is written."""

    name = "teach-back"
    other_names = ("essay", "long answer", "explain")
    earns = "What you explain in your own words is not scored."
    answer = TeachBackAnswer
    asks = False
    fixed = MappingProxyType({"shuffle": False})

    def shown(self, question: TeachBack) -> Mapping[str, Any]:
        """Return the list."""
        return {"parts": question.checklist}

    def identity(self, question: TeachBack) -> Mapping[str, object]:
        """Return the list."""
        return {"checklist": question.checklist}

    def option_order(self, question: PublicQuestion, rng: Random) -> tuple[int, ...]:
        """Return nothing: the points are no answers to choose from."""
        return ()

    def redacted_order(self, question: PublicQuestion) -> tuple[int, ...]:
        """Return nothing: the points say what to write."""
        return ()

    def fit(self, question: PublicQuestion, answer: TeachBackAnswer, quiz: Quiz) -> None:
        """Raise a `ValueError` where a point is checked that isn't there."""
        within(answer.checked, len(question.parts))

    def grade(self, question: TeachBack, answer: TeachBackAnswer, quiz: Quiz) -> Grade:
        """Return nothing but what was checked: it is not scored."""
        return Grade(0, tuple(index in answer.checked for index in range(len(question.checklist))))

    def reasons(
        self, question: TeachBack, answer: TeachBackAnswer | None, quiz: Quiz
    ) -> Sequence[Reason]:
        """Return nothing: nothing is right or wrong."""
        return ()

    def key(self, question: TeachBack) -> str:
        """Return the list."""
        return "; ".join(question.checklist)

    def given(self, public: PublicQuestion, answer: TeachBackAnswer, quiz: Quiz) -> str:
        """Return the text."""
        return answer.text

    def texts(self, answer: TeachBackAnswer) -> tuple[str]:
        """Return the text."""
        return (answer.text,)

    def same_text(self, question: TeachBack, place: int, text: str, quiz: Quiz) -> Hashable:
        """Return what is equal for texts that differ in nothing but their form."""
        return _same(text, quiz)

    def renamed(self, answer: TeachBackAnswer, names: Mapping[int, int]) -> TeachBackAnswer:
        """Return the text alone: the list is not handed out."""
        return TeachBackAnswer(answer.text)

    def guess(self, question: TeachBack, quiz: Quiz) -> None:
        """Return nothing: it is not scored."""

    def counted(
        self, question: TeachBack, answers: Sequence[TeachBackAnswer], quiz: Quiz
    ) -> Iterator[Part[TeachBackAnswer]]:
        """Yield the texts, and the points unless nobody checked any."""
        texts = commonest((answer.text for answer in answers), lambda text: _same(text, quiz))
        yield Part(
            [Possible(_same(text, quiz), text or None, None) for text in texts],
            lambda answer: [_same(answer.text, quiz)],
            name="What was written",
            frequent_first=True,
            typed=True,
        )
        if any(answer.checked for answer in answers):
            rows = [Possible(index, one, None) for index, one in enumerate(question.checklist)]
            yield Part(rows, lambda answer: answer.checked, name="What was found in it")

    def lacking(self, question: TeachBack) -> Iterator[Fault]:
        """Yield that there is no list."""
        if not question.checklist:
            message = "missing: write the points that a full explanation names, as a list"
            yield Fault(("checklist",), message)

    def needs_evidence(self, question: TeachBack) -> bool:
        """Return that it needs none."""
        return False


def _same(text: str, quiz: Quiz) -> str:
    return joined(text, quiz.language)
