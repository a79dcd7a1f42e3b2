"""Options to pick, line by line."""

import re
from collections.abc import Iterable

from quiz.engine.feedback import Feedback
from quiz.engine.session import Presented
from quiz.model.answer import ChoiceAnswer
from quiz.model.public_question import PublicQuestion
from quiz.model.question import VERDICTS
from quiz.model.quiz import Quiz
from quiz.plain.kinds.base import InLines, by_option
from quiz.plain.kinds.reading import LETTERS, InvalidAnswer, folded, numbers, rows, tokens
from quiz.plain.lines import Hanging


class Choice(InLines[ChoiceAnswer]):
    """One option."""

    asks_for = "Type the number of one option."

    def read(self, asked: Presented, quiz: Quiz, text: str) -> ChoiceAnswer:
        """Return the options by their numbers on the screen, or by their words."""
        order, most = asked.option_order, asked.public.pick
        found = frozenset(order[row] for row in rows(text, asked.shown) or ())
        found = found or self._by_words(asked.public, text)
        if not found:
            numbers(text, len(order))
        if len(found) > most:
            raise InvalidAnswer(
                "Pick one option, not more." if most == 1 else f"Pick {most}, not more."
            )
        return ChoiceAnswer(found)

    def _by_words(self, question: PublicQuestion, text: str) -> frozenset[int]:
        """Return the options whose words a line gives, with a semicolon between two of them."""
        names = self.names(question)
        for texts in ([text], text.split(";"), tokens(text)):
            if all(folded(one) in names for one in texts):
                return frozenset(names[folded(one)] for one in texts)
        return frozenset()

    def names(self, question: PublicQuestion) -> dict[str, int]:
        """Return the options by the words that name them."""
        return {folded(option): index for index, option in enumerate(question.parts)}

    def reasons(
        self, asked: Presented, feedback: Feedback, answer: ChoiceAnswer | None
    ) -> Iterable[Hanging]:
        """Return the options as they are shown."""
        return by_option(asked, feedback.reasons)

    def on_sheet_how(self, asked: Presented, quiz: Quiz) -> str:
        """Return the letters of the boxes."""
        return f"a-{LETTERS[len(asked.option_order) - 1]}"

    def read_sheet(self, asked: Presented, quiz: Quiz, text: str) -> ChoiceAnswer:
        """Return the options of the checked boxes, from letters with or without spaces."""
        names = dict(zip(LETTERS, asked.option_order, strict=False))
        letters = re.sub(r"[\s,;]+", "", text).lower()
        if not set(letters) <= set(names):
            raise InvalidAnswer(f"The boxes go from a to {LETTERS[len(names) - 1]}.")
        return ChoiceAnswer(frozenset(names[letter] for letter in letters))

    def as_on_sheet(self, asked: Presented, answer: ChoiceAnswer) -> str:
        """Return the letters of the checked boxes."""
        letters = dict(zip(asked.option_order, LETTERS, strict=False))
        return " ".join(sorted(letters[index] for index in answer.options))


class Choices(Choice):
    """Several options."""

    def how(self, question: PublicQuestion) -> str:
        """Return how many to type."""
        example = " ".join(map(str, (*range(1, question.pick), question.pick + 1)))
        return f"{question.pick} options are right. Type their numbers, as in {example}."

    def on_sheet_how(self, asked: Presented, quiz: Quiz) -> str:
        """Return how many letters."""
        return f"{asked.public.pick} of {super().on_sheet_how(asked, quiz)}"


class Statement(Choice):
    """A verdict."""

    asks_for = (
        "By the passage: true, false, or not stated? Type a number, or true, false or not stated."
    )

    def names(self, question: PublicQuestion) -> dict[str, int]:
        """Return the verdicts by their words, long and short."""
        return super().names(question) | {verdict: n for n, verdict in enumerate(VERDICTS)}

    def on_sheet_how(self, asked: Presented, quiz: Quiz) -> str:
        """Return the letters of the boxes."""
        return " ".join(_BOXES)

    def read_sheet(self, asked: Presented, quiz: Quiz, text: str) -> ChoiceAnswer:
        """Return the checked verdicts: by the letters of their boxes, or one in full."""
        low = text.lower().rstrip(".")
        if low in VERDICTS:
            return ChoiceAnswer(frozenset({tuple(VERDICTS).index(low)}))
        letters = re.sub(r"[\s,;]+", "", low)
        if not set(letters) <= set(_BOXES):
            raise InvalidAnswer("Type t for true, f for false, or n for not stated.")
        return ChoiceAnswer(frozenset(map(_BOXES.index, letters)))

    def as_on_sheet(self, asked: Presented, answer: ChoiceAnswer) -> str:
        """Return the letters of the checked boxes."""
        return " ".join(_BOXES[index] for index in sorted(answer.options))


_BOXES = tuple(verdict[0] for verdict in VERDICTS)
"""The letters of the boxes of a statement: those with which its verdicts begin."""
